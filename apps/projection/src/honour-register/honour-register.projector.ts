import { type HonourSelectionEvent, honourSelectionEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { insertRows, upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { HonourNomination, HonourRewardPayment, RegisteredHonourSelection } from './honour.entity';

/** Keeps the rounds of selection and their candidates as they stand. */
@Injectable()
export class HonourRegisterProjector implements Projector<HonourSelectionEvent> {
  readonly name = 'honour-register';
  readonly types = Object.keys(honourSelectionEvents);

  async project(events: readonly Recorded<HonourSelectionEvent>[], tx: EntityManager): Promise<void> {
    const ids = new Set(events.map(({ data }) => data.selectionId));
    const changes = new HonourChanges(
      await rowsWith(tx, RegisteredHonourSelection, 'selectionId', ids),
      await rowsWith(tx, HonourNomination, 'selectionId', ids),
    );
    for (const event of events) changes.take(event);
    await upsertRows(tx, RegisteredHonourSelection, [...changes.selections.values()]);
    await upsertRows(tx, HonourNomination, [...changes.nominations.values()]);
    await insertRows(tx, HonourRewardPayment, changes.payments);
  }
}

/** The changes of one batch, kept in memory until they are written. */
class HonourChanges {
  readonly selections: Map<string, RegisteredHonourSelection>;
  readonly nominations: Map<string, HonourNomination>;
  readonly payments: HonourRewardPayment[] = [];

  constructor(selections: readonly RegisteredHonourSelection[], nominations: readonly HonourNomination[]) {
    this.selections = new Map(selections.map((each) => [each.selectionId, each]));
    this.nominations = new Map(nominations.map((each) => [keyOf(each), each]));
  }

  take({ type, data }: Recorded<HonourSelectionEvent>): void {
    switch (type) {
      case 'HonourSelectionOpened': {
        const { selectionId, honour, level, spirit, title, unitId, period, openedOn } = data;
        this.selections.set(selectionId, {
          ...{ selectionId, honour, level, spirit, title, unitId, period, openedOn },
          stage: 'nominating',
          noticeStandsUntil: null,
          decidedOn: null,
          nominations: 0,
          openObjections: 0,
          honoured: 0,
          honouredPersons: 0,
          honouredWorkers: 0,
          previousSelectionId: data.previousSelectionId ?? null,
        });
        return;
      }
      case 'CandidateNominated': {
        const { selectionId, nominationId, candidateKind, candidateId, employerUnitId, nominatingUnitId } = data;
        const { industrialWorker, employmentForm } = data;
        const { honour, nominations } = this.selection(selectionId);
        this.nominations.set(keyOf(data), {
          ...{ selectionId, nominationId, honour, candidateKind, candidateId, employerUnitId, nominatingUnitId },
          ...{ industrialWorker, employmentForm },
          standing: 'nominated',
          scoreHundredths: null,
          paidFen: 0,
          certificateNumber: null,
          rewardFen: null,
          givenOn: null,
          arrearsAnsweredBy: null,
          withdrawnOn: null,
          withdrawalReason: null,
        });
        return this.change(selectionId, { nominations: nominations + 1 });
      }
      case 'CandidateScored':
        return this.changeNomination(data, { scoreHundredths: data.scoreHundredths });
      case 'NominationPutForward':
        return this.changeNomination(data, { standing: 'putForward' });
      case 'NominationTurnedDown':
        return this.changeNomination(data, { standing: 'turnedDown' });
      case 'HonourNoticePosted':
        return this.change(data.selectionId, { stage: 'onNotice', noticeStandsUntil: data.standsUntil });
      case 'NominationObjectedTo':
        return this.countObjections(data.selectionId, 1);
      case 'ObjectionUpheld':
        this.changeNomination(data, { standing: 'turnedDown' });
        return this.countObjections(data.selectionId, -1);
      case 'ObjectionDismissed':
        return this.countObjections(data.selectionId, -1);
      case 'HonourGiven': {
        const { certificateNumber, rewardFen, givenOn, arrearsAnswer } = data;
        const given = { certificateNumber, rewardFen, givenOn, arrearsAnsweredBy: arrearsAnswer.answeredBy };
        return this.changeNomination(data, { standing: 'honoured', ...given });
      }
      case 'HonourSelectionDecided': {
        const { selectionId, honoured, honouredPersons, honouredWorkers, decidedOn } = data;
        return this.change(selectionId, { stage: 'decided', honoured, honouredPersons, honouredWorkers, decidedOn });
      }
      case 'HonourRewardPaid': {
        const { selectionId, paymentId, nominationId, payeeId, paidFen, paidOn } = data;
        const { unitId, honour } = this.selection(selectionId);
        this.payments.push({ selectionId, paymentId, nominationId, unitId, honour, payeeId, paidFen, paidOn });
        return this.changeNomination(data, { paidFen: this.nomination(data).paidFen + paidFen });
      }
      case 'HonourWithdrawn': {
        const { withdrawnOn, reason: withdrawalReason } = data;
        return this.changeNomination(data, { standing: 'withdrawn', withdrawnOn, withdrawalReason });
      }
    }
  }

  private countObjections(selectionId: string, more: 1 | -1): void {
    this.change(selectionId, { openObjections: this.selection(selectionId).openObjections + more });
  }

  private selection(selectionId: string): RegisteredHonourSelection {
    const selection = this.selections.get(selectionId);
    if (!selection) throw new BeginningMissing('selection');
    return selection;
  }

  private change(selectionId: string, to: Partial<RegisteredHonourSelection>): void {
    this.selections.set(selectionId, { ...this.selection(selectionId), ...to });
  }

  private changeNomination(
    of: Pick<HonourNomination, 'selectionId' | 'nominationId'>,
    to: Partial<HonourNomination>,
  ): void {
    this.nominations.set(keyOf(of), { ...this.nomination(of), ...to });
  }

  private nomination(of: Pick<HonourNomination, 'selectionId' | 'nominationId'>): HonourNomination {
    const nomination = this.nominations.get(keyOf(of));
    if (!nomination) throw new BeginningMissing('nomination');
    return nomination;
  }
}

const keyOf = ({ selectionId, nominationId }: Pick<HonourNomination, 'selectionId' | 'nominationId'>): string =>
  `${selectionId}~${nominationId}`;
