import {
  checked,
  LiaisonBoard,
  type LiaisonBoardAnswer,
  LiaisonContactCard,
  type LiaisonContactCardAnswer,
} from '@gongyou/contracts';
import { dayOfInstant } from '@gongyou/domain';
import { Controller, Get, Header, Inject, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { SignedIn } from '../account/signed-in';
import { type GatewayParameters, PARAMETERS } from '../gateway.parameters';
import { ownAddress } from '../http/own-address';
import { singleParameters } from '../http/query-parameters';
import { Who } from '../http/session.guard';
import { Platform } from '../message/platform';
import { liaisonBoardPage } from './liaison-board.page';
import { liaisonContactCardPage } from './liaison-card.page';

/** The notice board and the contact cards of liaison officers, as pages to print. Kept by no cache: a consent can be withdrawn. */
@Controller()
export class LiaisonController {
  constructor(
    private readonly platform: Platform,
    @Inject(PARAMETERS) private readonly parameters: GatewayParameters,
  ) {}

  @Get('liaison-board')
  @Header('Cache-Control', 'no-store')
  async board(
    @Query() query: Record<string, unknown>,
    @Who() who: SignedIn,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const asked = checked(LiaisonBoard, singleParameters(query));
    const address = ownAddress(request, this.parameters.secureCookies);
    const answer = await this.platform.answer<LiaisonBoardAnswer>(LiaisonBoard, asked, who);
    response.type('html').send(liaisonBoardPage({ who, answer, today: dayOfInstant(new Date()), address }));
  }

  @Get('liaison-card')
  @Header('Cache-Control', 'no-store')
  async card(
    @Query() query: Record<string, unknown>,
    @Who() who: SignedIn,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const asked = checked(LiaisonContactCard, singleParameters(query));
    const address = ownAddress(request, this.parameters.secureCookies);
    const answer = await this.platform.answer<LiaisonContactCardAnswer>(LiaisonContactCard, asked, who);
    response.type('html').send(liaisonContactCardPage(who, answer, address));
  }
}
