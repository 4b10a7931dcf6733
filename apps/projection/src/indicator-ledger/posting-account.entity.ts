import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReturnAccount } from './return-account';
import type { StandingAccount } from './standing-rule';
import type { TaskAccount } from './task-account';

/** What the posting rules remember of a stream. */
@Entity('posting_account')
export class PostingAccount {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'posting_account_pkey' }) stream!: string;
  @Column('json') account!: TaskAccount | ReturnAccount | StandingAccount;
}
