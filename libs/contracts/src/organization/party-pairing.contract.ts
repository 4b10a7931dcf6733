import { type Day, IsDay } from '@gongyou/domain';
import { ArrayMinSize } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsIdentifierList, IsLongText, IsShortText } from '../fields';
import { partyReporters } from './party-roles';

/** Organizations agree to build together (结对共建, provision WZ-14b). */
@Command({
  name: 'organization.party-pairing.agree',
  summary: { zh: '签订结对共建', en: 'Agree on a pairing' },
  roles: partyReporters,
  towards: ['WZ-14b'],
})
export class AgreePairing {
  @IsIdentifier() pairingId!: string;
  /** The organization that leads it. */
  @IsIdentifier() partyOrganizationId!: string;
  /** Its partners on this platform or beside it, by identifier. */
  @IsIdentifierList(50) @ArrayMinSize(1) partnerIds!: string[];
  @IsShortText(200) agreement!: string;
  @IsDay() from!: Day;
  @IsDay() until!: Day;
}

/** Records what they did together (provision WZ-14b). */
@Command({
  name: 'organization.party-pairing.record-activity',
  summary: { zh: '登记共建活动', en: 'Record a joint activity' },
  roles: partyReporters,
  towards: ['WZ-14b'],
})
export class RecordJointActivity {
  @IsIdentifier() pairingId!: string;
  @IsIdentifier() activityId!: string;
  @IsShortText(200) subject!: string;
  @IsLongText(500) result!: string;
  @IsDay() heldOn!: Day;
}

/** Ends a pairing before or at the end of its period (provision WZ-14b). */
@Command({
  name: 'organization.party-pairing.end',
  summary: { zh: '结束结对共建', en: 'End a pairing' },
  roles: partyReporters,
  towards: ['WZ-14b'],
})
export class EndPairing {
  @IsIdentifier() pairingId!: string;
  @IsDay() endedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '结对共建已签订', en: 'A pairing was agreed' } })
export class PairingAgreed {
  @IsIdentifier() pairingId!: string;
  @IsIdentifier() partyOrganizationId!: string;
  /** The unit of that organization. */
  @IsIdentifier() unitId!: string;
  @IsIdentifierList(50) partnerIds!: string[];
  @IsShortText(200) agreement!: string;
  @IsDay() from!: Day;
  @IsDay() until!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '共建活动已登记', en: 'A joint activity was recorded' } })
export class JointActivityRecorded {
  @IsIdentifier() pairingId!: string;
  @IsIdentifier() activityId!: string;
  @IsShortText(200) subject!: string;
  @IsLongText(500) result!: string;
  @IsDay() heldOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '结对共建已结束', en: 'A pairing was ended' } })
export class PairingEnded {
  @IsIdentifier() pairingId!: string;
  @IsDay() endedOn!: Day;
}

export const partyPairingCommands = { AgreePairing, RecordJointActivity, EndPairing };
export type PartyPairingCommand = CommandOf<typeof partyPairingCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const partyPairingEvents = { PairingAgreed, JointActivityRecorded, PairingEnded };
export type PartyPairingEvent = EventOf<typeof partyPairingEvents>;
