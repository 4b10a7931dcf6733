import { type Day, IsDay } from '@gongyou/domain';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsNestedList, IsShortText } from '../fields';
import { partyReporters } from './party-roles';

/** The number is that of the document; which six they are, it does not say (JX-30). */
export const INCLUSIONS = 6;

/** One of the six things that the management of worker members is to include (六纳入). */
export class InclusionItem {
  @IsIdentifier() itemId!: string;
  @IsShortText(200) text!: string;
}

class InclusionChecklistAsItIs {
  /** It holds for this unit and those below it. */
  @IsIdentifier() unitId!: string;
  @IsNestedList(() => InclusionItem, INCLUSIONS, INCLUSIONS) items!: InclusionItem[];
  @IsDay() effectiveFrom!: Day;
}

/** Says which six items are meant in a unit. Their words may be put right later, their ids stay (provision JX-30). */
@Command({
  name: 'organization.inclusion-checklist.define',
  summary: { zh: '设定“六纳入”清单', en: 'Define the checklist of six inclusions' },
  roles: partyReporters,
  provisions: ['JX-30'],
})
export class DefineInclusionChecklist extends InclusionChecklistAsItIs {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '“六纳入”清单已设定', en: 'The checklist of six inclusions was defined' },
})
export class InclusionChecklistDefined extends InclusionChecklistAsItIs {}

export const inclusionChecklistCommands = { DefineInclusionChecklist };
export type InclusionChecklistCommand = CommandOf<typeof inclusionChecklistCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const inclusionChecklistEvents = { InclusionChecklistDefined };
export type InclusionChecklistEvent = EventOf<typeof inclusionChecklistEvents>;
