import { type CrewDisclosureEvent, crewDisclosureEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { CrewDisclosureRecord } from './crew-disclosure.entity';

/** Keeps what was disclosed to crews, with objections and answers. */
@Injectable()
export class CrewDisclosureRegisterProjector implements Projector<CrewDisclosureEvent> {
  readonly name = 'crew-disclosure-register';
  readonly types = Object.keys(crewDisclosureEvents);

  async project(events: readonly Recorded<CrewDisclosureEvent>[], tx: EntityManager): Promise<void> {
    const ids = new Set(events.map(({ data }) => data.disclosureId));
    const known = await rowsWith(tx, CrewDisclosureRecord, 'disclosureId', ids);
    const disclosures = new Map(known.map((row) => [row.disclosureId, row]));
    for (const event of events) {
      const { disclosureId } = event.data;
      disclosures.set(disclosureId, disclosureAfter(disclosures.get(disclosureId), event));
    }
    await upsertRows(tx, CrewDisclosureRecord, [...disclosures.values()]);
  }
}

function disclosureAfter(
  before: CrewDisclosureRecord | undefined,
  { type, data }: Recorded<CrewDisclosureEvent>,
): CrewDisclosureRecord {
  if (type === 'CrewDisclosurePosted') {
    const { disclosureId, unitId, subject, month = null, title, sha256, postedOn, objectionsUntil } = data;
    const posted = { disclosureId, unitId, subject, month, title, sha256, postedOn, objectionsUntil };
    return { ...posted, objections: [], unanswered: 0 };
  }
  if (!before) throw new BeginningMissing('disclosure');
  switch (type) {
    case 'DisclosureObjectionRaised': {
      const { disclosureId: _, ...raised } = data;
      const objection = { ...raised, answer: null, isUpheld: null, answeredOn: null };
      return { ...before, objections: [...before.objections, objection], unanswered: before.unanswered + 1 };
    }
    case 'DisclosureObjectionAnswered': {
      const { objectionId, answer, isUpheld, answeredOn } = data;
      const objections = before.objections.map((each) =>
        each.objectionId === objectionId ? { ...each, answer, isUpheld, answeredOn } : each,
      );
      return { ...before, objections, unanswered: before.unanswered - 1 };
    }
  }
}
