import { checked, type Grant } from '@gongyou/contracts';
import { Body, Controller, Delete, Get, HttpCode, Ip, Post, Put, Res } from '@nestjs/common';
import type { Response } from 'express';
import { BeforePasswordChange, Open, Who } from '../http/session.guard';
import { ChangePassword, OpenSession, type SessionAnswer } from './account.contract';
import { Login } from './login';
import { Sessions } from './sessions';
import type { SignedIn } from './signed-in';

/** Who somebody is and what he holds. */
export interface CurrentSessionAnswer {
  accountId: string;
  username: string;
  grants: readonly Grant[];
  mustChangePassword: boolean;
  expiresAt: string;
}

/** Log in, log out, change the own password. */
@Controller('api')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly login: Login,
  ) {}

  @Open()
  @Post('sessions')
  async open(
    @Body() body: unknown,
    @Ip() address: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionAnswer> {
    const { token, expiresAt, mustChangePassword } = await this.login.open(
      checked(OpenSession, body),
      address,
      response,
    );
    return { token, expiresAt: expiresAt.toISOString(), mustChangePassword };
  }

  @BeforePasswordChange()
  @Get('sessions/current')
  current(@Who() { accountId, username, grants, mustChangePassword, expiresAt }: SignedIn): CurrentSessionAnswer {
    return { accountId, username, grants, mustChangePassword, expiresAt: expiresAt.toISOString() };
  }

  @BeforePasswordChange()
  @Delete('sessions/current')
  @HttpCode(204)
  close(@Who() who: SignedIn, @Res({ passthrough: true }) response: Response): Promise<void> {
    return this.login.close(who, response);
  }

  @BeforePasswordChange()
  @Put('accounts/me/password')
  @HttpCode(204)
  async changePassword(@Who() who: SignedIn, @Body() body: unknown): Promise<void> {
    const { currentPassword, newPassword } = checked(ChangePassword, body);
    await this.sessions.changePassword(who, currentPassword, newPassword);
  }
}
