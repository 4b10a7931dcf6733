import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A Party-mass service centre as it stands. */
@Entity('party_mass_service_centre')
@Index('party_mass_service_centre_park', ['parkUnitId', 'centreId'])
export class RegisteredServiceCentre {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'party_mass_service_centre_pkey' }) centreId!: string;
  @Column('text') parkUnitId!: string;
  @Column('text') name!: string;
  @Column('text') place!: string;
  @Column('integer') areaSquareMetres!: number;
  @Column('json') services!: string[];
  @Column('text') openingHours!: string;
  @Column('date') openedOn!: string;
  @Column('date', { nullable: true }) closedOn!: string | null;
}

/** A booking for a day. */
@Entity('service_centre_booking')
@Index('service_centre_booking_day', ['centreId', 'bookedFor'])
@Index('service_centre_booking_id', ['bookingId'])
export class ServiceCentreBooking {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'service_centre_booking_pkey' }) centreId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'service_centre_booking_pkey' }) bookingId!: string;
  @PrimaryColumn('date', { primaryKeyConstraintName: 'service_centre_booking_pkey' }) bookedFor!: string;
  @Column('text') unitId!: string;
  @Column('text') purpose!: string;
  @Column('integer') persons!: number;
  @Column('boolean') cancelled!: boolean;
}

/** How many visited a centre on a day, as it was told last. */
@Entity('service_centre_visits')
export class ServiceCentreVisits {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'service_centre_visits_pkey' }) centreId!: string;
  @PrimaryColumn('date', { primaryKeyConstraintName: 'service_centre_visits_pkey' }) visitedOn!: string;
  @Column('integer') visits!: number;
}
