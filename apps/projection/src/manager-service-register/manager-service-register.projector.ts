import { type CrewEvent, type ManagerPromotionEvent, managerPromotionEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { CrewSupport, ManagerPromotionRecord } from './manager-service.entity';

const supportTypes = ['CrewSupportAssigned', 'CrewSupportEnded', 'CrewSupportAssessed', 'CrewDissolved'] as const;
type SupportEvent = Extract<CrewEvent, { type: (typeof supportTypes)[number] }>;
type ServiceEvent = SupportEvent | ManagerPromotionEvent;

/** Keeps what managers did for crews, how it was assessed, and the promotions that it counted for (QD-14). */
@Injectable()
export class ManagerServiceRegisterProjector implements Projector<ServiceEvent> {
  readonly name = 'manager-service-register';
  readonly types = [...supportTypes, ...Object.keys(managerPromotionEvents)];

  async project(events: readonly Recorded<ServiceEvent>[], tx: EntityManager): Promise<void> {
    await projectSupports(
      events.filter((event) => isOfSupport(event)),
      tx,
    );
    await projectPromotions(
      events.filter((event) => !isOfSupport(event)),
      tx,
    );
  }
}

const isOfSupport = (event: Recorded<ServiceEvent>): event is Recorded<SupportEvent> =>
  (supportTypes as readonly string[]).includes(event.type);

async function projectSupports(events: readonly Recorded<SupportEvent>[], tx: EntityManager): Promise<void> {
  if (events.length === 0) return;
  const known = await rowsWith(tx, CrewSupport, 'unitId', new Set(events.map(({ data }) => data.unitId)));
  const supports = new Map(known.map((support) => [keyOf(support), support]));
  for (const { type, data } of events) {
    if (type === 'CrewSupportAssigned') {
      const { unitId, assignmentId, managerId, fromDay } = data;
      supports.set(keyOf(data), { unitId, assignmentId, managerId, fromDay, endedOn: null, assessments: [] });
    } else if (type === 'CrewDissolved') {
      for (const [key, support] of supports) {
        if (support.unitId === data.unitId && support.endedOn === null) {
          supports.set(key, { ...support, endedOn: data.dissolvedOn });
        }
      }
    } else {
      const support = supports.get(keyOf(data));
      if (!support) throw new BeginningMissing('support of a crew');
      supports.set(keyOf(data), supportAfter(support, { type, data } as SupportEvent));
    }
  }
  await upsertRows(tx, CrewSupport, [...supports.values()]);
}

function supportAfter(support: CrewSupport, { type, data }: SupportEvent): CrewSupport {
  switch (type) {
    case 'CrewSupportEnded':
      return { ...support, endedOn: data.endedOn };
    case 'CrewSupportAssessed': {
      const { assessmentId, grade, note, assessedOn } = data;
      const assessments = [...support.assessments, { assessmentId, grade, note, assessedOn }];
      return { ...support, assessments: assessments.sort((a, b) => (a.assessedOn < b.assessedOn ? 1 : -1)) };
    }
    default:
      return support;
  }
}

async function projectPromotions(events: readonly Recorded<ManagerPromotionEvent>[], tx: EntityManager): Promise<void> {
  if (events.length === 0) return;
  const ids = new Set(events.map(({ data }) => data.promotionId));
  const known = await rowsWith(tx, ManagerPromotionRecord, 'promotionId', ids);
  const promotions = new Map(known.map((promotion) => [promotion.promotionId, promotion]));
  for (const { type, data } of events) {
    if (type === 'ManagerPromoted') {
      promotions.set(data.promotionId, { ...data, withdrawnOn: null });
      continue;
    }
    const promotion = promotions.get(data.promotionId);
    if (!promotion) throw new BeginningMissing('promotion');
    promotions.set(data.promotionId, { ...promotion, withdrawnOn: data.withdrawnOn });
  }
  await upsertRows(tx, ManagerPromotionRecord, [...promotions.values()]);
}

const keyOf = ({ unitId, assignmentId }: { unitId: string; assignmentId: string }): string =>
  `${unitId}~${assignmentId}`;
