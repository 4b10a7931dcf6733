import type { Role } from '../declare/role';

/**
 * Who reports Party affairs: the Party affairs office over its units, and the Party-building system of an enterprise (WZ-20f).
 * Membership is personal data, so that no other role sends or reads what names a person, the administrator included.
 */
export const partyReporters: readonly Role[] = ['partyAffairsOffice', 'enterpriseSystem'];

/** Who reads what names persons, by their identifiers. */
export const partyFileReaders: readonly Role[] = ['partyAffairsOffice'];

/** Who reads facts of organization that name nobody: organizations, coverage, counts. */
export const partyFigureReaders: readonly Role[] = ['partyAffairsOffice', 'leadingGroupOffice', 'inspector'];
