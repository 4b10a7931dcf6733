import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An event that could not be processed, or that follows one of its stream that could not. It stays in the ledger; this row holds its place. */
@Entity('parked_event')
@Index('parked_event_stream', ['stream', 'position'])
export class ParkedEvent {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'parked_event_pkey' }) position!: number;
  @Column('text') stream!: string;
  @Column('text') eventType!: string;
  /** The register that could not take it in. */
  @Column('text') handler!: string;
  /** Without personal data: the kind of error and where it was thrown. */
  @Column('text') error!: string;
  @Column('timestamptz') parkedAt!: Date;
}
