import { type CollectiveContractEvent, collectiveContractEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { RegisteredCollectiveContract } from './labour-relations.entity';

/** Keeps wage talks and collective contracts as they stand, with the limit that runs. */
@Injectable()
export class CollectiveContractRegisterProjector implements Projector<CollectiveContractEvent> {
  readonly name = 'collective-contract-register';
  readonly types = Object.keys(collectiveContractEvents);

  async project(events: readonly Recorded<CollectiveContractEvent>[], tx: EntityManager): Promise<void> {
    const ids = new Set(events.map(({ data }) => data.collectiveContractId));
    const known = await rowsWith(tx, RegisteredCollectiveContract, 'collectiveContractId', ids);
    const contracts = new Map(known.map((each) => [each.collectiveContractId, each]));
    for (const event of events) {
      const { collectiveContractId } = event.data;
      contracts.set(collectiveContractId, contractAfter(contracts.get(collectiveContractId), event));
    }
    await upsertRows(tx, RegisteredCollectiveContract, [...contracts.values()]);
  }
}

function contractAfter(
  before: RegisteredCollectiveContract | undefined,
  { type, data }: Recorded<CollectiveContractEvent>,
): RegisteredCollectiveContract {
  if (type === 'CollectiveTalksDemanded') {
    const { collectiveContractId, unitId, scope, subject, demandedOn, replyDueOn: dueOn } = data;
    return {
      ...{ collectiveContractId, unitId, scope, subject, stage: 'demanded', demandedOn, dueOn, lateSteps: [] },
      ...{ signedOn: null, inForceFrom: null, endsOn: null },
    };
  }
  if (!before) throw new BeginningMissing('wage talks');
  const lateSteps = 'late' in data && data.late ? [...before.lateSteps, type] : before.lateSteps;
  const contract = { ...before, dueOn: null, lateSteps };
  switch (type) {
    case 'TalksDemandRepliedTo':
      return { ...contract, stage: data.agreed ? 'agreedToTalk' : 'declined' };
    case 'CollectiveTalksHeld':
      return { ...contract, stage: 'talked' };
    case 'CollectiveContractSigned':
      return {
        ...contract,
        ...{ stage: 'signed', dueOn: data.submissionDueOn, signedOn: data.signedOn, endsOn: data.endsOn },
      };
    case 'CollectiveContractSubmitted':
      return { ...contract, stage: 'submitted', dueOn: data.objectionDueOn };
    case 'CollectiveContractObjectedTo':
      return { ...contract, stage: 'objectedTo', signedOn: null, endsOn: null };
    case 'CollectiveContractEnteredIntoForce':
      return { ...contract, stage: 'inForce', dueOn: data.announcementDueOn, inForceFrom: data.inForceFrom };
    case 'CollectiveContractAnnounced':
      return { ...contract, stage: 'announced' };
  }
}
