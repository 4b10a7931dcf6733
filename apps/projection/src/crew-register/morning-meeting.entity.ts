import type { Shift } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A crew's morning meeting as it stands on record. */
@Entity('morning_meeting')
@Index('morning_meeting_day', ['heldOn', 'unitId'])
export class MorningMeeting {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'morning_meeting_pkey' }) unitId!: string;
  @PrimaryColumn('date', { primaryKeyConstraintName: 'morning_meeting_pkey' }) heldOn!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'morning_meeting_pkey' }) shift!: Shift;
  @Column('text') place!: string;
  @Column('integer') presentCount!: number;
  /** None where heads were only counted. */
  @Column('json', { nullable: true }) attendeeIds!: string[] | null;
  @Column('json') topics!: string[];
  @Column('json') risks!: string[];
  @Column('integer', { nullable: true }) minutes!: number | null;
  @Column('integer') evidenceCount!: number;
  @Column('boolean') isCorrected!: boolean;
}
