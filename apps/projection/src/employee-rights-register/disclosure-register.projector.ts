import {
  type FactoryAffairsDisclosureEvent,
  factoryAffairsDisclosureEvents,
  type OpenMattersEvent,
  openMattersEvents,
  type OversightFindingEvent,
  oversightFindingEvents,
} from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { begun, foldRows } from '../database/fold-rows';
import { insertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { OpenMattersList, RegisteredDisclosure, RegisteredFinding } from './employee-rights.entity';

/** Keeps the lists of matters that must be open. */
@Injectable()
export class OpenMattersProjector implements Projector<OpenMattersEvent> {
  readonly name = 'open-matters';
  readonly types = Object.keys(openMattersEvents);

  project(events: readonly Recorded<OpenMattersEvent>[], tx: EntityManager): Promise<void> {
    return insertRows(
      tx,
      OpenMattersList,
      events.map(({ data }) => data),
    );
  }
}

/** Keeps what enterprises disclosed, with objections and replies. */
@Injectable()
export class DisclosureRegisterProjector implements Projector<FactoryAffairsDisclosureEvent> {
  readonly name = 'disclosure-register';
  readonly types = Object.keys(factoryAffairsDisclosureEvents);

  project(events: readonly Recorded<FactoryAffairsDisclosureEvent>[], tx: EntityManager): Promise<void> {
    return foldRows(tx, RegisteredDisclosure, 'disclosureId', events, ({ data }) => data.disclosureId, disclosureAfter);
  }
}

function disclosureAfter(
  known: RegisteredDisclosure | undefined,
  { type, data }: FactoryAffairsDisclosureEvent,
): RegisteredDisclosure {
  if (type === 'FactoryAffairsDisclosed') return { ...data, objections: [], isUnanswered: false };
  const disclosure = begun(known, () => new BeginningMissing('disclosure'));
  if (type === 'FactoryAffairsDisclosureObjectedTo') {
    const { objectionId, objection, objectedOn } = data;
    const raised = { objectionId, objection, objectedOn, reply: null, repliedOn: null };
    return { ...disclosure, objections: [...disclosure.objections, raised], isUnanswered: true };
  }
  const { objectionId, reply, repliedOn } = data;
  const objections = disclosure.objections.map((each) =>
    each.objectionId === objectionId ? { ...each, reply, repliedOn } : each,
  );
  return { ...disclosure, objections, isUnanswered: objections.some((each) => each.reply === null) };
}

/** Keeps what the employees' oversight found. */
@Injectable()
export class OversightFindingProjector implements Projector<OversightFindingEvent> {
  readonly name = 'oversight-findings';
  readonly types = Object.keys(oversightFindingEvents);

  project(events: readonly Recorded<OversightFindingEvent>[], tx: EntityManager): Promise<void> {
    return foldRows(tx, RegisteredFinding, 'findingId', events, ({ data }) => data.findingId, findingAfter);
  }
}

function findingAfter(known: RegisteredFinding | undefined, { type, data }: OversightFindingEvent): RegisteredFinding {
  if (type === 'OversightFindingRecorded') return { ...data, measure: null, answeredOn: null };
  const finding = begun(known, () => new BeginningMissing('finding of oversight'));
  return { ...finding, measure: data.measure, answeredOn: data.answeredOn };
}
