import type { DisclosureObjectionRow, DisclosureSubject } from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What was disclosed to a crew, with the objections to it. */
@Entity('crew_disclosure')
@Index('crew_disclosure_day', ['postedOn', 'disclosureId'])
@Index('crew_disclosure_unit', ['unitId', 'postedOn', 'disclosureId'])
@Index('crew_disclosure_unanswered', ['postedOn', 'disclosureId'], { where: 'unanswered > 0' })
export class CrewDisclosureRecord {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'crew_disclosure_pkey' }) disclosureId!: string;
  @Column('text') unitId!: string;
  @Column('text') subject!: DisclosureSubject;
  @Column('text', { nullable: true }) month!: string | null;
  @Column('text') title!: string;
  @Column('text') sha256!: string;
  @Column('date') postedOn!: string;
  @Column('date') objectionsUntil!: string;
  @Column('json') objections!: DisclosureObjectionRow[];
  /** Objections that nobody has answered. */
  @Column('integer') unanswered!: number;
}
