import { Inject, Injectable } from '@nestjs/common';
import { serialize } from 'cookie';
import type { Response } from 'express';
import { type GatewayParameters, PARAMETERS } from '../gateway.parameters';
import { HttpProblem } from '../http/http-problem';
import { sessionCookie } from '@gongyou/contracts';
import type { OpenSession } from './account.contract';
import { accountProblems } from './account.problems';
import { LoginLimit } from './login-limit';
import { type OpenedSession, Sessions } from './sessions';
import type { SignedIn } from './signed-in';

/** Sessions as HTTP opens and ends them: with a brake on guessing, and with the browser's cookie. */
@Injectable()
export class Login {
  private readonly limit: LoginLimit;

  constructor(
    private readonly sessions: Sessions,
    @Inject(PARAMETERS) private readonly parameters: GatewayParameters,
  ) {
    this.limit = new LoginLimit(parameters.failedLoginsPerMinute);
  }

  async open({ username, password }: OpenSession, address: string, response: Response): Promise<OpenedSession> {
    const wait = this.limit.waitOf(address);
    if (wait > 0) {
      throw new HttpProblem(429, 'account.tooManyLogins', accountProblems['account.tooManyLogins'], {
        'Retry-After': String(wait),
      });
    }
    try {
      const opened = await this.sessions.open(username, password);
      this.setCookie(response, opened.token, opened.expiresAt);
      return opened;
    } catch (error) {
      this.limit.failed(address);
      throw error;
    }
  }

  async close(who: SignedIn, response: Response): Promise<void> {
    await this.sessions.close(who);
    this.setCookie(response, '', new Date(0));
  }

  private setCookie(response: Response, value: string, expires: Date): void {
    const attributes = {
      httpOnly: true,
      sameSite: 'strict',
      path: '/',
      secure: this.parameters.secureCookies,
      expires,
    } as const;
    response.append('Set-Cookie', serialize(sessionCookie, value, attributes));
  }
}
