import type { CongressKind, CongressLevel, CongressMatter, DelegateCategory } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A term of a congress. */
@Entity('congress')
@Index('congress_unit', ['unitId', 'congressId'])
export class RegisteredCongress {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'congress_pkey' }) congressId!: string;
  @Column('text') kind!: CongressKind;
  @Column('text') level!: CongressLevel;
  @Column('text') unitId!: string;
  @Column('text') name!: string;
  @Column('integer') seats!: number;
  @Column('integer') staffCount!: number;
  @Column('text', { nullable: true }) previousCongressId!: string | null;
  @Column('date') beginsOn!: string;
  @Column('date') endsOn!: string;
}

/** Who holds, or held, a seat in a congress. */
@Entity('congress_delegate')
export class SeatedDelegate {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'congress_delegate_pkey' }) congressId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'congress_delegate_pkey' }) workerId!: string;
  @Column('text') category!: DelegateCategory;
  @Column('boolean') industrialWorker!: boolean;
  @Column('date') seatedOn!: string;
  @Column('date', { nullable: true }) vacatedOn!: string | null;
}

/** A session that was held. */
@Entity('congress_session')
export class CongressSession {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'congress_session_pkey' }) congressId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'congress_session_pkey' }) sessionId!: string;
  @Column('date') heldOn!: string;
  @Column('integer') delegates!: number;
  @Column('integer') delegatesPresent!: number;
}

/** What was put to the vote. */
@Entity('congress_resolution')
export class CongressResolution {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'congress_resolution_pkey' }) congressId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'congress_resolution_pkey' }) resolutionId!: string;
  @Column('text') sessionId!: string;
  @Column('text') matter!: CongressMatter;
  @Column('boolean') vitalInterest!: boolean;
  @Column('text') title!: string;
  @Column('boolean') passed!: boolean;
  @Column('integer') delegates!: number;
  @Column('integer') votesFor!: number;
  @Column('integer') votesAgainst!: number;
  @Column('integer') abstaining!: number;
}

/** A proposal of delegates: when it was made, if that was told, and when it was answered. */
@Entity('congress_proposal')
export class CongressProposal {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'congress_proposal_pkey' }) congressId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'congress_proposal_pkey' }) proposalId!: string;
  @Column('date', { nullable: true }) madeOn!: string | null;
  @Column('date', { nullable: true }) answeredOn!: string | null;
  @Column('boolean', { nullable: true }) adopted!: boolean | null;
}
