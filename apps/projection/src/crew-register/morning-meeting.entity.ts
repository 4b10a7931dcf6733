import type { Shift } from '@gongyou/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A crew's morning meeting as it stands on record. Who was there stays in the ledger. */
@Entity('morning_meeting')
export class MorningMeeting {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'morning_meeting_pkey' }) unitId!: string;
  @PrimaryColumn('date', { primaryKeyConstraintName: 'morning_meeting_pkey' }) heldOn!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'morning_meeting_pkey' }) shift!: Shift;
  @Column('text') place!: string;
  @Column('integer') presentCount!: number;
  @Column('json') topics!: string[];
  @Column('json') risks!: string[];
  @Column('integer', { nullable: true }) minutes!: number | null;
  @Column('integer') evidenceCount!: number;
  @Column('boolean') isCorrected!: boolean;
}
