import { checked, StandingIndicators, type StandingIndicatorsAnswer } from '@gongyou/contracts';
import { OrganizationDirectory } from '@gongyou/messaging';
import { Controller, Get, Header, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '../account/signed-in';
import { singleParameters } from '../http/query-parameters';
import { Who } from '../http/session.guard';
import { Platform } from '../message/platform';
import { standingPage } from './standing.page';

/** How things stand in an organization, as a page. Who may read it is judged by the projection. */
@Controller()
export class StandingController {
  constructor(
    private readonly platform: Platform,
    private readonly directory: OrganizationDirectory,
  ) {}

  @Get('standing')
  @Header('Cache-Control', 'no-store')
  async show(@Query() query: Record<string, unknown>, @Who() who: SignedIn, @Res() response: Response): Promise<void> {
    const asked = checked(StandingIndicators, singleParameters(query));
    const answer = await this.platform.answer<StandingIndicatorsAnswer>(StandingIndicators, asked, who);
    const unitsBelow = this.directory
      .openChildren(asked.organization)
      .map((unitId) => ({ unitId, name: this.directory.unit(unitId)?.name ?? unitId }));
    response.type('html').send(standingPage({ who, answer, unitsBelow }));
  }
}
