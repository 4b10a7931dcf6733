import { type Day, IsDay, IsPeriod, type Period } from '@gongyou/domain';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsNestedList } from '../fields';
import { Evidence } from '../supervision/task.contract';

/** Reports that a duty of the post was done for the period for which it was due (JX-38a). */
@Command({
  name: 'organization.liaison-duty.report-done',
  summary: { zh: '报告协理员职责履行', en: 'Report that a duty of a liaison post was done' },
  roles: ['administrator', 'unitOfficer', 'enterpriseSystem'],
  provisions: ['JX-38a'],
})
export class ReportLiaisonDuty {
  @IsIdentifier() officerId!: string;
  @IsIdentifier() dutyId!: string;
  /** A month, quarter, half or year, as the role definition has it. */
  @IsPeriod() period!: Period;
  @IsNestedList(() => Evidence, 20) evidence!: Evidence[];
  @IsDay() doneOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '协理员职责已履行', en: 'A duty of a liaison post was done' } })
export class LiaisonDutyDone {
  @IsIdentifier() officerId!: string;
  /** The unit of the post that the officer held. */
  @IsIdentifier() postUnitId!: string;
  @IsIdentifier() dutyId!: string;
  @IsPeriod() period!: Period;
  @IsNestedList(() => Evidence, 20) evidence!: Evidence[];
  @IsDay() doneOn!: Day;
}

export const liaisonDutyCommands = { ReportLiaisonDuty };
export type LiaisonDutyCommand = CommandOf<typeof liaisonDutyCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const liaisonDutyEvents = { LiaisonDutyDone };
export type LiaisonDutyEvent = EventOf<typeof liaisonDutyEvents>;
