import type { Role } from '../declare/role';

/** Who may read the registers of the organization, each within his own scope. Registers of Party affairs and of persons say their own. */
export const registerReaders: readonly Role[] = [
  'administrator',
  'leadingGroupOffice',
  'leadDepartment',
  'unitOfficer',
  'inspector',
  'enterpriseSystem',
  'platform',
];
