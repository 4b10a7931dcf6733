import { checked } from '@gongyou/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { singleParameters } from '../http/query-parameters';
import { Who } from '../http/session.guard';
import { type AccountRow, CreateAccount, ListAccounts, SetGrants } from './account.contract';
import { Administration, type TemporaryPassword } from './administration';
import type { SignedIn } from './signed-in';

/** Accounts, as administrators manage them. */
@Controller('api/accounts')
export class AccountController {
  constructor(private readonly administration: Administration) {}

  @Post()
  create(@Who() who: SignedIn, @Body() body: unknown): Promise<TemporaryPassword> {
    const { username, grants } = checked(CreateAccount, body);
    return this.administration.create(who, username, grants);
  }

  @Get()
  list(
    @Who() who: SignedIn,
    @Query() query: Record<string, unknown>,
  ): Promise<{ accounts: AccountRow[]; nextCursor: string | null }> {
    const { cursor, limit } = checked(ListAccounts, singleParameters(query));
    return this.administration.list(who, cursor, limit);
  }

  @Put(':accountId/grants')
  setGrants(@Who() who: SignedIn, @Param('accountId') accountId: string, @Body() body: unknown): Promise<AccountRow> {
    return this.administration.setGrants(who, accountId, checked(SetGrants, body).grants);
  }

  @Post(':accountId/disable')
  @HttpCode(200)
  disable(@Who() who: SignedIn, @Param('accountId') accountId: string): Promise<AccountRow> {
    return this.administration.disable(who, accountId);
  }

  @Post(':accountId/enable')
  @HttpCode(200)
  enable(@Who() who: SignedIn, @Param('accountId') accountId: string): Promise<AccountRow> {
    return this.administration.enable(who, accountId);
  }

  @Post(':accountId/reset-password')
  @HttpCode(200)
  resetPassword(@Who() who: SignedIn, @Param('accountId') accountId: string): Promise<TemporaryPassword> {
    return this.administration.resetPassword(who, accountId);
  }
}
