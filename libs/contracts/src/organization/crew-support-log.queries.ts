import { IsPeriod, IsText, type Period } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Query } from '../declare/query';
import { IsIdentifier, NumberFromText } from '../fields';
import { type CrewSupportRole, crewSupportRoles } from './crew-support-log.contract';
import { registerReaders } from './register-readers';

/**
 * How often those who are stationed with crews visited them in a period, by assignment: an assignment that lasted in it and has no
 * visit is shown with none (QD-10, QD-41). In the order of crew and assignment; paged. The share of crews that have a stationed Party
 * member is a standing indicator.
 */
@Query({
  name: 'organization.crew-support-visits',
  summary: { zh: '查询进驻走访频次', en: 'Visits to crews by those who are stationed with them' },
  roles: registerReaders,
  provisions: ['QD-10', 'QD-41'],
})
export class CrewSupportVisits {
  @IsIdentifier() organization!: string;
  @IsPeriod() period!: Period;
  @IsOptional() @IsIn(crewSupportRoles) role?: CrewSupportRole;
  /** The cursor that the page before gave. */
  @IsOptional() @IsText(130) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface CrewSupportVisitsRow {
  unitId: string;
  unitName: string;
  assignmentId: string;
  role: CrewSupportRole;
  stationedId: string;
  fromDay: string;
  endedOn: string | null;
  visits: number;
  minutes: number;
  lastVisitedOn: string | null;
  mattersRaised: number;
  mattersFollowedUp: number;
  visitsByMonth: { month: string; visits: number }[];
}

export interface CrewSupportVisitsAnswer {
  assignments: CrewSupportVisitsRow[];
  nextCursor: string | null;
  position: number;
}
