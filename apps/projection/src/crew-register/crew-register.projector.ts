import {
  type CrewEvent,
  crewEvents,
  type CrewItemAcknowledged,
  type CrewItemIssued,
  type MorningMeetingEvent,
  morningMeetingEvents,
} from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { CrewItem, CrewMeeting, PowerUse, RegisteredCrew } from './crew.entity';
import { MorningMeeting } from './morning-meeting.entity';
import { crewAfter } from './registered-crew';

type CrewRegisterEvent = CrewEvent | MorningMeetingEvent;

/** Keeps each crew as it stands, its meetings, what was issued to it, and the use of its powers. */
@Injectable()
export class CrewRegisterProjector implements Projector<CrewRegisterEvent> {
  readonly name = 'crew-register';
  readonly types = [...Object.keys(crewEvents), ...Object.keys(morningMeetingEvents)];

  async project(events: readonly Recorded<CrewRegisterEvent>[], tx: EntityManager): Promise<void> {
    const known = await rowsWith(tx, RegisteredCrew, 'unitId', new Set(events.map(({ data }) => data.unitId)));
    const crews = new Map(known.map((crew) => [crew.unitId, crew]));
    const items = await itemsOf(events, tx);
    const meetings = new Map<string, CrewMeeting>();
    const uses = new Map<string, PowerUse>();
    const mornings = new Map<string, MorningMeeting>();
    for (const event of events) {
      const { unitId } = event.data;
      crews.set(unitId, crewAfter(crews.get(unitId), event));
      switch (event.type) {
        case 'CrewMeetingHeld':
          meetings.set(`${unitId}~${event.data.meetingId}`, event.data);
          break;
        case 'PowerUsed':
          uses.set(`${unitId}~${event.data.useId}`, event.data);
          break;
        case 'MorningMeetingHeld':
        case 'MorningMeetingCorrected':
          mornings.set(event.stream, morningMeetingOf(event));
          break;
        case 'CrewItemIssued':
          items.set(keyOf(event.data), issued(event.data));
          break;
        case 'CrewItemAcknowledged':
          items.set(keyOf(event.data), acknowledged(items.get(keyOf(event.data)), event.data));
          break;
        default:
      }
    }
    await upsertRows(tx, RegisteredCrew, [...crews.values()]);
    await upsertRows(tx, CrewMeeting, [...meetings.values()]);
    await upsertRows(tx, PowerUse, [...uses.values()]);
    await upsertRows(tx, MorningMeeting, [...mornings.values()]);
    await upsertRows(tx, CrewItem, [...items.values()]);
  }
}

/** The items that the events acknowledge, as they stand before them. */
async function itemsOf(
  events: readonly Recorded<CrewRegisterEvent>[],
  tx: EntityManager,
): Promise<Map<string, CrewItem>> {
  const asked = events.flatMap(({ type, data }) => (type === 'CrewItemAcknowledged' ? [data] : []));
  if (asked.length === 0) return new Map();
  const known = await tx
    .createQueryBuilder(CrewItem, 'item')
    .where('(item.unitId, item.itemId) IN (SELECT * FROM unnest(CAST(:units AS text[]), CAST(:items AS text[])))', {
      units: asked.map(({ unitId }) => unitId),
      items: asked.map(({ itemId }) => itemId),
    })
    .getMany();
  return new Map(known.map((item) => [keyOf(item), item]));
}

const keyOf = ({ unitId, itemId }: { unitId: string; itemId: string }): string => `${unitId}~${itemId}`;

const issued = ({ unitId, itemId, kind, title, sha256, issuedOn, acknowledgeBy }: CrewItemIssued): CrewItem => ({
  unitId,
  itemId,
  kind,
  title,
  sha256: sha256 ?? null,
  issuedOn,
  acknowledgeBy,
  acknowledgedOn: null,
  acknowledgedByCount: 0,
});

function acknowledged(item: CrewItem | undefined, { asLeader, acknowledgedOn }: CrewItemAcknowledged): CrewItem {
  if (!item) throw new BeginningMissing('crew item');
  return {
    ...item,
    acknowledgedOn: item.acknowledgedOn ?? (asLeader ? acknowledgedOn : null),
    acknowledgedByCount: item.acknowledgedByCount + 1,
  };
}

function morningMeetingOf({ type, data }: Recorded<MorningMeetingEvent>): MorningMeeting {
  const {
    unitId,
    heldOn,
    shift,
    place,
    presentCount,
    attendeeIds = null,
    topics,
    risks,
    minutes = null,
    evidence,
  } = data;
  const record = { unitId, heldOn, shift, place, presentCount, attendeeIds, topics, risks, minutes };
  return { ...record, evidenceCount: evidence.length, isCorrected: type === 'MorningMeetingCorrected' };
}
