import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The present edition of the contact card of a project (JX-12c). */
@Entity('liaison_card')
export class PresentLiaisonCard {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_card_pkey' }) projectId!: string;
  @Column('integer') edition!: number;
  @Column('text') officerId!: string;
  @Column('text') hotline!: string;
  @Column('text') complaintCode!: string;
}

/** The card that a worker was given last in a project. */
@Entity('liaison_card_holder')
export class LiaisonCardHolder {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_card_holder_pkey' }) projectId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_card_holder_pkey' }) workerId!: string;
  @Column('integer') edition!: number;
  @Column('boolean') acknowledged!: boolean;
}
