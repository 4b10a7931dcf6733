import type { CorporatePost, EmployeeBoard, EmployeeElectorate, OrganizationPost } from '@gongyou/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whether the articles of an enterprise speak of Party building, from a position of the ledger and a day on. */
@Entity('enterprise_articles')
export class EnterpriseArticles {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'enterprise_articles_pkey' }) unitId!: string;
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'enterprise_articles_pkey' }) fromPosition!: number;
  @Column('boolean') included!: boolean;
  @Column('date') fromDay!: string;
}

/** A post in the Party branch or union that was held together with one in the company's governance. */
@Entity('cross_held_post')
export class HeldPost {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'cross_held_post_pkey' }) unitId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'cross_held_post_pkey' }) crossHeldPostId!: string;
  @Column('text') organizationPost!: OrganizationPost;
  @Column('text') corporatePost!: CorporatePost;
  @Column('date') fromDay!: string;
  /** The first day on which they were not held together any more. */
  @Column('date', { nullable: true }) untilDay!: string | null;
}

/** An employee's seat on a board. */
@Entity('employee_seat')
export class HeldEmployeeSeat {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'employee_seat_pkey' }) unitId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'employee_seat_pkey' }) seatId!: string;
  @Column('text') board!: EmployeeBoard;
  @Column('text') workerId!: string;
  @Column('text') electedBy!: EmployeeElectorate;
  @Column('date') electedOn!: string;
  @Column('date') termFrom!: string;
  @Column('date') termUntil!: string;
  /** The first day on which he did not hold it any more. */
  @Column('date', { nullable: true }) vacatedOn!: string | null;
}
