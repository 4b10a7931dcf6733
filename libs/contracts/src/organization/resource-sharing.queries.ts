import { IsPeriod, type Period } from '@gongyou/domain';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Query } from '../declare/query';
import { IsIdentifier, NumberFromText } from '../fields';
import { registerReaders } from './register-readers';
import { type SharedResource, sharedResources } from './resource-sharing.contract';

/** What projects of the districts at or below a unit shared in a period: counted by district and kind, and listed; paged (JX-18). */
@Query({
  name: 'organization.resource-sharings',
  summary: { zh: '查询片区资源共享', en: 'What projects of districts shared' },
  roles: registerReaders,
  provisions: ['JX-18'],
})
export class ResourceSharings {
  @IsIdentifier() organization!: string;
  @IsPeriod() period!: Period;
  @IsOptional() @IsIn(sharedResources) resource?: SharedResource;
  /** The last sharing id of the page before. */
  @IsOptional() @IsIdentifier() cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

export interface ResourceSharingRow {
  sharingId: string;
  districtId: string;
  fromProjectId: string;
  toProjectId: string;
  resource: SharedResource;
  description: string;
  sharedOn: string;
}

export interface ResourceSharingsAnswer {
  counts: { districtId: string; resource: SharedResource; sharings: number }[];
  sharings: ResourceSharingRow[];
  nextCursor: string | null;
  position: number;
}
