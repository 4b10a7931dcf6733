import type {
  CongressKind,
  DisclosureForm,
  FactoryAffairsObjectionRow,
  EmployeeRightsRecordKind,
  OpenMatter,
  OversightBody,
} from '@gongyou/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The matters that must be open in a unit and those below it, from a day on. */
@Entity('open_matters_list')
export class OpenMattersList {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'open_matters_list_pkey' }) unitId!: string;
  @PrimaryColumn('date', { primaryKeyConstraintName: 'open_matters_list_pkey' }) effectiveOn!: string;
  @Column('json') matters!: OpenMatter[];
}

/** What an enterprise disclosed, with objections and replies. */
@Entity('factory_affairs_disclosure')
@Index('factory_affairs_disclosure_unit', ['unitId', 'disclosureId'])
@Index('factory_affairs_disclosure_matter', ['unitId', 'matterId', 'postedOn'])
@Index('factory_affairs_disclosure_unanswered', ['disclosureId'], { where: 'is_unanswered' })
export class RegisteredDisclosure {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'factory_affairs_disclosure_pkey' }) disclosureId!: string;
  @Column('text') unitId!: string;
  @Column('text') matterId!: string;
  @Column('text') matterTitle!: string;
  @Column('text') content!: string;
  @Column('text') form!: DisclosureForm;
  @Column('date') postedOn!: string;
  @Column('date') postedUntil!: string;
  @Column('json') objections!: FactoryAffairsObjectionRow[];
  @Column('boolean') isUnanswered!: boolean;
}

/** What the employees' oversight found, and what became of it. */
@Entity('oversight_finding')
@Index('oversight_finding_unit', ['unitId', 'findingId'])
@Index('oversight_finding_open', ['findingId'], { where: 'answered_on IS NULL' })
export class RegisteredFinding {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'oversight_finding_pkey' }) findingId!: string;
  @Column('text') unitId!: string;
  @Column('text') body!: OversightBody;
  @Column('text') subject!: string;
  @Column('text') finding!: string;
  @Column('date') foundOn!: string;
  @Column('text', { nullable: true }) measure!: string | null;
  @Column('date', { nullable: true }) answeredOn!: string | null;
}

/** One piece of evidence that employees could know, take part, express themselves or oversee. */
@Entity('employee_rights_record')
@Index('employee_rights_record_unit', ['unitId', 'kind', 'onDay', 'recordId'])
export class EmployeeRightsRecord {
  /** That of the disclosure or finding; those of a congress and what belongs to it, joined by a full stop. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'employee_rights_record_pkey' }) recordId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'employee_rights_record_pkey' }) kind!: EmployeeRightsRecordKind;
  @Column('text') unitId!: string;
  @Column('date') onDay!: string;
  @Column('text') title!: string;
  @Column('boolean', { nullable: true }) settled!: boolean | null;
}

/** The unit of a congress, for the records of what happens in it. */
@Entity('congress_host')
export class CongressHost {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'congress_host_pkey' }) congressId!: string;
  @Column('text') kind!: CongressKind;
  @Column('text') unitId!: string;
  @Column('text') name!: string;
}
