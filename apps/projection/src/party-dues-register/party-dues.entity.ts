import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Which months of a member's dues are paid or excused, for the alert of months running; no amounts. */
@Entity('party_dues')
@Index('party_dues_unit', ['unitId', 'memberId'])
export class RegisteredPartyDues {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'party_dues_pkey' }) memberId!: string;
  @Column('text') partyOrganizationId!: string;
  @Column('text') unitId!: string;
  @Column('text') duesFrom!: string;
  /** Months paid or excused, sorted. */
  @Column('json') settledMonths!: string[];
}
