import { type Day, IsDay } from '@gongyou/domain';
import { IsOptional } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import type { Role } from '../declare/role';
import { IsCount, IsIdentifier, IsLongText, IsShortText } from '../fields';

const keepers: Role[] = ['administrator', 'leadingGroupOffice', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'];

class PartyMassServiceCentreBooking {
  @IsIdentifier() centreId!: string;
  @IsIdentifier() bookingId!: string;
  /** The enterprise, or another unit, whose Party branch, union, league or federation meets there. */
  @IsIdentifier() unitId!: string;
  @IsShortText(200) purpose!: string;
  @IsCount(1, 10_000) persons!: number;
  @IsDay() bookedFor!: Day;
}

class EndOfBooking {
  @IsIdentifier() centreId!: string;
  @IsIdentifier() bookingId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() bookedFor!: Day;
}

class VisitsOfDay {
  @IsIdentifier() centreId!: string;
  @IsDay() visitedOn!: Day;
  @IsCount(0, 100_000) visits!: number;
  /** Why the day's count is another than was told before; asked for then, and only then. */
  @IsOptional() @IsLongText(500) correction?: string;
}

/** Books a centre for a day (provision HM-03h). */
@Command({
  name: 'organization.party-mass-service-centre-use.book',
  summary: { zh: '预约党群服务中心', en: 'Book a Party-mass service centre' },
  roles: keepers,
  provisions: ['HM-03h'],
})
export class BookPartyMassServiceCentre extends PartyMassServiceCentreBooking {}

/** Cancels a booking (provision HM-03h). */
@Command({
  name: 'organization.party-mass-service-centre-use.cancel-booking',
  summary: { zh: '取消预约', en: 'Cancel a booking of a Party-mass service centre' },
  roles: keepers,
  provisions: ['HM-03h'],
})
export class CancelPartyMassServiceCentreBooking extends EndOfBooking {}

/** Tells how many visited a centre on a day (provision HM-03h). */
@Command({
  name: 'organization.party-mass-service-centre-use.count-visits',
  summary: { zh: '登记到访人次', en: 'Count the visits of a day to a Party-mass service centre' },
  roles: keepers,
  provisions: ['HM-03h'],
})
export class CountPartyMassServiceCentreVisits extends VisitsOfDay {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '党群服务中心已预约', en: 'A Party-mass service centre was booked' },
  provisions: ['HM-03h'],
})
export class PartyMassServiceCentreBooked extends PartyMassServiceCentreBooking {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '预约已取消', en: 'A booking of a Party-mass service centre was cancelled' },
  provisions: ['HM-03h'],
})
export class PartyMassServiceCentreBookingCancelled extends EndOfBooking {}

/** Told again of a day, the later count takes the place of the earlier one. */
@DomainEvent({
  context: 'organization',
  summary: { zh: '到访人次已登记', en: 'Visits to a Party-mass service centre were counted' },
  provisions: ['HM-03h'],
})
export class PartyMassServiceCentreVisitsCounted extends VisitsOfDay {}

export const partyMassServiceCentreUseCommands = {
  BookPartyMassServiceCentre,
  CancelPartyMassServiceCentreBooking,
  CountPartyMassServiceCentreVisits,
};
export type PartyMassServiceCentreUseCommand = CommandOf<typeof partyMassServiceCentreUseCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const partyMassServiceCentreUseEvents = {
  PartyMassServiceCentreBooked,
  PartyMassServiceCentreBookingCancelled,
  PartyMassServiceCentreVisitsCounted,
};
export type PartyMassServiceCentreUseEvent = EventOf<typeof partyMassServiceCentreUseEvents>;
