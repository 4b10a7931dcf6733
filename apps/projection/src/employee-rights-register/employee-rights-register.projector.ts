import type { CongressEvent, FactoryAffairsDisclosureEvent, OversightFindingEvent } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { begun } from '../database/fold-rows';
import { rowsWith } from '../database/read-rows';
import { upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { CongressHost, EmployeeRightsRecord } from './employee-rights.entity';

type CongressEvidence = Extract<
  CongressEvent,
  {
    type:
      | 'CongressTermOpened'
      | 'CongressSessionHeld'
      | 'CongressResolutionPassed'
      | 'CongressResolutionRejected'
      | 'CongressProposalAnswered';
  }
>;
type Evidence =
  | CongressEvidence
  | Extract<FactoryAffairsDisclosureEvent, { type: 'FactoryAffairsDisclosed' }>
  | OversightFindingEvent;

/**
 * Gathers what shows that employees can know (disclosures), take part (sessions and votes of their congress), express themselves
 * (proposals with replies) and oversee (findings), by enterprise (HM-04h). Of congresses only those of the workers count.
 */
@Injectable()
export class EmployeeRightsRegisterProjector implements Projector<Evidence> {
  readonly name = 'employee-rights-register';
  readonly types: readonly Evidence['type'][] = [
    'CongressTermOpened',
    'CongressSessionHeld',
    'CongressResolutionPassed',
    'CongressResolutionRejected',
    'CongressProposalAnswered',
    'FactoryAffairsDisclosed',
    'OversightFindingRecorded',
    'OversightFindingAnswered',
  ];

  async project(events: readonly Recorded<Evidence>[], tx: EntityManager): Promise<void> {
    const congressIds = new Set(events.flatMap(({ data }) => ('congressId' in data ? data.congressId : [])));
    const recordIds = new Set(events.flatMap((event) => needed(event)));
    const gathered = new GatheredEvidence(
      await rowsWith(tx, CongressHost, 'congressId', congressIds),
      await rowsWith(tx, EmployeeRightsRecord, 'recordId', recordIds),
    );
    for (const event of events) gathered.take(event);
    await upsertRows(tx, CongressHost, [...gathered.hosts.values()]);
    await upsertRows(tx, EmployeeRightsRecord, [...gathered.records.values()]);
  }
}

/** The records that an event builds on: a vote is of the day of its session, an answer changes its finding. */
function needed({ type, data }: Recorded<Evidence>): string[] {
  switch (type) {
    case 'CongressResolutionPassed':
    case 'CongressResolutionRejected':
      return [`${data.congressId}.${data.sessionId}`];
    case 'OversightFindingAnswered':
      return [data.findingId];
    default:
      return [];
  }
}

/** The changes of one batch, kept in memory until they are written. */
class GatheredEvidence {
  readonly hosts: Map<string, CongressHost>;
  readonly records: Map<string, EmployeeRightsRecord>;

  constructor(hosts: readonly CongressHost[], records: readonly EmployeeRightsRecord[]) {
    this.hosts = new Map(hosts.map((each) => [each.congressId, each]));
    this.records = new Map(records.map((each) => [`${each.kind}~${each.recordId}`, each]));
  }

  take({ type, data }: Recorded<Evidence>): void {
    switch (type) {
      case 'FactoryAffairsDisclosed': {
        const { disclosureId: recordId, unitId, postedOn: onDay, matterTitle: title } = data;
        return this.add({ kind: 'disclosure', recordId, unitId, onDay, title, settled: null });
      }
      case 'OversightFindingRecorded': {
        const { findingId: recordId, unitId, foundOn: onDay, subject: title } = data;
        return this.add({ kind: 'finding', recordId, unitId, onDay, title, settled: false });
      }
      case 'OversightFindingAnswered':
        return this.add({ ...this.record('finding', data.findingId), settled: true });
      case 'CongressTermOpened': {
        const { congressId, kind, unitId, name } = data;
        this.hosts.set(congressId, { congressId, kind, unitId, name });
        return;
      }
      default:
        return this.takeOfCongress({ type, data } as Exclude<CongressEvidence, { type: 'CongressTermOpened' }>);
    }
  }

  private takeOfCongress({ type, data }: Exclude<CongressEvidence, { type: 'CongressTermOpened' }>): void {
    const { congressId, sessionId } = data;
    const host = begun(this.hosts.get(congressId), () => new BeginningMissing('congress'));
    if (host.kind !== 'workersCongress') return;
    const { unitId } = host;
    switch (type) {
      case 'CongressSessionHeld': {
        const recordId = `${congressId}.${sessionId}`;
        return this.add({ kind: 'session', recordId, unitId, onDay: data.heldOn, title: host.name, settled: null });
      }
      case 'CongressProposalAnswered': {
        const { proposalId, title, adopted: settled, answeredOn: onDay } = data;
        return this.add({ kind: 'proposal', recordId: `${congressId}.${proposalId}`, unitId, onDay, title, settled });
      }
      case 'CongressResolutionPassed':
      case 'CongressResolutionRejected': {
        const { onDay } = this.record('session', `${congressId}.${sessionId}`);
        const { resolutionId, title } = data;
        const settled = type === 'CongressResolutionPassed';
        return this.add({ kind: 'vote', recordId: `${congressId}.${resolutionId}`, unitId, onDay, title, settled });
      }
    }
  }

  private add(record: EmployeeRightsRecord): void {
    this.records.set(`${record.kind}~${record.recordId}`, record);
  }

  private record(kind: EmployeeRightsRecord['kind'], recordId: string): EmployeeRightsRecord {
    return begun(this.records.get(`${kind}~${recordId}`), () => new BeginningMissing(kind));
  }
}
