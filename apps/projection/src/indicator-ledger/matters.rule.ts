import type { MatterEvent, MatterKind, MatterLevel, MatterStation } from '@gongyou/contracts';
import { type Day, daysBetween } from '@gongyou/domain';
import { BeginningMissing } from '../intake/projector';
import type { Count, StandingRule } from './standing-rule';

interface MatterFacts {
  unitId: string;
  kind: MatterKind;
  stage: 'open' | 'closed' | 'withdrawn';
  level: MatterLevel;
  isOwned: boolean;
  /** Since when it lies at its level. */
  since: Day;
  /** How long it lay at the levels that it has left. */
  days: Partial<Record<MatterLevel, number>>;
  answered: { level: MatterLevel; inTime: boolean } | null;
}

/**
 * A matter counts in the unit that asks, from the day it is raised: as open at the level where it lies until the crew was told, as answered
 * by the level that did, and for the days that it lay at each level once it has left it (JX-14, JX-15). One that is withdrawn counts
 * for nothing.
 */
export const mattersRule: StandingRule<MatterEvent, MatterFacts> = {
  types: [
    'MatterRaised',
    'MatterOwnerAssigned',
    'MatterEscalated',
    'MatterAnswered',
    'MatterAnswerPassedOn',
    'MatterClosed',
    'MatterWithdrawn',
  ],
  dayOf,
  evolve,
  counts: ({ unitId, kind, stage, level, isOwned, days, answered }) => {
    if (stage === 'withdrawn') return [];
    const counts: Count[] = [{ indicator: 'raisedMatters', unitId, dimension: kind }];
    if (stage === 'open') counts.push({ indicator: 'openMatters', unitId, dimension: level });
    if (stage === 'open' && isOwned) counts.push({ indicator: 'ownedMatters', unitId, dimension: level });
    if (answered) counts.push({ indicator: 'answeredMatters', unitId, dimension: answered.level });
    if (answered?.inTime) counts.push({ indicator: 'mattersAnsweredInTime', unitId, dimension: answered.level });
    for (const [dimension, amount] of Object.entries(days)) {
      counts.push({ indicator: 'matterDays', unitId, dimension, amount });
    }
    return counts;
  },
};

function dayOf({ type, data }: MatterEvent): Day {
  switch (type) {
    case 'MatterRaised':
      return data.raisedOn;
    case 'MatterOwnerAssigned':
      return data.assignedOn;
    case 'MatterEscalated':
      return data.escalatedOn;
    case 'MatterAnswered':
      return data.answeredOn;
    case 'MatterAnswerPassedOn':
      return data.passedOn;
    case 'MatterClosed':
      return data.toldOn;
    case 'MatterWithdrawn':
      return data.withdrawnOn;
  }
}

function evolve(facts: MatterFacts | undefined, { type, data }: MatterEvent): MatterFacts {
  if (type === 'MatterRaised') {
    const { unitId, kind, station, raisedOn: since } = data;
    return { unitId, kind, stage: 'open', ...placeOf(station), since, days: {}, answered: null };
  }
  if (!facts) throw new BeginningMissing('matter');
  switch (type) {
    case 'MatterOwnerAssigned':
      return { ...facts, isOwned: true };
    case 'MatterEscalated':
      return { ...left(facts, data.escalatedOn), ...placeOf(data.station) };
    case 'MatterAnswered':
      return { ...facts, answered: { level: data.level, inTime: data.inTime } };
    case 'MatterAnswerPassedOn':
      return { ...left(facts, data.passedOn), ...placeOf(data.station) };
    case 'MatterClosed':
      return { ...left(facts, data.toldOn), stage: 'closed' };
    case 'MatterWithdrawn':
      return { ...facts, stage: 'withdrawn' };
  }
}

const placeOf = ({ level, ownerId }: MatterStation): Pick<MatterFacts, 'level' | 'isOwned'> => ({
  level,
  isOwned: ownerId !== undefined,
});

function left(facts: MatterFacts, on: Day): MatterFacts {
  const { level, since, days } = facts;
  return { ...facts, since: on, days: { ...days, [level]: (days[level] ?? 0) + daysBetween(since, on) } };
}
