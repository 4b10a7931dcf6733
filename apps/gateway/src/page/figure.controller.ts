import { checked, FigureEvents, type FigureEventsAnswer } from '@gongyou/contracts';
import { OrganizationDirectory } from '@gongyou/messaging';
import { Controller, Get, Header, Query, Res } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Response } from 'express';
import { DataSource, In } from 'typeorm';
import { Account } from '../account/account.entity';
import type { SignedIn } from '../account/signed-in';
import { singleParameters } from '../http/query-parameters';
import { Who } from '../http/session.guard';
import { Platform } from '../message/platform';
import { figurePage } from './figure.page';

const USER = 'user:';

/** The events behind a figure, as a page. */
@Controller()
export class FigureController {
  constructor(
    private readonly platform: Platform,
    private readonly directory: OrganizationDirectory,
    private readonly database: DataSource,
  ) {}

  @Get('figure')
  @Header('Cache-Control', 'no-store')
  async show(@Query() query: Record<string, unknown>, @Who() who: SignedIn, @Res() response: Response): Promise<void> {
    const asked = checked(FigureEvents, singleParameters(query));
    const answer = await this.platform.answer<FigureEventsAnswer>(FigureEvents, asked, who);
    const usernames = await this.usernames(answer);
    const shown = figurePage({
      who,
      answer,
      isWhole: asked.cursor === undefined && answer.nextCursor === null,
      nameOfUnit: (unitId) => this.directory.unit(unitId)?.name ?? unitId,
      nameOfActor: (actor) => actorInWords(actor, usernames),
    });
    response.type('html').send(shown);
  }

  private async usernames({ events }: FigureEventsAnswer): Promise<Map<string, string>> {
    const ids = events.flatMap(({ actor }) => (isUUID(actor.replace(USER, '')) ? [actor.slice(USER.length)] : []));
    if (ids.length === 0) return new Map();
    const accounts = await this.database.manager.findBy(Account, { accountId: In([...new Set(ids)]) });
    return new Map(accounts.map(({ accountId, username }) => [accountId, username]));
  }
}

/** Who did it: a person by his username, an enterprise system by its name, or the platform itself. */
function actorInWords(actor: string, usernames: ReadonlyMap<string, string>): string {
  const [kind, name = ''] = actor.split(':', 2);
  if (kind === 'user') return usernames.get(name) ?? '（已不存在的账户）';
  return kind === 'client' ? `企业系统 ${name}` : '平台';
}
