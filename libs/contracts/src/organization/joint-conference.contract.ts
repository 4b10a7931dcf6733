import { type Day, IsDay } from '@gongyou/domain';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsIdentifierList, IsLongText, IsNestedList, IsShortText } from '../fields';
import { Evidence } from '../supervision/task.contract';

/** What a meeting resolved, and who carries it out. */
export class ConferenceResolution {
  @IsIdentifier() resolutionId!: string;
  @IsLongText(1000) text!: string;
  @IsIdentifier() responsibleUnitId!: string;
}

/** Sets up the joint conference of a government and its trade union (联席会议, HM-04d). */
@Command({
  name: 'organization.joint-conference.establish',
  summary: { zh: '建立政府和工会联席会议制度', en: 'Establish the joint conference of government and trade union' },
  roles: ['administrator', 'leadingGroupOffice', 'leadDepartment'],
  provisions: ['HM-04d'],
})
export class EstablishJointConference {
  @IsIdentifier() jointConferenceId!: string;
  @IsShortText(100) name!: string;
  /** The government body, or the management where an enterprise holds one. */
  @IsIdentifier() governmentUnitId!: string;
  /** The unit of the trade union's side. */
  @IsIdentifier() unionUnitId!: string;
  @IsIdentifierList(50) memberUnitIds!: string[];
  @IsDay() establishedOn!: Day;
}

/** A meeting was held: with agenda, attendance, minutes and resolutions. */
@Command({
  name: 'organization.joint-conference.record-meeting',
  summary: { zh: '登记联席会议', en: 'Record a meeting of the joint conference' },
  roles: ['administrator', 'leadingGroupOffice', 'leadDepartment'],
  provisions: ['HM-04d'],
})
export class RecordJointMeeting {
  @IsIdentifier() jointConferenceId!: string;
  @IsIdentifier() meetingId!: string;
  @IsLongText() agenda!: string;
  /** Both sides must be among them, or it was no joint conference. */
  @IsIdentifierList(100) attendingUnitIds!: string[];
  @IsNestedList(() => Evidence, 20, 1) minutes!: Evidence[];
  @IsNestedList(() => ConferenceResolution, 50) resolutions!: ConferenceResolution[];
  @IsDay() heldOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '联席会议制度已建立', en: 'A joint conference was established' },
  provisions: ['HM-04d'],
})
export class JointConferenceEstablished {
  @IsIdentifier() jointConferenceId!: string;
  @IsShortText(100) name!: string;
  @IsIdentifier() governmentUnitId!: string;
  @IsIdentifier() unionUnitId!: string;
  @IsIdentifierList(50) memberUnitIds!: string[];
  @IsDay() establishedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '联席会议已召开', en: 'A joint conference met' },
  provisions: ['HM-04d'],
})
export class JointConferenceMet {
  @IsIdentifier() jointConferenceId!: string;
  @IsIdentifier() meetingId!: string;
  @IsLongText() agenda!: string;
  @IsIdentifierList(100) attendingUnitIds!: string[];
  @IsNestedList(() => Evidence, 20, 1) minutes!: Evidence[];
  @IsNestedList(() => ConferenceResolution, 50) resolutions!: ConferenceResolution[];
  @IsDay() heldOn!: Day;
}

export const jointConferenceCommands = { EstablishJointConference, RecordJointMeeting };
export type JointConferenceCommand = CommandOf<typeof jointConferenceCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const jointConferenceEvents = { JointConferenceEstablished, JointConferenceMet };
export type JointConferenceEvent = EventOf<typeof jointConferenceEvents>;
