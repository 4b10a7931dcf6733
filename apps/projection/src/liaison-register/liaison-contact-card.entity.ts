import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The present edition of the contact card of a project (JX-12c). */
@Entity('liaison_contact_card')
export class PresentLiaisonContactCard {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_contact_card_pkey' }) projectId!: string;
  @Column('integer') edition!: number;
  @Column('text') officerId!: string;
  @Column('text') hotline!: string;
  @Column('text') complaintCode!: string;
}

/** The card that a worker was given last in a project. */
@Entity('liaison_contact_card_holder')
export class LiaisonContactCardHolder {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_contact_card_holder_pkey' }) projectId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_contact_card_holder_pkey' }) workerId!: string;
  @Column('integer') edition!: number;
  @Column('boolean') acknowledged!: boolean;
}
