import type {
  ArrearsAnswerer,
  CandidateKind,
  EmploymentForm,
  HonourKind,
  HonourLevel,
  HonourStage,
  NominationStanding,
  Spirit,
  WithdrawalReason,
} from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A round of selection as it stands. */
@Entity('honour_selection')
@Index('honour_selection_unit', ['unitId', 'selectionId'])
export class RegisteredHonourSelection {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'honour_selection_pkey' }) selectionId!: string;
  @Column('text') honour!: HonourKind;
  @Column('text') level!: HonourLevel;
  @Column('text') spirit!: Spirit;
  @Column('text') title!: string;
  @Column('text') unitId!: string;
  @Column('text') period!: string;
  @Column('text') stage!: HonourStage;
  @Column('date') openedOn!: string;
  @Column('date', { nullable: true }) noticeStandsUntil!: string | null;
  @Column('date', { nullable: true }) decidedOn!: string | null;
  @Column('integer') nominations!: number;
  @Column('integer') openObjections!: number;
  @Column('integer') honoured!: number;
  @Column('integer') honouredPersons!: number;
  @Column('integer') honouredWorkers!: number;
  @Column('text', { nullable: true }) previousSelectionId!: string | null;
}

/** A candidate of a round, and how far he, she or the crew has come. */
@Entity('honour_nomination')
@Index('honour_nomination_unit', ['nominatingUnitId', 'selectionId', 'nominationId'])
@Index('honour_nomination_candidate', ['candidateId'])
export class HonourNomination {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'honour_nomination_pkey' }) selectionId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'honour_nomination_pkey' }) nominationId!: string;
  @Column('text') honour!: HonourKind;
  @Column('text') candidateKind!: CandidateKind;
  @Column('text') candidateId!: string;
  @Column('text') employerUnitId!: string;
  @Column('text') nominatingUnitId!: string;
  @Column('boolean') industrialWorker!: boolean;
  @Column('text') employmentForm!: EmploymentForm;
  @Column('text') standing!: NominationStanding;
  @Column('integer', { nullable: true }) scoreHundredths!: number | null;
  @Column('bigint') paidFen!: number;
  @Column('text', { nullable: true }) certificateNumber!: string | null;
  @Column('bigint', { nullable: true }) rewardFen!: number | null;
  @Column('date', { nullable: true }) givenOn!: string | null;
  @Column('text', { nullable: true }) arrearsAnsweredBy!: ArrearsAnswerer | null;
  @Column('date', { nullable: true }) withdrawnOn!: string | null;
  @Column('text', { nullable: true }) withdrawalReason!: WithdrawalReason | null;
}

/** A payment of a reward, at the unit that selected. */
@Entity('honour_reward_payment')
@Index('honour_reward_payment_unit', ['unitId', 'selectionId', 'paymentId'])
export class HonourRewardPayment {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'honour_reward_payment_pkey' }) selectionId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'honour_reward_payment_pkey' }) paymentId!: string;
  @Column('text') nominationId!: string;
  @Column('text') unitId!: string;
  @Column('text') honour!: HonourKind;
  @Column('text') payeeId!: string;
  @Column('bigint') paidFen!: number;
  @Column('date') paidOn!: string;
}
