import { checked, findQuery, queryRoute } from '@gongyou/contracts';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '../account/signed-in';
import { unknownRoute } from '../http/http-problem';
import { singleParameters, wholeNumberText } from '../http/query-parameters';
import { setRoute } from '../http/request-log';
import { Who } from '../http/session.guard';
import { Platform } from './platform';

/** Every declared query, as `GET /api/<context>/<query>`; `after=<position>` waits until the read model has come that far. */
@Controller('api')
export class QueryController {
  constructor(private readonly platform: Platform) {}

  @Get(':context/:query')
  async ask(
    @Param('context') context: string,
    @Param('query') query: string,
    @Query() parameters: Record<string, unknown>,
    @Who() who: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const contract = findQuery(`${context}.${query}`);
    if (!contract) throw unknownRoute();
    setRoute(response, `/api${queryRoute(contract)}`);
    const { after, ...own } = singleParameters(parameters);
    const position = wholeNumberText('after', after);
    const answer = await this.platform.query(contract, checked(contract.class, own), who, position);
    response.set('Cache-Control', 'no-store').type('json').send(answer);
  }
}
