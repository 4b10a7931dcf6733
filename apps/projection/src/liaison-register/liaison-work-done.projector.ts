import { type LiaisonAssessmentEvent, type LiaisonDutyEvent, type LiaisonRightEvent } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { DoneLiaisonDuty } from './liaison-duty.entity';
import { LiaisonJudgement } from './liaison-rhythm.entity';
import { UsedLiaisonRight } from './liaison-right-use.entity';

type DoneEvent = LiaisonDutyEvent | LiaisonRightEvent | Extract<LiaisonAssessmentEvent, { type: 'LiaisonYearJudged' }>;

/** Keeps what officers did by their role definition, and how it was judged: duties, rights, judgements. */
@Injectable()
export class LiaisonWorkDoneProjector implements Projector<DoneEvent> {
  readonly name = 'liaison-work-done';
  readonly types = [
    'LiaisonDutyDone',
    'LiaisonRightUsed',
    'LiaisonProposalAnswered',
    'LiaisonYearJudged',
  ] satisfies DoneEvent['type'][];

  async project(events: readonly Recorded<DoneEvent>[], tx: EntityManager): Promise<void> {
    const answered = events.flatMap(({ type, data }) => (type === 'LiaisonProposalAnswered' ? data.useId : []));
    const known = await rowsWith(tx, UsedLiaisonRight, 'useId', answered);
    const uses = new Map(known.map((use) => [use.useId, use]));
    const duties = new Map<string, DoneLiaisonDuty>();
    const judgements = new Map<string, LiaisonJudgement>();
    for (const { type, data } of events) {
      switch (type) {
        case 'LiaisonDutyDone': {
          const { officerId, period, dutyId, doneOn } = data;
          duties.set([officerId, period, dutyId].join('~'), { officerId, period, dutyId, doneOn });
          break;
        }
        case 'LiaisonRightUsed':
          uses.set(data.useId, useOf(data));
          break;
        case 'LiaisonProposalAnswered': {
          const use = uses.get(data.useId);
          if (!use) throw new BeginningMissing('right that was used');
          const { outcome, answer, answeredOn } = data;
          uses.set(data.useId, { ...use, outcome, answer, answeredOn });
          break;
        }
        case 'LiaisonYearJudged': {
          const { judgedBy: _judge, duties: base = null, ...judgement } = data;
          const key = [data.officerId, data.year, data.managingUnitId].join('~');
          judgements.set(key, { ...judgement, duties: base });
          break;
        }
      }
    }
    await upsertRows(tx, DoneLiaisonDuty, [...duties.values()]);
    await upsertRows(tx, UsedLiaisonRight, [...uses.values()]);
    await upsertRows(tx, LiaisonJudgement, [...judgements.values()]);
  }
}

const useOf = ({
  proposedTo,
  evidence: _evidence,
  ...use
}: Extract<LiaisonRightEvent, { type: 'LiaisonRightUsed' }>['data']): UsedLiaisonRight => ({
  ...use,
  proposedToUnitId: proposedTo?.unitId ?? null,
  answerDueOn: proposedTo?.answerDueOn ?? null,
  outcome: null,
  answer: null,
  answeredOn: null,
});
