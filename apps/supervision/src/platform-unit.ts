/** What belongs to no organization unit, such as the calendar and the programmes that come with the platform, is recorded under this name. */
export const PLATFORM_UNIT = 'platform';
