import type { Programme } from '@gongyou/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of a reform programme, whole. */
@Entity('programme_version')
export class ProgrammeVersionRecord {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'programme_version_pkey' }) programmeId!: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'programme_version_pkey' }) version!: number;
  @Column('bigint') position!: number;
  @Column('json') programme!: Programme;
}
