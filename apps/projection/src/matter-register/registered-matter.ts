import type { MatterEvent, MatterHop, MatterRaised, MatterStation } from '@gongyou/contracts';
import { begun } from '../database/fold-rows';
import { BeginningMissing } from '../intake/projector';
import type { RegisteredMatter } from './matter.entity';

/** The matter after an event. Throws `BeginningMissing` for an event of a matter that was never raised. */
export function matterAfter(known: RegisteredMatter | undefined, { type, data }: MatterEvent): RegisteredMatter {
  if (type === 'MatterRaised') return raisedMatter(data);
  const matter = begun(known, () => new BeginningMissing('matter'));
  switch (type) {
    case 'MatterOwnerAssigned':
      return { ...matter, ownerId: data.ownerId, ownedSince: data.assignedOn };
    case 'MatterEscalated': {
      const { fromLevel, station, reason, escalatedOn: on } = data;
      return { ...moved(matter, station, { direction: 'up', fromLevel, reason, on }), ownedSince: on };
    }
    case 'MatterAnswered': {
      const { level: answeredLevel, answer, measure, plannedFor = null, inTime, limit, answeredOn } = data;
      const { dueOn, provisional: dueProvisional } = limit;
      const answered = { answeredOn, answeredLevel, answer, measure, plannedFor, inTime };
      return { ...matter, ...answered, stage: 'answered', dueOn, dueProvisional };
    }
    case 'MatterAnswerPassedOn': {
      const { fromLevel, station, passedOn: on } = data;
      const hop = { direction: 'down', fromLevel, reason: null, on } as const;
      return { ...moved(matter, station, hop), ownedSince: matter.raisedOn };
    }
    case 'MatterClosed':
      return { ...matter, stage: 'closed', told: data.told, closedOn: data.toldOn };
    case 'MatterWithdrawn':
      return { ...matter, stage: 'withdrawn', closedOn: data.withdrawnOn };
  }
}

function raisedMatter({ matterId, unitId, kind, subject, origin, station, raisedOn }: MatterRaised): RegisteredMatter {
  return {
    matterId,
    unitId,
    kind,
    subject,
    source: origin.source,
    recordId: origin.recordId,
    raisedOn,
    stage: 'unanswered',
    ...placeOf(station),
    ownedSince: raisedOn,
    answeredOn: null,
    answeredLevel: null,
    answer: null,
    measure: null,
    plannedFor: null,
    inTime: null,
    told: null,
    closedOn: null,
    hops: [],
  };
}

function moved(
  matter: RegisteredMatter,
  station: MatterStation,
  hop: Omit<MatterHop, 'level' | 'unitId'>,
): RegisteredMatter {
  const { level, unitId } = station;
  return { ...matter, ...placeOf(station), hops: [...matter.hops, { ...hop, level, unitId }] };
}

type Place = Pick<RegisteredMatter, 'level' | 'levelUnitId' | 'ownerId' | 'dueOn' | 'dueProvisional'>;

function placeOf({ level, unitId: levelUnitId, ownerId, limit }: MatterStation): Place {
  return { level, levelUnitId, ownerId: ownerId ?? null, dueOn: limit.dueOn, dueProvisional: limit.provisional };
}
