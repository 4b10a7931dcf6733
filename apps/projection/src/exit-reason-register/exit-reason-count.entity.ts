import type { ExitReason } from '@gongyou/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many of those who left a crew in a month gave a reason. */
@Entity('exit_reason_count')
export class ExitReasonCount {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'exit_reason_count_pkey' }) unitId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'exit_reason_count_pkey' }) month!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'exit_reason_count_pkey' }) reason!: ExitReason;
  @Column('bigint') amount!: number;
}
