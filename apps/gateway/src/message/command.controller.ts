import { checked, commandRoute, findCommand } from '@gongyou/contracts';
import { answerHeaders } from '@gongyou/messaging';
import { Body, Controller, Headers, Param, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '../account/signed-in';
import { unknownRoute } from '../http/http-problem';
import { wholeNumberText } from '../http/query-parameters';
import { setRoute } from '../http/request-log';
import { Who } from '../http/session.guard';
import { Platform } from './platform';

/** Every declared command, as `POST /api/<context>/<aggregate>/<command>`. */
@Controller('api')
export class CommandController {
  constructor(private readonly platform: Platform) {}

  @Post(':context/:aggregate/:command')
  async send(
    @Param('context') context: string,
    @Param('aggregate') aggregate: string,
    @Param('command') command: string,
    @Body() body: unknown,
    @Headers('idempotency-key') idempotencyKey: string | undefined,
    @Headers('if-match') ifMatch: string | undefined,
    @Who() who: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const contract = findCommand(`${context}.${aggregate}.${command}`);
    if (!contract) throw unknownRoute();
    setRoute(response, `/api${commandRoute(contract)}`);
    // The service checks again: this only says sooner what is wrong.
    checked(contract.class, body ?? {});
    const { answer, repeated } = await this.platform.command(contract, body ?? {}, who, {
      idempotencyKey,
      expectedRevision: revisionOf(ifMatch),
    });
    if (repeated) response.set(answerHeaders.repeated, 'true');
    response.status(200).set('Cache-Control', 'no-store').type('json').send(answer);
  }
}

/** `If-Match: "7"`, or without quotes: the revision that the caller last saw. */
const revisionOf = (ifMatch: string | undefined): string | undefined =>
  wholeNumberText('If-Match', ifMatch?.trim().replace(/^"(.*)"$/, '$1'));
