import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Account } from './account.entity';

/** An open login. The token itself is known to its bearer alone: a copy of this table opens nothing. */
@Entity({ name: 'session' })
export class Session {
  @PrimaryColumn('text', { name: 'token_sha256', primaryKeyConstraintName: 'session_pk' }) tokenSha256!: string;
  @ManyToOne(() => Account, { onDelete: 'CASCADE', eager: true, nullable: false })
  @JoinColumn({ name: 'account_id', foreignKeyConstraintName: 'session_account_fk' })
  account!: Account;
  @Index('session_account_idx') @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt!: Date;
}
