import type { CountedCrewSupport, CrewSupportRow } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A manager's assignment to answer for a crew, with how it was assessed. */
@Entity('crew_support')
@Index('crew_support_manager', ['managerId', 'fromDay'])
export class CrewSupport {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'crew_support_pkey' }) unitId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'crew_support_pkey' }) assignmentId!: string;
  @Column('text') managerId!: string;
  @Column('date') fromDay!: string;
  @Column('date', { nullable: true }) endedOn!: string | null;
  @Column('json') assessments!: CrewSupportRow['assessments'];
}

/** A promotion for which service with crews counted. */
@Entity('manager_promotion')
@Index('manager_promotion_manager', ['managerId', 'promotedOn'])
export class ManagerPromotionRecord {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'manager_promotion_pkey' }) promotionId!: string;
  @Column('text') managerId!: string;
  @Column('text') organizationId!: string;
  @Column('text') fromPost!: string;
  @Column('text') toPost!: string;
  @Column('json') served!: CountedCrewSupport[];
  @Column('date') promotedOn!: string;
  @Column('date', { nullable: true }) withdrawnOn!: string | null;
}
