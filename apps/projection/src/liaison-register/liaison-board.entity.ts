import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Up to which position of the ledger the printed board of a unit on site is known to be current (JX-12b). */
@Entity('liaison_board_posting')
export class LiaisonBoardPosting {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_board_posting_pkey' }) unitId!: string;
  @Column('bigint') position!: number;
}

/** Where in the ledger what boards show of the officers of a unit changed last. */
@Entity('liaison_board_change')
export class LiaisonBoardChange {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_board_change_pkey' }) unitId!: string;
  @Column('bigint') position!: number;
}
