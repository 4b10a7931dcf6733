import { type Day, IsDay } from '@gongyou/domain';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import type { Role } from '../declare/role';
import { IsCount, IsIdentifier, IsLongText, IsShortText, IsTextList } from '../fields';

const keepers: Role[] = ['administrator', 'leadingGroupOffice', 'leadDepartment', 'unitOfficer'];

/** What a centre offers (HM-03h). */
class PartyMassServiceCentreOffer {
  @IsIdentifier() centreId!: string;
  @IsCount(1, 1_000_000) areaSquareMetres!: number;
  @IsTextList(30, 1, 100) services!: string[];
  @IsShortText(200) openingHours!: string;
}

class PartyMassServiceCentreAsOpened extends PartyMassServiceCentreOffer {
  @IsIdentifier() parkUnitId!: string;
  @IsShortText(100) name!: string;
  @IsShortText(200) place!: string;
  @IsDay() openedOn!: Day;
}

class PartyMassServiceCentreAsRevised extends PartyMassServiceCentreOffer {
  @IsDay() revisedOn!: Day;
}

class EndOfPartyMassServiceCentre {
  @IsIdentifier() centreId!: string;
  @IsLongText(500) reason!: string;
  /** The first day on which it is not open any more. */
  @IsDay() closedOn!: Day;
}

/** Opens a Party-mass service centre (党群服务中心) in a park (provision HM-03h). */
@Command({
  name: 'organization.party-mass-service-centre.open',
  summary: { zh: '登记党群服务中心', en: 'Open a Party-mass service centre' },
  roles: keepers,
  provisions: ['HM-03h'],
})
export class OpenPartyMassServiceCentre extends PartyMassServiceCentreAsOpened {}

/** The centre offers something else, or opens at other hours. All is told again (provision HM-03h). */
@Command({
  name: 'organization.party-mass-service-centre.revise',
  summary: { zh: '变更党群服务中心信息', en: 'Revise what a Party-mass service centre offers' },
  roles: keepers,
  provisions: ['HM-03h'],
})
export class RevisePartyMassServiceCentre extends PartyMassServiceCentreAsRevised {}

/** Closes a centre (provision HM-03h). */
@Command({
  name: 'organization.party-mass-service-centre.close',
  summary: { zh: '关闭党群服务中心', en: 'Close a Party-mass service centre' },
  roles: keepers,
  provisions: ['HM-03h'],
})
export class ClosePartyMassServiceCentre extends EndOfPartyMassServiceCentre {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '党群服务中心已开放', en: 'A Party-mass service centre was opened' },
  provisions: ['HM-03h'],
})
export class PartyMassServiceCentreOpened extends PartyMassServiceCentreAsOpened {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '党群服务中心信息已变更', en: 'A Party-mass service centre was revised' },
  provisions: ['HM-03h'],
})
export class PartyMassServiceCentreRevised extends PartyMassServiceCentreAsRevised {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '党群服务中心已关闭', en: 'A Party-mass service centre was closed' },
  provisions: ['HM-03h'],
})
export class PartyMassServiceCentreClosed extends EndOfPartyMassServiceCentre {}

export const partyMassServiceCentreCommands = {
  OpenPartyMassServiceCentre,
  RevisePartyMassServiceCentre,
  ClosePartyMassServiceCentre,
};
export type PartyMassServiceCentreCommand = CommandOf<typeof partyMassServiceCentreCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const partyMassServiceCentreEvents = {
  PartyMassServiceCentreOpened,
  PartyMassServiceCentreRevised,
  PartyMassServiceCentreClosed,
};
export type PartyMassServiceCentreEvent = EventOf<typeof partyMassServiceCentreEvents>;
