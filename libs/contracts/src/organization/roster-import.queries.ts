import type { Day } from '@gongyou/domain';
import { Query } from '../declare/query';
import type { Role } from '../declare/role';
import { NumberFromText } from '../fields';
import { IsImportId, IsRow, type RosterRowsTaken } from './roster-import.contract';

const readers: Role[] = ['administrator', 'unitOfficer', 'enterpriseSystem', 'inspector', 'platform'];

/** How far the import of a roster has come. */
@Query({
  name: 'organization.roster-import',
  summary: { zh: '花名册导入进度', en: 'How far the import of a roster has come' },
  roles: readers,
})
export class RosterImport {
  @IsImportId() import!: string;
}

export interface RosterImportAnswer {
  importId: string;
  organizationId: string;
  fileName: string;
  begunOn: Day;
  hasEnded: boolean;
  /** Rows of the file that were gone through, those that the sender left out among them. */
  rows: number;
  registered: number;
  known: number;
  refused: number;
}

/** What came of the rows of a part that was taken. */
@Query({
  name: 'organization.roster-import-part',
  summary: { zh: '花名册分段导入结果', en: 'What came of a part of a roster' },
  roles: readers,
})
export class RosterImportPart {
  @IsImportId() import!: string;
  /** The first row of the part. */
  @NumberFromText() @IsRow() fromRow!: number;
}

export type RosterImportPartAnswer = RosterRowsTaken;
