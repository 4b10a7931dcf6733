import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the posting rules remember of a stream, or of a subject that several streams tell of. */
@Entity('posting_account')
export class PostingAccount {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'posting_account_pkey' }) stream!: string;
  /** As the rules that post for it have it: each knows its own. */
  @Column('json') account!: object;
}
