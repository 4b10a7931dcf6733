import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A duty that an officer did for a period (JX-38a). */
@Entity('liaison_duty_done')
export class DoneLiaisonDuty {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_duty_done_pkey' }) officerId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_duty_done_pkey' }) period!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'liaison_duty_done_pkey' }) dutyId!: string;
  @Column('date') doneOn!: string;
}
