import { checked, findQuery, type QueryContract, queryRoute } from '@gongyou/contracts';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '../account/signed-in';
import { queryMethods } from '../http/allowed-methods';
import { unknownRoute, wrongMethod } from '../http/http-problem';
import { singleParameters, wholeNumberText } from '../http/query-parameters';
import { setRoute } from '../http/request-log';
import { Who } from '../http/session.guard';
import { Platform } from './platform';

/**
 * Every declared query, as `GET /api/<context>/<query>`, a confidential one as `POST` with its parameters in the body; `after=<position>`
 * waits until the read model has come that far.
 */
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
    const { after, ...own } = singleParameters(parameters);
    await this.answer(queryNamed(context, query, false), own, after, who, response);
  }

  @Post(':context/:query')
  async askInConfidence(
    @Param('context') context: string,
    @Param('query') query: string,
    @Query() parameters: Record<string, unknown>,
    @Body() body: unknown,
    @Who() who: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const { after } = singleParameters(parameters);
    await this.answer(queryNamed(context, query, true), body ?? {}, after, who, response);
  }

  private async answer(
    contract: QueryContract,
    asked: unknown,
    after: string | undefined,
    who: SignedIn,
    response: Response,
  ): Promise<void> {
    setRoute(response, `/api${queryRoute(contract)}`);
    const position = wholeNumberText('after', after);
    const answer = await this.platform.query(contract, checked(contract.class, asked), who, position);
    response.status(200).set('Cache-Control', 'no-store').type('json').send(answer);
  }
}

function queryNamed(context: string, query: string, confidential: boolean): QueryContract {
  const contract = findQuery(`${context}.${query}`);
  if (!contract) throw unknownRoute();
  if ((contract.confidential ?? false) !== confidential) throw wrongMethod(queryMethods(contract));
  return contract;
}
