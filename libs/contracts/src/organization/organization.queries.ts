import { type CreditCodeCheck, IsText } from '@gongyou/domain';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Query } from '../declare/query';
import { IsIdentifier, NumberFromText } from '../fields';
import type { ProductionMode, PublishedNotice, UnitKind } from './unit.contract';
import { registerReaders } from './register-readers';

/** Units at or below a unit, by name; paged. */
@Query({
  name: 'organization.units',
  summary: { zh: '查询组织单元', en: 'Units at or below a unit' },
  roles: registerReaders,
})
export class Units {
  /** The top of the answer. */
  @IsIdentifier() organization!: string;
  /** The last unit id of the page before. */
  @IsOptional() @IsText(64) cursor?: string;
  @IsOptional() @NumberFromText() @IsInt() @Min(1) @Max(500) limit?: number;
}

/** A unit as it stands. */
export interface UnitRow {
  unitId: string;
  kind: UnitKind;
  name: string;
  parentId: string | null;
  creditCode: string | null;
  /** A published code that fails its check is kept with this warning and its notice (ID-03); null where there is nothing to warn of. */
  creditCodeWarning: { check: Exclude<CreditCodeCheck, 'valid'>; publishedIn: PublishedNotice } | null;
  /** How it produces; null where only a unit above says it (CC-10a). */
  productionMode: ProductionMode | null;
  establishedOn: string;
  closedOn: string | null;
}

export interface UnitsAnswer {
  units: UnitRow[];
  /** Given when more follow. */
  nextCursor: string | null;
  position: number;
}
