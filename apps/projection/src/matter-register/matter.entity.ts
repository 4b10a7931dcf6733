import type {
  CrewTelling,
  MatterAnswer,
  MatterHop,
  MatterKind,
  MatterLevel,
  MatterSource,
  MatterStage,
  MatterSubject,
} from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

const IS_OPEN = "stage IN ('unanswered', 'answered')";

/** A matter as it stands. */
@Entity('matter')
@Index('matter_unit', ['unitId', 'matterId'])
@Index('matter_stage', ['stage', 'matterId'])
@Index('matter_record', ['recordId', 'matterId'])
@Index('matter_owner', ['ownerId', 'matterId'])
@Index('matter_open', ['matterId'], { where: IS_OPEN })
export class RegisteredMatter {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'matter_pkey' }) matterId!: string;
  @Column('text') unitId!: string;
  @Column('text') kind!: MatterKind;
  @Column('text') subject!: MatterSubject;
  @Column('text') source!: MatterSource;
  @Column('text') recordId!: string;
  @Column('date') raisedOn!: string;
  @Column('text') stage!: MatterStage;
  @Column('text') level!: MatterLevel;
  @Column('text') levelUnitId!: string;
  @Column('text', { nullable: true }) ownerId!: string | null;
  /** Since when the owner was named; after an answer came back to him, since the matter was raised. */
  @Column('date') ownedSince!: string;
  @Column('date') dueOn!: string;
  @Column('boolean') dueProvisional!: boolean;
  @Column('date', { nullable: true }) answeredOn!: string | null;
  @Column('text', { nullable: true }) answeredLevel!: MatterLevel | null;
  @Column('text', { nullable: true }) answer!: MatterAnswer | null;
  @Column('text', { nullable: true }) measure!: string | null;
  @Column('date', { nullable: true }) plannedFor!: string | null;
  @Column('boolean', { nullable: true }) inTime!: boolean | null;
  @Column('text', { nullable: true }) told!: CrewTelling | null;
  @Column('date', { nullable: true }) closedOn!: string | null;
  @Column('json') hops!: MatterHop[];
}
