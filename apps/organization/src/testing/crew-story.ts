import type { CrewEvent } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { crew, type CrewWish } from '../crew/crew.decider';

/** The days of the story: the crew was formed in March, and commands arrive on 20 November 2026. */
export const day = (text: string) => text as Day;
export const FORMED = day('2026-03-01');
export const TODAY = day('2026-11-20');
export const TOMORROW = day('2026-11-21');

const unitId = 'rebar-crew';

type DataOf<Told extends { type: string; data: object }, Type extends Told['type']> = Omit<
  Extract<Told, { type: Type }>['data'],
  'unitId'
>;

export const given = specify(crew);

/** A command on the crew of the story. */
export const wish = <Type extends CrewWish['type']>(type: Type, data: DataOf<CrewWish, Type>): CrewWish =>
  ({ type, data: { unitId, ...data } }) as unknown as CrewWish;

/** An event of the crew of the story. */
export const fact = <Type extends CrewEvent['type']>(type: Type, data: DataOf<CrewEvent, Type>): CrewEvent =>
  ({ type, data: { unitId, ...data } }) as unknown as CrewEvent;

export const formed = (data: Partial<DataOf<CrewEvent, 'CrewFormed'>> = {}): CrewEvent =>
  fact('CrewFormed', { trade: '020', formedOn: FORMED, ...data });

export const led = (workerId: string, appointedOn: string): CrewEvent =>
  fact('CrewLeaderAppointed', { workerId, appointedOn: day(appointedOn) });

export const dissolved = (dissolvedOn: string = TODAY): CrewEvent =>
  fact('CrewDissolved', { reason: '完工', dissolvedOn: day(dissolvedOn) });
