import type { CollectiveContractScope, CollectiveContractStep } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Wage talks and the contract that comes of them, as they stand. */
@Entity('collective_contract')
@Index('collective_contract_unit', ['unitId', 'collectiveContractId'])
export class RegisteredCollectiveContract {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'collective_contract_pkey' }) collectiveContractId!: string;
  @Column('text') unitId!: string;
  @Column('text') scope!: CollectiveContractScope;
  @Column('text') subject!: string;
  @Column('text') stage!: CollectiveContractStep;
  @Column('date') demandedOn!: string;
  /** The last day of the limit that runs. */
  @Column('date', { nullable: true }) dueOn!: string | null;
  @Column('json') lateSteps!: string[];
  @Column('date', { nullable: true }) signedOn!: string | null;
  @Column('date', { nullable: true }) inForceFrom!: string | null;
  @Column('date', { nullable: true }) endsOn!: string | null;
}

/** What an employer told the union before it ended a contract; the reasons stay in the events. */
@Entity('contract_end_notice')
@Index('contract_end_notice_employer', ['employerUnitId', 'noticeId'])
export class RegisteredContractEndNotice {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'contract_end_notice_pkey' }) noticeId!: string;
  @Column('text') employerUnitId!: string;
  @Column('text') massOrganizationId!: string;
  @Column('text') workerId!: string;
  @Column('date') notifiedOn!: string;
  @Column('date') plannedEndOn!: string;
  @Column('date', { nullable: true }) opinionRaisedOn!: string | null;
  @Column('date', { nullable: true }) answeredOn!: string | null;
}
