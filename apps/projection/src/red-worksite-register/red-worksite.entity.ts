import type { RedWorksiteEntryRow, RedWorksiteStage } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A Red Worksite to be, with the entries of its creation. One whose enrolment was withdrawn is `withdrawn`, and not shown. */
@Entity('red_worksite')
@Index('red_worksite_due', ['dueOn', 'unitId'], { where: "stage = 'incomplete'" })
export class RegisteredRedWorksite {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'red_worksite_pkey' }) unitId!: string;
  @Column('text', { nullable: true }) partyOrganizationId!: string | null;
  @Column('date') enrolledOn!: string;
  @Column('date') dueOn!: string;
  @Column('text') stage!: RedWorksiteStage | 'withdrawn';
  @Column('date', { nullable: true }) completedOn!: string | null;
  @Column('json') entries!: RedWorksiteEntryRow[];
}
