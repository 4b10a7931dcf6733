import type { AttachmentKind, FloatingMemberStage } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A floating member as he stands. */
@Entity('floating_member')
@Index('floating_member_unit', ['unitId', 'floatingMemberId'])
export class RegisteredFloatingMember {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'floating_member_pkey' }) floatingMemberId!: string;
  @Column('text') memberId!: string;
  @Column('text') unitId!: string;
  @Column('text') homeOrganization!: string;
  @Column('date') awaySince!: string;
  @Column('date') declaredOn!: string;
  @Column('text') stage!: FloatingMemberStage;
  @Column('text', { nullable: true }) partyOrganizationId!: string | null;
  @Column('text', { nullable: true }) attachment!: AttachmentKind | null;
  @Column('date', { nullable: true }) requestedOn!: string | null;
  @Column('date', { nullable: true }) attachedOn!: string | null;
  @Column('date', { nullable: true }) leftOn!: string | null;
}
