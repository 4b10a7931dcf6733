import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LedgerIndicator } from './indicators';

/** One change of an indicator, with the event that caused it. Never updated: a correction is a reversing posting. */
@Entity('posting')
@Index('posting_figure', ['organizationId', 'programmeId', 'indicator', 'periodMonth', 'position', 'line'])
@Index('posting_day', ['organizationId', 'programmeId', 'day'])
export class Posting {
  /** The event that it cites, by its position in the ledger. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'posting_pkey' }) position!: number;
  /** Which of the event's postings it is, from 0. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'posting_pkey' }) line!: number;
  @Column('uuid') eventId!: string;
  @Column('text') indicator!: LedgerIndicator;
  @Column('text') programmeId!: string;
  /** The organization that adopted the programme. */
  @Column('text') organizationId!: string;
  /** Empty for what belongs to no single measure: a returned indicator. */
  @Column('text') measureId!: string;
  /** The unit that it counts for: the owner of the task, the unit whose value was returned. */
  @Column('text') unitId!: string;
  /** The month in which the task falls due, or the last month of the returned period: `YYYY-MM`. */
  @Column('text') periodMonth!: string;
  /** The duty, or the name of the returned indicator; empty otherwise. */
  @Column('text') dimension!: string;
  /** When it happened, as told; never before the day of what was told earlier in the same stream. */
  @Column('date') day!: string;
  @Column('bigint') amount!: number;
}
