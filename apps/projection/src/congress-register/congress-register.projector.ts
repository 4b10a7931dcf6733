import { type CongressEvent, congressEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { insertRows, upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import {
  CongressProposal,
  CongressResolution,
  CongressSession,
  RegisteredCongress,
  SeatedDelegate,
} from './congress.entity';

/** Keeps the terms of congresses, who sits in them, when they met and what they resolved. */
@Injectable()
export class CongressRegisterProjector implements Projector<CongressEvent> {
  readonly name = 'congress-register';
  readonly types = Object.keys(congressEvents);

  async project(events: readonly Recorded<CongressEvent>[], tx: EntityManager): Promise<void> {
    const ids = new Set(events.map(({ data }) => data.congressId));
    const changes = new CongressChanges(
      await rowsWith(tx, SeatedDelegate, 'congressId', ids),
      await rowsWith(tx, CongressProposal, 'congressId', ids),
    );
    for (const event of events) changes.take(event);
    await insertRows(tx, RegisteredCongress, changes.congresses);
    await upsertRows(tx, SeatedDelegate, [...changes.delegates.values()]);
    await insertRows(tx, CongressSession, changes.sessions);
    await insertRows(tx, CongressResolution, changes.resolutions);
    await upsertRows(tx, CongressProposal, [...changes.proposals.values()]);
  }
}

/** The changes of one batch, kept in memory until they are written. */
class CongressChanges {
  readonly congresses: RegisteredCongress[] = [];
  readonly delegates: Map<string, SeatedDelegate>;
  readonly sessions: CongressSession[] = [];
  readonly resolutions: CongressResolution[] = [];

  readonly proposals: Map<string, CongressProposal>;

  constructor(seated: readonly SeatedDelegate[], proposed: readonly CongressProposal[]) {
    this.delegates = new Map(seated.map((each) => [seatOf(each), each]));
    this.proposals = new Map(proposed.map((each) => [proposalOf(each), each]));
  }

  take({ type, data }: Recorded<CongressEvent>): void {
    const { congressId } = data;
    switch (type) {
      case 'CongressTermOpened':
        this.congresses.push({ ...data, previousCongressId: data.previousCongressId ?? null });
        return;
      case 'DelegatesSeated':
        for (const each of data.delegates) {
          const delegate = { ...each, congressId, seatedOn: data.seatedOn, vacatedOn: null };
          this.delegates.set(seatOf(delegate), delegate);
        }
        return;
      case 'SeatVacated': {
        const delegate = this.delegates.get(seatOf(data));
        if (!delegate) throw new BeginningMissing('delegate');
        this.delegates.set(seatOf(data), { ...delegate, vacatedOn: data.vacatedOn });
        return;
      }
      case 'CongressSessionHeld': {
        const { sessionId, heldOn, delegates, delegatesPresent } = data;
        this.sessions.push({ congressId, sessionId, heldOn, delegates, delegatesPresent });
        return;
      }
      case 'CongressResolutionPassed':
      case 'CongressResolutionRejected':
        this.resolutions.push({ ...data, passed: type === 'CongressResolutionPassed' });
        return;
      case 'CongressProposalMade':
        return this.propose(data, { madeOn: data.madeOn });
      case 'CongressProposalAnswered':
        return this.propose(data, { answeredOn: data.answeredOn, adopted: data.adopted });
    }
  }

  private propose(
    { congressId, proposalId }: Pick<CongressProposal, 'congressId' | 'proposalId'>,
    told: Partial<CongressProposal>,
  ): void {
    const key = proposalOf({ congressId, proposalId });
    const before = this.proposals.get(key) ?? { madeOn: null, answeredOn: null, adopted: null };
    this.proposals.set(key, { ...before, ...told, congressId, proposalId });
  }
}

const proposalOf = ({ congressId, proposalId }: Pick<CongressProposal, 'congressId' | 'proposalId'>): string =>
  `${congressId}~${proposalId}`;

const seatOf = ({ congressId, workerId }: { congressId: string; workerId: string }): string =>
  `${congressId}~${workerId}`;
