import { type Day, IsDay } from '@gongyou/domain';
import { IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import { Command } from '../declare/command';
import { type CommandOf, DomainEvent, type EventOf } from '../declare/event';
import { IsIdentifier, IsShortText } from '../fields';
import { partyReporters } from './party-roles';

/** 党员活动室, 学习角, 宣传阵地, 红色驿站 (WZ-15a). */
export const learningPlaceKinds = ['memberActivityRoom', 'studyCorner', 'displayPlace', 'serviceStation'] as const;
export type LearningPlaceKind = (typeof learningPlaceKinds)[number];

class LearningPlaceAsItIs {
  @IsIdentifier() learningPlaceId!: string;
  @IsIdentifier() unitId!: string;
  @IsIn(learningPlaceKinds) kind!: LearningPlaceKind;
  @IsShortText(100) place!: string;
  @IsInt() @Min(1) @Max(100_000) areaSquareMetres!: number;
  @IsShortText(500) equipment!: string;
  @IsBoolean() signposted!: boolean;
  @IsShortText(100) openingHours!: string;
  @IsDay() openedOn!: Day;
}

/** Opens a learning place of Party members in a unit (provision WZ-15a). */
@Command({
  name: 'organization.learning-place.open',
  summary: { zh: '开设学习阵地', en: 'Open a learning place' },
  roles: partyReporters,
  towards: ['WZ-15a'],
})
export class OpenLearningPlace extends LearningPlaceAsItIs {}

/** Holds it against the standard (provision WZ-15a). */
@Command({
  name: 'organization.learning-place.check',
  summary: { zh: '核查学习阵地', en: 'Check a learning place' },
  roles: [...partyReporters, 'inspector'],
  towards: ['WZ-15a'],
})
export class CheckLearningPlace {
  @IsIdentifier() learningPlaceId!: string;
  @IsShortText(200) standard!: string;
  @IsBoolean() met!: boolean;
  @IsDay() checkedOn!: Day;
}

/** Closes it (provision WZ-15a). */
@Command({
  name: 'organization.learning-place.close',
  summary: { zh: '关闭学习阵地', en: 'Close a learning place' },
  roles: partyReporters,
  towards: ['WZ-15a'],
})
export class CloseLearningPlace {
  @IsIdentifier() learningPlaceId!: string;
  @IsDay() closedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '学习阵地已开设', en: 'A learning place was opened' } })
export class LearningPlaceOpened extends LearningPlaceAsItIs {}

@DomainEvent({ context: 'organization', summary: { zh: '学习阵地已核查', en: 'A learning place was checked' } })
export class LearningPlaceChecked {
  @IsIdentifier() learningPlaceId!: string;
  @IsShortText(200) standard!: string;
  @IsBoolean() met!: boolean;
  @IsDay() checkedOn!: Day;
}

@DomainEvent({ context: 'organization', summary: { zh: '学习阵地已关闭', en: 'A learning place was closed' } })
export class LearningPlaceClosed {
  @IsIdentifier() learningPlaceId!: string;
  @IsDay() closedOn!: Day;
}

export const learningPlaceCommands = { OpenLearningPlace, CheckLearningPlace, CloseLearningPlace };
export type LearningPlaceCommand = CommandOf<typeof learningPlaceCommands>;

// The keys are the stored names. Never rename one: add a new event and an upcaster.
export const learningPlaceEvents = { LearningPlaceOpened, LearningPlaceChecked, LearningPlaceClosed };
export type LearningPlaceEvent = EventOf<typeof learningPlaceEvents>;
