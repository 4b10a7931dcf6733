import type { DepartmentMapping, LeadingGroup } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One change of an adoption. What was in force on both clocks is folded from them: a change may take effect later, or earlier, than it was told. */
@Entity('adoption_change')
@Index('adoption_change_adoption', ['organizationId', 'programmeId'])
export class AdoptionChange {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'adoption_change_pkey' }) position!: number;
  @Column('text') programmeId!: string;
  @Column('text') organizationId!: string;
  /** From which day on it is in force. */
  @Column('date') day!: string;
  /** The version that is in force from then; null when it stays. */
  @Column('integer', { nullable: true }) programmeVersion!: number | null;
  /** Units for departments; those that are not named stay as they are. */
  @Column('json') departments!: DepartmentMapping[];
  /** Given by the adoption itself only. */
  @Column('json', { nullable: true }) founding!: { leadingGroup: LeadingGroup; officeUnitId: string } | null;
}
