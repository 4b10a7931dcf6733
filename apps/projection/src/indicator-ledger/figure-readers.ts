import { partyFigureReaders, partyFileReaders, type Role } from '@gongyou/contracts';
import { computedPartyIndicators, type LedgerIndicator, partyIndicators } from './indicators';

/** Counted of the Party by events that name nobody: organizations, coverage, members in numbers. */
const namingNobody: ReadonlySet<LedgerIndicator> = new Set<LedgerIndicator>([
  'partyOrganizations',
  'partyCoverings',
  'partyMembers',
  'foundingDuties',
  'foundingDutiesMet',
  'workplaces',
  'branchUnitsLastMonth',
  'branchUnitsLastQuarter',
]);

/** Whether a figure tells of the Party: then it is a number for few readers. */
export const isOfParty = (indicator: LedgerIndicator): boolean =>
  indicator in partyIndicators || indicator in computedPartyIndicators;

/**
 * Who may open a figure to its events, beside having a role that reads figures at all; null where that is enough. An event can tell
 * who is a Party member, also behind a figure that everybody reads: who is stationed with a crew as its Party member is one.
 */
export function eventReadersOf(indicator: LedgerIndicator): readonly Role[] | null {
  if (indicator === 'guidedCrews') return partyFileReaders;
  if (!isOfParty(indicator)) return null;
  return namingNobody.has(indicator) ? partyFigureReaders : partyFileReaders;
}
