import type { VitalMatterKind } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A matter of vital interest, with the resolution that covers it, or none. */
@Entity('vital_matter')
@Index('vital_matter_unit', ['unitId', 'matterId'])
export class RegisteredVitalMatter {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'vital_matter_pkey' }) matterId!: string;
  @Column('text') unitId!: string;
  @Column('text') matter!: VitalMatterKind;
  @Column('text') title!: string;
  @Column('date') inForceFrom!: string;
  @Column('date', { nullable: true }) foundOn!: string | null;
  @Column('text', { nullable: true }) congressId!: string | null;
  @Column('text', { nullable: true }) resolutionId!: string | null;
  /** The day from which the resolution covers it. */
  @Column('date', { nullable: true }) coveredOn!: string | null;
  /** The first day without it. */
  @Column('date', { nullable: true }) revokedOn!: string | null;
}
