import { type ContractEndNoticeEvent, contractEndNoticeEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { RegisteredContractEndNotice } from './labour-relations.entity';

/** Keeps what employers told the union before they ended contracts. */
@Injectable()
export class ContractEndNoticeRegisterProjector implements Projector<ContractEndNoticeEvent> {
  readonly name = 'contract-end-notice-register';
  readonly types = Object.keys(contractEndNoticeEvents);

  async project(events: readonly Recorded<ContractEndNoticeEvent>[], tx: EntityManager): Promise<void> {
    const ids = new Set(events.map(({ data }) => data.noticeId));
    const known = await rowsWith(tx, RegisteredContractEndNotice, 'noticeId', ids);
    const notices = new Map(known.map((each) => [each.noticeId, each]));
    for (const event of events) {
      const { noticeId } = event.data;
      notices.set(noticeId, noticeAfter(notices.get(noticeId), event));
    }
    await upsertRows(tx, RegisteredContractEndNotice, [...notices.values()]);
  }
}

function noticeAfter(
  before: RegisteredContractEndNotice | undefined,
  { type, data }: Recorded<ContractEndNoticeEvent>,
): RegisteredContractEndNotice {
  if (type === 'UnionNotifiedOfContractEnd') return { ...data, opinionRaisedOn: null, answeredOn: null };
  if (!before) throw new BeginningMissing('notice');
  return type === 'UnionOpinionRaised'
    ? { ...before, opinionRaisedOn: data.raisedOn }
    : { ...before, answeredOn: data.answeredOn };
}
