import type { Grant } from '@gongyou/contracts';
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Somebody who may log in. What he may do are his grants, each a role over an organization unit. */
@Entity({ name: 'account' })
@Unique('account_username_key', ['username'])
export class Account {
  @PrimaryColumn('uuid', { name: 'account_id', primaryKeyConstraintName: 'account_pk' }) accountId!: string;
  @Column('text') username!: string;
  /** argon2id in PHC form. */
  @Column('text', { name: 'password_hash' }) passwordHash!: string;
  /** Set when another person knows the password: it opens nothing until its owner has chosen a new one. */
  @Column('boolean', { name: 'must_change_password' }) mustChangePassword!: boolean;
  @Column('integer', { name: 'wrong_passwords' }) wrongPasswords!: number;
  @Column('timestamptz', { name: 'locked_until', nullable: true }) lockedUntil!: Date | null;
  @Column('boolean') disabled!: boolean;
  /** Never empty: who may manage an account is judged by its grants. */
  @Column('jsonb') grants!: Grant[];
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
