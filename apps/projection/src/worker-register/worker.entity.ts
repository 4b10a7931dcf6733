import type {
  AgeGroup,
  EducationLevel,
  IdentityDocumentType,
  KeptByLaw,
  RecordedLookPurpose,
  WorkerContract,
  WorkerFileAnswer,
  WorkRole,
  WorkType,
} from '@gongyou/contracts';
import type { Sex } from '@gongyou/domain';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A registration as it stands. Of personal fields it holds masks and blind indexes only; they go when the person is erased. */
@Entity('worker')
@Index('worker_name_index', ['nameIndex', 'workerId'], { where: 'name_index IS NOT NULL' })
@Index('worker_identity_number_index', ['identityNumberIndex', 'workerId'], {
  where: 'identity_number_index IS NOT NULL',
})
@Index('worker_phone_index', ['phoneIndex', 'workerId'], { where: 'phone_index IS NOT NULL' })
export class RegisteredWorker {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'worker_pkey' }) workerId!: string;
  @Column('text') organizationId!: string;
  @Column('text') stage!: WorkerFileAnswer['worker']['stage'];
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text', { nullable: true }) nameIndex!: string | null;
  @Column('text') identityDocumentType!: IdentityDocumentType;
  @Column('text', { nullable: true }) identityNumber!: string | null;
  @Column('text', { nullable: true }) identityNumberIndex!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { nullable: true }) phoneIndex!: string | null;
  @Column('text', { nullable: true }) registeredAddress!: string | null;
  @Column('text', { nullable: true }) presentAddress!: string | null;
  @Column('text') sex!: Sex;
  @Column('text') education!: EducationLevel;
  @Column('date') registeredOn!: string;
  @Column('json') contracts!: WorkerContract[];
  @Column('json') trainings!: WorkerFileAnswer['trainings'];
  @Column('text', { nullable: true }) mergedInto!: string | null;
  @Column('date', { nullable: true }) erasedOn!: string | null;
  @Column('json') kept!: KeptByLaw[];
}

/** A unit that knows a worker: it registered him, or he is or was in it as a crew. */
@Entity('worker_place')
@Index('worker_place_unit', ['unitId', 'workerId', 'activeIn'])
@Index('worker_place_trade', ['workType', 'workerId'], { where: 'work_type IS NOT NULL' })
@Index('worker_place_on_no_site', ['workerId'], { where: 'active_in IS NULL' })
export class WorkerPlace {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'worker_place_pkey' }) workerId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'worker_place_pkey' }) unitId!: string;
  /** What he does there, or did last; none where he was only registered. */
  @Column('text', { nullable: true }) workType!: WorkType | null;
  /** Whether he is there today. */
  @Column('boolean') active!: boolean;
  /** The crew that he is in today, here or elsewhere; the first by name when he is on several sites; null when he is on none. */
  @Column('text', { nullable: true }) activeIn!: string | null;
}

/** Time in one crew of a site, both days included. */
@Entity('site_stint')
@Index('site_stint_crew', ['crewId', 'fromDay'])
@Index('site_stint_project', ['projectId', 'fromDay'])
@Index('site_stint_lasting', ['crewId'], { where: 'until_day IS NULL' })
export class SiteStint {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'site_stint_pkey' }) workerId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'site_stint_pkey' }) projectId!: string;
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'site_stint_pkey' }) fromPosition!: number;
  @Column('text') crewId!: string;
  @Column('text') workType!: WorkType;
  @Column('text') workRole!: WorkRole;
  @Column('text') ageGroup!: AgeGroup;
  @Column('text') contractId!: string;
  /** The registration that the stay and its contract were recorded under. */
  @Column('text') registeredAs!: string;
  @Column('date') enteredOn!: string;
  @Column('date') fromDay!: string;
  /** None while it lasts; the day before `fromDay` when he was moved on at once. */
  @Column('date', { nullable: true }) untilDay!: string | null;
}

/** A look at a worker's data in the clear, or its export. */
@Entity('personal_data_look')
@Index('personal_data_look_worker', ['workerId', 'position'])
export class PersonalDataLook {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'personal_data_look_pkey' }) position!: number;
  @Column('text') workerId!: string;
  @Column('text') actor!: string;
  @Column('text') purpose!: RecordedLookPurpose | 'export';
  @Column('timestamptz') at!: Date;
}
