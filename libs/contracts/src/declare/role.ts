import type { Bilingual } from '@gongyou/domain';

/**
 * What a person or a system may do, always within the organization unit it was granted for and everything below it.
 * Contracts name the roles that may send them; the check stands in one place, `libs/messaging` (ADR-0005).
 */
export const roles = {
  administrator: { zh: '系统管理员', en: 'Administrator' },
  leadingGroupOffice: { zh: '领导小组办公室', en: 'Leading group office' },
  leadDepartment: { zh: '牵头部门', en: 'Lead department' },
  unitOfficer: { zh: '单位经办人', en: 'Unit officer' },
  /** Alone reads who is a member, or is to become one (党员信息); beside it nobody does, the administrator neither. */
  partyAffairsOffice: { zh: '党务部门', en: 'Party affairs office' },
  inspector: { zh: '检查人员', en: 'Inspector' },
  enterpriseSystem: { zh: '企业系统', en: 'Enterprise system' },
  platform: { zh: '平台', en: 'The platform itself' },
} as const satisfies Record<string, Bilingual>;

export type Role = keyof typeof roles;

/** A role held over an organization unit and all that stands below it. */
export interface Grant {
  role: Role;
  organizationId: string;
}
