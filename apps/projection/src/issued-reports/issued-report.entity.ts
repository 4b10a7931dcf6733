import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A leading-group report that was put on record. */
@Entity('issued_report')
@Index('issued_report_adoption', ['programmeId', 'organizationId', 'position'])
export class IssuedReport {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'issued_report_pkey' }) position!: number;
  @Column('text') programmeId!: string;
  @Column('text') organizationId!: string;
  @Column('text') period!: string;
  @Column('date') asOfDay!: string;
  @Column('bigint') asOfPosition!: number;
  @Column('text') reportSha256!: string;
  @Column('date') issuedOn!: string;
}
