import { ProjectionStatus, type ProjectionStatusAnswer, queryContract } from '@gongyou/contracts';
import { PlatformProblem } from '@gongyou/messaging';
import { Controller, Get, Header, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { SignedIn } from '../account/signed-in';
import { Who } from '../http/session.guard';
import { Platform } from '../message/platform';
import { Readiness } from './readiness';
import { statusPage } from './status.page';

/** Trouble shows within so many seconds on a page that is left open. */
const REFRESH_SECONDS = 5;

/** How the platform stands, for administrators. */
@Controller()
export class StatusController {
  constructor(
    private readonly readiness: Readiness,
    private readonly platform: Platform,
  ) {}

  /** Also shown while nothing behind the gateway answers; so the gateway itself judges who may see it, by the roles of the query. */
  @Get('status')
  @Header('Cache-Control', 'no-store')
  @Header('Refresh', String(REFRESH_SECONDS))
  async show(@Who() who: SignedIn, @Res() response: Response): Promise<void> {
    const { roles } = queryContract(ProjectionStatus);
    if (!who.grants.some(({ role }) => roles.includes(role))) throw notForThisRole();
    const [missing, projection] = await Promise.all([this.readiness.missing(), this.projection()]);
    response
      .type('html')
      .send(statusPage({ who, missing, projection, at: new Date(), refreshSeconds: REFRESH_SECONDS }));
  }

  /** What it says of itself, or why it says nothing. */
  private async projection(): Promise<ProjectionStatusAnswer | PlatformProblem> {
    try {
      return await this.platform.projectionStatus();
    } catch (error) {
      if (error instanceof PlatformProblem) return error;
      throw error;
    }
  }
}

const notForThisRole = (): PlatformProblem =>
  new PlatformProblem('forbidden', 'access.roleMissing', {
    zh: '没有查看平台状态的角色',
    en: 'You do not hold a role that may see how the platform stands.',
  });
