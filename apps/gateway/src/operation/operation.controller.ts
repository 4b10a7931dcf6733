import { Controller, Get, Header, HttpStatus, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Open } from '../http/session.guard';
import { Platform } from '../message/platform';
import { GatewayMetrics } from './metrics';
import { type MissingPart, Readiness } from './readiness';

/** What machines that watch the platform ask for. */
@Open()
@Controller()
export class OperationController {
  constructor(
    private readonly readiness: Readiness,
    private readonly metrics: GatewayMetrics,
    private readonly platform: Platform,
  ) {}

  @Get('health/live')
  @Header('Cache-Control', 'no-store')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  /** 200 once the report can be asked for; 503 with what is missing. */
  @Get('health/ready')
  @Header('Cache-Control', 'no-store')
  async ready(
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ status: 'ready' | 'notReady'; missing: MissingPart[] }> {
    const missing = await this.readiness.missing();
    if (missing.length === 0) return { status: 'ready', missing };
    response.status(HttpStatus.SERVICE_UNAVAILABLE).set('Retry-After', '1');
    return { status: 'notReady', missing };
  }

  @Get('metrics')
  async read(@Res() response: Response): Promise<void> {
    this.metrics.projectionSeen(await this.platform.projectionStatus().catch(() => undefined));
    response
      .set({ 'Content-Type': this.metrics.contentType, 'Cache-Control': 'no-store' })
      .send(await this.metrics.text());
  }
}
