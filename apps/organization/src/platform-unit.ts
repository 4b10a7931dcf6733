/** What belongs to no organization unit, such as the parameters of a place, is recorded under this name. */
export const PLATFORM_UNIT = 'platform';
