import { type Day, IsDay } from '@gongyou/domain';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import type { Role } from '../declare/role';
import { IsCount, IsIdentifier, IsLongText, IsNested, IsNestedList, IsShortText } from '../fields';
import { Evidence } from '../supervision/task.contract';
import { LiaisonParticipation } from './liaison-participation.contract';

/** What candidates are compared by. The first three are part of every selection (QD-49). */
export const selectionCriterionKinds = [
  'pastCrewGrades',
  'arrearsHistory',
  'trainingRate',
  'price',
  'capability',
  'other',
] as const;
export type SelectionCriterionKind = (typeof selectionCriterionKinds)[number];

/** Who gave the answer of the blacklist. */
export const blacklistAnswerers = ['selectingUnit', 'blacklist'] as const;
export type BlacklistAnswerer = (typeof blacklistAnswerers)[number];

const keepers: Role[] = ['administrator', 'leadDepartment', 'unitOfficer', 'enterpriseSystem'];

/** One of the things that candidates are compared by, with the points that the best can get. */
export class SelectionCriterion {
  @IsIdentifier() criterionId!: string;
  @IsIn(selectionCriterionKinds) kind!: SelectionCriterionKind;
  @IsShortText(100) title!: string;
  @IsCount(1, 100) fullPoints!: number;
}

/** What a candidate got for a criterion, what was found, and the papers that show it. */
export class CriterionScore {
  @IsIdentifier() criterionId!: string;
  @IsCount(0, 100) points!: number;
  /** Such as the grades of its crews in the last three years, or its arrears; typed, since other parts of the platform keep them. */
  @IsShortText(500) finding!: string;
  @IsNestedList(() => Evidence, 10, 1) evidence!: Evidence[];
}

/** What the blacklist said of a labour subcontractor, and who says so. */
export class BlacklistAnswer {
  @IsIn(blacklistAnswerers) answeredBy!: BlacklistAnswerer;
  @IsBoolean() listed!: boolean;
  @IsDay() checkedOn!: Day;
  /** The printed result; always there when the selecting unit looked itself. */
  @IsOptional() @IsNested(() => Evidence) result?: Evidence;
}

/** The selecting unit's own look at the blacklist, while nothing on the platform can answer. */
export class OwnBlacklistCheck {
  @IsBoolean() listed!: boolean;
  @IsDay() checkedOn!: Day;
  @IsNested(() => Evidence) result!: Evidence;
}

/** A candidate that is selected. */
export class SubcontractorChoice {
  @IsIdentifier() labourSubcontractorId!: string;
  @IsOptional() @IsNested(() => OwnBlacklistCheck) blacklistCheck?: OwnBlacklistCheck;
}

class SelectionAsOpened {
  @IsIdentifier() selectionId!: string;
  /** The project, or the company that selects for its projects. */
  @IsIdentifier() unitId!: string;
  @IsShortText(200) title!: string;
  @IsNestedList(() => SelectionCriterion, 30, 3) criteria!: SelectionCriterion[];
  @IsDay() openedOn!: Day;
}

class SelectionAsDecided {
  @IsIdentifier() selectionId!: string;
  @IsLongText(1000) reason!: string;
  /** Given where one is passed over that has more points than one that is selected. */
  @IsOptional() @IsLongText(1000) whyNotTheBest?: string;
  @IsNestedList(() => Evidence, 20, 1) minutes!: Evidence[];
  @IsDay() decidedOn!: Day;
}

/** Opens the record of a selection with what candidates are compared by (比选, provision QD-49). */
@Command({
  name: 'organization.labour-subcontractor-selection.open',
  summary: { zh: '启动劳务分包单位比选', en: 'Open the selection of a labour subcontractor' },
  roles: keepers,
  provisions: ['QD-49'],
})
export class OpenLabourSubcontractorSelection extends SelectionAsOpened {}

/** A labour subcontractor becomes a candidate (provision QD-49). */
@Command({
  name: 'organization.labour-subcontractor-selection.enter-candidate',
  summary: { zh: '登记比选候选单位', en: 'Enter a candidate for a selection' },
  roles: keepers,
  provisions: ['QD-49'],
})
export class EnterSelectionCandidate {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() labourSubcontractorId!: string;
  @IsDay() enteredOn!: Day;
}

/** Scores a candidate on every criterion; until the decision it can be scored anew, and the first score stays on record (provision QD-49). */
@Command({
  name: 'organization.labour-subcontractor-selection.score-candidate',
  summary: { zh: '比选评分', en: 'Score a candidate of a selection' },
  roles: keepers,
  provisions: ['QD-49'],
})
export class ScoreSelectionCandidate {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() labourSubcontractorId!: string;
  @IsNestedList(() => CriterionScore, 30, 3) scores!: CriterionScore[];
  @IsDay() scoredOn!: Day;
}

/** A liaison officer took part in the selection (队伍筛选, provision JX-23). */
@Command({
  name: 'organization.labour-subcontractor-selection.record-participation',
  summary: { zh: '登记协理员参与比选', en: 'Record that a liaison officer took part in a selection' },
  roles: keepers,
  provisions: ['JX-23'],
})
export class RecordSelectionParticipation extends LiaisonParticipation {
  @IsIdentifier() selectionId!: string;
}

/** Decides who is selected. One on the blacklist cannot be; where an officer is required, not without one (provisions QD-49, JX-23). */
@Command({
  name: 'organization.labour-subcontractor-selection.decide',
  summary: { zh: '比选定标', en: 'Decide the selection of a labour subcontractor' },
  roles: keepers,
  provisions: ['QD-49', 'JX-23'],
})
export class DecideLabourSubcontractorSelection extends SelectionAsDecided {
  @IsNestedList(() => SubcontractorChoice, 20, 1) choices!: SubcontractorChoice[];
}

/** Ends a selection in which nobody is selected (流标). */
@Command({
  name: 'organization.labour-subcontractor-selection.abandon',
  summary: { zh: '终止比选', en: 'Abandon a selection' },
  roles: keepers,
  towards: ['QD-49'],
})
export class AbandonLabourSubcontractorSelection {
  @IsIdentifier() selectionId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() abandonedOn!: Day;
}

/** A crew of a selected labour subcontractor refers to the record it was selected by (provision QD-49). */
@Command({
  name: 'organization.labour-subcontractor-selection.refer-crew',
  summary: { zh: '班组关联比选记录', en: 'Refer a crew to the record of its selection' },
  roles: keepers,
  provisions: ['QD-49'],
})
export class ReferCrewToSelection {
  @IsIdentifier() selectionId!: string;
  /** The unit of the crew. */
  @IsIdentifier() crewUnitId!: string;
  @IsDay() referredOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '劳务分包单位比选已启动', en: 'The selection of a labour subcontractor was opened' },
})
export class LabourSubcontractorSelectionOpened extends SelectionAsOpened {}

@DomainEvent({
  context: 'organization',
  summary: { zh: '候选单位已登记', en: 'A labour subcontractor became a candidate' },
})
export class SelectionCandidateEntered {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() labourSubcontractorId!: string;
  @IsDay() enteredOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '候选单位已评分', en: 'A candidate was scored' } })
export class SelectionCandidateScored {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() labourSubcontractorId!: string;
  @IsNestedList(() => CriterionScore, 30, 3) scores!: CriterionScore[];
  /** The points of all criteria together. */
  @IsCount(0, 3000) totalPoints!: number;
  @IsDay() scoredOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '协理员已参与比选', en: 'A liaison officer took part in a selection' },
  provisions: ['JX-23'],
})
export class LiaisonOfficerJoinedSelection extends LiaisonParticipation {
  @IsIdentifier() selectionId!: string;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '劳务分包单位已选定', en: 'A labour subcontractor was selected' },
  provisions: ['QD-49'],
})
export class LabourSubcontractorSelected {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() labourSubcontractorId!: string;
  @IsCount(0, 3000) totalPoints!: number;
  /** What the blacklist said of it, and who gave the answer. */
  @IsNested(() => BlacklistAnswer) blacklistAnswer!: BlacklistAnswer;
  @IsDay() selectedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '劳务分包单位比选已定标', en: 'The selection of a labour subcontractor was decided' },
  provisions: ['QD-49'],
})
export class LabourSubcontractorSelectionDecided extends SelectionAsDecided {
  /** How many candidates were compared. */
  @IsCount(2, 100) candidates!: number;
  /** Whether a liaison officer was required on the day of the decision (JX-23). */
  @IsBoolean() officerRequired!: boolean;
}

@DomainEvent({ context: 'organization', summary: { zh: '比选已终止', en: 'A selection was abandoned' } })
export class LabourSubcontractorSelectionAbandoned {
  @IsIdentifier() selectionId!: string;
  @IsLongText(500) reason!: string;
  @IsDay() abandonedOn!: Day;
}

@DomainEvent({
  context: 'organization',
  summary: { zh: '班组已关联比选记录', en: 'A crew was referred to the record of its selection' },
  provisions: ['QD-49'],
})
export class CrewReferredToSelection {
  @IsIdentifier() selectionId!: string;
  @IsIdentifier() crewUnitId!: string;
  @IsIdentifier() labourSubcontractorId!: string;
  @IsDay() referredOn!: Day;
}

export const labourSubcontractorSelectionCommands = {
  OpenLabourSubcontractorSelection,
  EnterSelectionCandidate,
  ScoreSelectionCandidate,
  RecordSelectionParticipation,
  DecideLabourSubcontractorSelection,
  AbandonLabourSubcontractorSelection,
  ReferCrewToSelection,
};
export type LabourSubcontractorSelectionCommand = CommandOf<typeof labourSubcontractorSelectionCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const labourSubcontractorSelectionEvents = {
  LabourSubcontractorSelectionOpened,
  SelectionCandidateEntered,
  SelectionCandidateScored,
  LiaisonOfficerJoinedSelection,
  LabourSubcontractorSelected,
  LabourSubcontractorSelectionDecided,
  LabourSubcontractorSelectionAbandoned,
  CrewReferredToSelection,
};
export type LabourSubcontractorSelectionEvent = EventOf<typeof labourSubcontractorSelectionEvents>;
