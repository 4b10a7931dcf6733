import { createHash } from 'node:crypto';
import type { LeadingGroupReport, LeadingGroupReportAnswer, LeadingGroupReportQuery } from '@gongyou/contracts';
import { monthOf, periodRange, previousPeriod } from '@gongyou/domain';
import { PlatformProblem, type Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import canonicalize from 'canonicalize';
import type { EntityManager } from 'typeorm';
import { adoptionAsOf, byAdoption } from '../adoption-register/adoption';
import { AdoptionChange } from '../adoption-register/adoption-change.entity';
import { type ProgrammeInForce, programmeInForce } from '../adoption-register/programme-in-force';
import { cellsAsOf, cellsBetween, type LedgerScope } from '../indicator-ledger/cells.query';
import { recordedDayOf } from '../intake/recorded-day';
import { lastIssuedReport } from '../issued-reports/last-issued-report';
import { programmeUnknown } from '../programme-register/programmes.query';
import { ProgrammeVersionRecord } from '../programme-register/programme-version.entity';
import { type AsOf, behind } from '../reading/as-of';
import { Reading } from '../reading/reading';
import { unitNamesAsOf, unitsAboveAsOf, unitsBelowAsOf } from '../unit-register/unit-tree';
import { buildReport } from './report-builder';

/** Makes the leading-group report of an adopter, or of a unit below it, at any point on both clocks. */
@Injectable()
export class LeadingGroupReports {
  constructor(private readonly reading: Reading) {}

  /**
   * Without `asOfPosition` what is known now; without `asOfDay` the day on which the event at that position was recorded. So the
   * clock of a machine never enters a report, and the same position gives the same bytes.
   *
   * Throws `notFound` problems where nothing was adopted, and `unavailable` ones for a position that is not taken in yet.
   */
  report(asked: LeadingGroupReportQuery, sender: Pick<Sender, 'after'>): Promise<LeadingGroupReportAnswer> {
    const { asOfPosition } = asked;
    return this.reading.snapshot(behind(sender, asOfPosition), async ({ tx, position }) => {
      const asOf = await clocksOf(tx, asked, asOfPosition ?? position);
      return answerOf(await this.build(tx, asked, asOf, position));
    });
  }

  private async build(
    tx: EntityManager,
    { programme: programmeId, organization, period }: LeadingGroupReportQuery,
    asOf: AsOf,
    newest: number,
  ): Promise<LeadingGroupReport> {
    const { adoption, programme } = await adoptedAbove(tx, programmeId, organization, asOf);
    const adopter = adoption.organizationId;
    const { to } = periodRange(period);
    const scope: LedgerScope = {
      programmeId,
      organizationId: adopter,
      unitIds: organization === adopter ? null : await unitsBelowAsOf(tx, organization, asOf),
      from: monthOf(periodRange(previousPeriod(period)).from),
      to: monthOf(to),
    };
    const since = await lastIssuedReport(tx, adoption, asOf);
    const cells = await cellsAsOf(tx, scope, asOf, newest);
    return buildReport({
      organizationId: organization,
      period,
      asOf,
      adoption,
      programme,
      names: await unitNamesAsOf(tx, [organization, adopter], asOf),
      since,
      cells,
      changes: since
        ? await cellsBetween(tx, scope, { day: since.asOfDay, position: since.asOfPosition }, asOf)
        : cells,
    });
  }
}

/** Before the first event there is no day to take; nothing was adopted then either. */
async function clocksOf(
  tx: EntityManager,
  { asOfDay, programme }: LeadingGroupReportQuery,
  position: number,
): Promise<AsOf> {
  const day = asOfDay ?? (await recordedDayOf(tx, position));
  if (day === undefined) throw programmeUnknown(programme);
  return { day, position };
}

/** What the unit, or else the nearest one above it, had adopted. */
async function adoptedAbove(
  tx: EntityManager,
  programmeId: string,
  organization: string,
  asOf: AsOf,
): Promise<ProgrammeInForce> {
  for (const unitId of await unitsAboveAsOf(tx, organization, asOf)) {
    const inForce = await programmeInForce(tx, programmeId, unitId, asOf);
    if (inForce) return inForce;
  }
  throw await whyNot(tx, programmeId, organization, asOf);
}

async function whyNot(
  tx: EntityManager,
  programmeId: string,
  organization: string,
  asOf: AsOf,
): Promise<PlatformProblem> {
  if (!(await tx.existsBy(ProgrammeVersionRecord, { programmeId }))) return programmeUnknown(programmeId);
  const latest = { day: '9999-12-31', position: Number.MAX_SAFE_INTEGER };
  const above = await unitsAboveAsOf(tx, organization, latest);
  const changes = await tx
    .createQueryBuilder(AdoptionChange, 'change')
    .where('change.programmeId = :programmeId AND change.organizationId = ANY(:above)', { programmeId, above })
    .getMany();
  const [later] = byAdoption(changes).flatMap((of) => adoptionAsOf(of, latest) ?? []);
  return later ? beforeAdoption(asOf, later.adoptedOn) : notAdopted(programmeId, organization);
}

const beforeAdoption = (asOf: AsOf, adoptedOn: string): PlatformProblem =>
  new PlatformProblem(
    'notFound',
    'reporting.beforeAdoption',
    {
      zh: `在所要求的日期和位置，该方案尚未被采纳（采纳日期为 ${adoptedOn}）`,
      en: `On the day and at the position asked for, the programme had not been adopted yet; it was adopted on ${adoptedOn}.`,
    },
    { adoptedOn, asOfDay: asOf.day, asOfPosition: asOf.position },
  );

const notAdopted = (programme: string, organization: string): PlatformProblem =>
  new PlatformProblem(
    'notFound',
    'reporting.notAdopted',
    {
      zh: '该单位及其上级单位均未采纳此改革实施方案',
      en: 'Neither this unit nor one above it has adopted this reform programme.',
    },
    { programme, organization },
  );

function answerOf(report: LeadingGroupReport): LeadingGroupReportAnswer {
  return { report, sha256: createHash('sha256').update(canonicalize(report)!).digest('hex') };
}
