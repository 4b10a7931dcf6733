import { createHash } from 'node:crypto';
import {
  checked,
  commandContract,
  IssueReport,
  type LeadingGroupReportAnswer,
  LeadingGroupReportQuery,
  ProgrammeVersion,
  type ProgrammeVersionAnswer,
} from '@gongyou/contracts';
import { dayOfInstant } from '@gongyou/domain';
import { type CommandAnswer, EVERYWHERE, OrganizationDirectory, PlatformProblem } from '@gongyou/messaging';
import { Body, Controller, Get, Header, Post, Query, Res } from '@nestjs/common';
import canonicalize from 'canonicalize';
import type { Response } from 'express';
import type { SignedIn } from '../account/signed-in';
import { singleParameters } from '../http/query-parameters';
import { Who } from '../http/session.guard';
import { Platform } from '../message/platform';
import { recentPeriods } from './periods';
import { reportPage } from './report.page';
import { reportPath, type ReportRequest } from './report.path';

/** The leading-group report as a page and as a file, and its issuing. What may be read is judged by the services. */
@Controller()
export class ReportController {
  constructor(
    private readonly platform: Platform,
    private readonly directory: OrganizationDirectory,
  ) {}

  @Get('report')
  @Header('Cache-Control', 'no-store')
  async show(@Query() query: Record<string, unknown>, @Who() who: SignedIn, @Res() response: Response): Promise<void> {
    const { issuedAt, ...asked } = filledIn(query);
    const answer = await this.report(asked, who);
    const shown = reportPage({
      ...answer,
      who,
      request: asked as unknown as ReportRequest,
      units: this.unitsFor(who, answer),
      periods: recentPeriods(dayOfInstant(new Date())),
      provisions: await this.provisions(answer),
      mayIssue: who.grants.some(({ role }) => role === 'administrator' || role === 'leadingGroupOffice'),
      issuedAt: /^[0-9]{1,15}$/.test(issuedAt ?? '') ? issuedAt : undefined,
    });
    response.type('html').send(shown);
  }

  /** The report's canonical bytes (RFC 8785): the SHA-256 of the file is the one that the page shows. */
  @Get('report.json')
  @Header('Cache-Control', 'no-store')
  async download(
    @Query() query: Record<string, unknown>,
    @Who() who: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const { report } = await this.report(filledIn(query), who);
    const { programme, organization, period, asOf } = report;
    const name = [programme.programmeId, organization.unitId, period.period, asOf.day, asOf.position].join('_');
    response.attachment(`${name}.json`).type('json').send(canonicalize(report));
  }

  @Post('report/issue')
  async issue(
    @Body() body: Record<string, unknown> | undefined,
    @Who() who: SignedIn,
    @Res() response: Response,
  ): Promise<void> {
    const { programme, organization, asOfPosition, ...rest } = singleParameters(body ?? {});
    const position = /^[0-9]{1,15}$/.test(asOfPosition ?? '') ? Number(asOfPosition) : asOfPosition;
    const report = { ...rest, programmeId: programme, organizationId: organization, asOfPosition: position };
    const command = checked(IssueReport, report);
    const { answer } = await this.platform.command(commandContract(IssueReport), command, who, {
      // Pressing the button twice issues the report once.
      idempotencyKey: `issue-${createHash('sha256').update(canonicalize(report)!).digest('hex')}`,
    });
    const { programmeId, organizationId, period, asOfDay } = command;
    const same: ReportRequest = {
      programme: programmeId,
      organization: organizationId,
      period,
      asOfDay,
      asOfPosition: command.asOfPosition,
    };
    const { position: issuedAt } = JSON.parse(answer) as CommandAnswer;
    response.redirect(303, reportPath(same, '/report', { issuedAt: String(issuedAt) }));
  }

  private report(parameters: Record<string, string>, who: SignedIn): Promise<LeadingGroupReportAnswer> {
    return this.platform.answer<LeadingGroupReportAnswer>(
      LeadingGroupReportQuery,
      checked(LeadingGroupReportQuery, parameters),
      who,
    );
  }

  /** A report can be read without the wording of the programme; so it is not waited for when it is not there. */
  private async provisions({ report: { programme } }: LeadingGroupReportAnswer): Promise<ReadonlyMap<string, string>> {
    const asked = { programme: programme.programmeId, version: programme.version };
    try {
      const { programme: whole } = await this.platform.ownAnswer<ProgrammeVersionAnswer>(ProgrammeVersion, asked);
      const items = [...whole.items, ...whole.measures.flatMap((measure) => measure.items)];
      return new Map(items.map(({ provisionId, text }) => [provisionId, text.zh]));
    } catch (error) {
      if (error instanceof PlatformProblem) return new Map();
      throw error;
    }
  }

  /** The adopter and all below it, as far as the reader's grants reach; at least the unit that is shown. */
  private unitsFor(
    who: SignedIn,
    { report }: LeadingGroupReportAnswer,
  ): { unitId: string; name: string; depth: number }[] {
    const top = report.adoptedBy.unitId;
    const tops = who.grants.map(({ organizationId }) => organizationId);
    const units = this.directory
      .withBelow(top)
      .filter(({ unitId }) => tops.some((each) => each === EVERYWHERE || this.directory.within(unitId, each)))
      .map(({ unitId, name }) => ({ unitId, name, depth: this.directory.ancestors(unitId).indexOf(top) + 1 }));
    return units.some(({ unitId }) => unitId === report.organization.unitId)
      ? units
      : [{ ...report.organization, depth: 0 }, ...units];
  }
}

/** The fields of a form that were filled in: a browser sends the empty ones as well. */
const filledIn = (query: Record<string, unknown>): Record<string, string> =>
  singleParameters(Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')));
