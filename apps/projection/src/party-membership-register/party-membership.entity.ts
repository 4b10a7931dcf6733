import type { MembershipOrigin, MembershipStanding, PartyMembershipRow, TransferWay } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A membership as it stands, with the branch that keeps it or kept it last. It holds identifiers and days, nothing else of a person. */
@Entity('party_membership')
@Index('party_membership_branch_unit', ['branchUnitId', 'memberId'])
@Index('party_membership_organization', ['partyOrganizationId', 'memberId'])
export class RegisteredPartyMembership {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'party_membership_pkey' }) memberId!: string;
  @Column('text') partyOrganizationId!: string;
  /** The unit of that organization. */
  @Column('text') branchUnitId!: string;
  /** Where the member works. */
  @Column('text') unitId!: string;
  @Column('boolean') industrialWorker!: boolean;
  @Column('text') origin!: MembershipOrigin;
  @Column('text', { nullable: true }) fromOrganization!: string | null;
  @Column('date') registeredOn!: string;
  @Column('text') standing!: MembershipStanding;
  @Column('text', { nullable: true }) toOrganization!: string | null;
  @Column('text', { nullable: true }) transferWay!: TransferWay | null;
  @Column('date', { nullable: true }) transferIssuedOn!: string | null;
  @Column('date', { nullable: true }) leftOn!: string | null;
  @Column('json') posts!: PartyMembershipRow['posts'];
  @Column('json') inclusionsSettled!: string[];
}
