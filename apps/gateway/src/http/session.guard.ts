import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { parse } from 'cookie';
import type { Request } from 'express';
import { accountProblem } from '../account/account.problems';
import { Sessions } from '../account/sessions';
import type { SignedIn } from '../account/signed-in';
import { sessionCookie } from '@gongyou/contracts';

const OPEN = Symbol('needs no session');
const BEFORE_PASSWORD_CHANGE = Symbol('allowed before the first password is changed');

/** Anybody may ask for this. */
export const Open = () => SetMetadata(OPEN, true);

/** Allowed with a password that must still be changed. */
export const BeforePasswordChange = () => SetMetadata(BEFORE_PASSWORD_CHANGE, true);

/** Who is asking, as a parameter of a controller's method; undefined on an open route without a session. */
export const Who = createParamDecorator((_: unknown, context: ExecutionContext) =>
  signedIn(context.switchToHttp().getRequest<Request>()),
);

interface WithSession {
  signedIn?: SignedIn;
}

export const signedIn = (request: Request): SignedIn | undefined => (request as WithSession).signedIn;

/** Lets a request pass when it bears an open session, by `Authorization: Bearer` or by cookie. What it may do is judged by the services. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const token = tokenOf(request);
    const who = token === undefined ? undefined : await this.sessions.find(token);
    (request as WithSession).signedIn = who;
    if (this.has(OPEN, context)) return true;
    if (!who) throw accountProblem('account.notSignedIn');
    if (who.mustChangePassword && !this.has(BEFORE_PASSWORD_CHANGE, context))
      throw accountProblem('account.passwordMustChange');
    return true;
  }

  private has(mark: symbol, context: ExecutionContext): boolean {
    return (
      this.reflector.getAllAndOverride<boolean | undefined>(mark, [context.getHandler(), context.getClass()]) === true
    );
  }
}

/** A bearer token wins over a cookie: a program that sends one means it. */
function tokenOf(request: Request): string | undefined {
  const authorization = request.headers.authorization;
  if (authorization !== undefined) return /^Bearer ([A-Za-z0-9_-]{20,100})$/i.exec(authorization)?.[1];
  return request.headers.cookie === undefined ? undefined : parse(request.headers.cookie)[sessionCookie];
}
