import type { LearningPlaceKind, VanguardKind } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A model post, task force or responsibility area as it stands; its members in counts. */
@Entity('vanguard')
@Index('vanguard_unit', ['unitId', 'vanguardId'])
export class RegisteredVanguard {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'vanguard_pkey' }) vanguardId!: string;
  @Column('text') kind!: VanguardKind;
  @Column('text') partyOrganizationId!: string;
  @Column('text') unitId!: string;
  @Column('text') place!: string;
  @Column('text') task!: string;
  @Column('integer') members!: number;
  @Column('integer') workerMembers!: number;
  @Column('integer') tasksCompleted!: number;
  /** Null before anything was reported. */
  @Column('integer', { nullable: true }) accidents!: number | null;
  @Column('date') setUpOn!: string;
  @Column('date', { nullable: true }) plannedUntil!: string | null;
  @Column('date', { nullable: true }) closedOn!: string | null;
}

/** A pairing as it stands. */
@Entity('party_pairing')
@Index('party_pairing_unit', ['unitId', 'pairingId'])
export class RegisteredPairing {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'party_pairing_pkey' }) pairingId!: string;
  @Column('text') partyOrganizationId!: string;
  @Column('text') unitId!: string;
  @Column('json') partnerIds!: string[];
  @Column('text') agreement!: string;
  @Column('date') agreedFrom!: string;
  @Column('date') agreedUntil!: string;
  @Column('integer') activities!: number;
  @Column('date', { nullable: true }) lastActivityOn!: string | null;
  @Column('date', { nullable: true }) endedOn!: string | null;
}

/** A learning place as it stands, with its last check. */
@Entity('learning_place')
@Index('learning_place_unit', ['unitId', 'learningPlaceId'])
export class RegisteredLearningPlace {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'learning_place_pkey' }) learningPlaceId!: string;
  @Column('text') unitId!: string;
  @Column('text') kind!: LearningPlaceKind;
  @Column('text') place!: string;
  @Column('integer') areaSquareMetres!: number;
  @Column('text') equipment!: string;
  @Column('boolean') signposted!: boolean;
  @Column('text') openingHours!: string;
  @Column('date') openedOn!: string;
  @Column('text', { nullable: true }) standard!: string | null;
  @Column('boolean', { nullable: true }) standardMet!: boolean | null;
  @Column('date', { nullable: true }) checkedOn!: string | null;
  @Column('date', { nullable: true }) closedOn!: string | null;
}
