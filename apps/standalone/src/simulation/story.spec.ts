import {
  assertKeeps,
  EnterSite,
  LeaveSite,
  RecordCreditCode,
  RegisterWorker,
  TakeRosterRows,
  TransferWorker,
} from '@gongyou/contracts';
import { birthday, birthDayOf, checkResidentId, type Day, day, isCreditCode } from '@gongyou/domain';
import type { Act, Scene } from './act';
import { SimulatedGroup } from './simulated-group';
import { storyOf } from './story';

const UNTIL = day('2026-11-27');
const groupOf = (seed: number, workers = 300) => new SimulatedGroup({ seed, workers, months: 3, until: UNTIL });

const scenesOf = (seed: number): Scene[] => [...storyOf(groupOf(seed))];
const actsOf = (scene: Scene): Act[] => [...scene.lanes].flatMap((lane) => [...lane]);
const written = ({ command, ...act }: Act): string => JSON.stringify({ ...act, command: command.name });

describe('The story of a seed', () => {
  const acts = scenesOf(7).flatMap(actsOf);
  const told = <T>(command: new () => T): { act: Act; data: T }[] =>
    acts.filter((act) => act.command === command).map((act) => ({ act, data: act.data as T }));

  it('is the same, byte for byte, each time it is told', () => {
    expect(scenesOf(7).flatMap(actsOf).map(written)).toEqual(acts.map(written));
  });

  it('is another one for another seed', () => {
    const others = new Set(scenesOf(8).flatMap(actsOf).map(written));
    expect(acts.map(written).filter((act) => others.has(act))).toEqual([]);
  });

  it('does not hang on the order in which its lanes are played', () => {
    const turned = scenesOf(7).flatMap(({ lanes }) => [...lanes].reverse().flatMap((lane) => [...lane]));
    expect(turned.map(written).sort()).toEqual(acts.map(written).sort());
  });

  it('gives each act a key of its own, so that a run that was killed can be gone on with', () => {
    expect(new Set(acts.map(({ key }) => key)).size).toBe(acts.length);
    expect(acts.filter(({ key }) => !/^[\x21-\x7e]{1,200}$/.test(key))).toEqual([]);
  });

  it('says nothing that does not keep its contract', () => {
    for (const { command, data } of acts) expect(() => assertKeeps(command, data)).not.toThrow();
  });

  it('tells each month only of what has come by its end', () => {
    expect(acts.filter(({ on }) => on > UNTIL)).toEqual([]);
    expect(told(EnterSite).filter(({ data }) => data.enteredOn > UNTIL)).toEqual([]);
  });

  it('is played for its refusals only where it says so', () => {
    const onPurpose = acts.flatMap(({ refusedWith }) => refusedWith ?? []);
    expect(onPurpose.filter((code) => !code.startsWith('organization.'))).toEqual([]);
    expect(new Set(onPurpose)).toEqual(
      new Set([
        'organization.crew.powerNotInForce',
        'organization.unit.creditCodeWrong',
        'organization.worker.identityTaken',
      ]),
    );
  });

  describe('has people who', () => {
    const registrations = told(RegisterWorker).filter(({ act }) => act.refusedWith === undefined);
    const rows = told(TakeRosterRows).flatMap(({ data }) => data.rows);

    it('have identity numbers that are right, each his own (ID-02, RN-02)', () => {
      const numbers = registrations.map(({ data }) => data.identityNumber);
      const imported = rows.map(({ identityNumber }) => identityNumber);
      expect(numbers.filter((number) => checkResidentId(number, UNTIL) !== 'valid')).toEqual([]);
      // One row of 400 was mistyped on purpose.
      expect(imported.filter((number) => checkResidentId(number, UNTIL) !== 'valid').length).toBeLessThanOrEqual(1);
      expect(new Set([...numbers, ...imported]).size).toBe(numbers.length + imported.length);
    });

    it('are of age when they come on to a site: nobody is under 16, nor under 18 (RN-11)', () => {
      const bornOn = new Map(
        registrations.map(({ data }) => [data.workerId, birthDayOf(data.identityNumber as never)]),
      );
      const entries = told(EnterSite);
      expect(entries.length).toBeGreaterThan(100);
      for (const { data } of entries) {
        expect(data.enteredOn >= birthday(bornOn.get(data.workerId)!, 18)).toBe(true);
      }
    });

    it('are in one crew on each day, from their entry to their last day (RN-03)', () => {
      const places = new Map<string, { crewId: string; since: Day }>();
      const moves = [
        ...told(EnterSite).map(({ data }) => ({ ...data, kind: 'enter' as const, on: data.enteredOn })),
        ...told(TransferWorker).map(({ data }) => ({ ...data, kind: 'move' as const, on: data.transferredOn })),
        ...told(LeaveSite).map(({ data }) => ({ ...data, kind: 'leave' as const, on: data.leftOn, crewId: '' })),
      ].sort((a, b) => (a.on < b.on ? -1 : 1));
      for (const { workerId, kind, on, crewId } of moves) {
        const before = places.get(workerId);
        expect(before === undefined).toBe(kind === 'enter');
        if (before) expect(on > before.since && crewId !== before.crewId).toBe(true);
        if (kind === 'leave') places.delete(workerId);
        else places.set(workerId, { crewId, since: on });
      }
      expect(moves.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['enter', 'move', 'leave']));
    });
  });

  it('has credit codes that are right, but for those that were mistyped on purpose (ID-01)', () => {
    for (const { act, data } of told(RecordCreditCode)) {
      expect(isCreditCode(data.creditCode)).toBe(act.refusedWith === undefined);
    }
  });
});

describe('A simulated group', () => {
  it.each([40, 41, 60, 499, 5_000])('has crews of 20 to 30 for %d workers', (workers) => {
    const { crews } = groupOf(3, workers);
    expect(crews.reduce((sum, { size }) => sum + size, 0)).toBe(workers);
    expect(crews.map(({ size }) => size).filter((size) => size < 20 || size > 30)).toEqual([]);
  });

  it('knows of each worker the crew that he begins in', () => {
    const group = groupOf(3, 700);
    for (const crew of group.crews) {
      expect(group.crewOf(crew.first)).toBe(crew);
      expect(group.crewOf(crew.first + crew.size - 1)).toBe(crew);
    }
  });

  it('shares no unit and no name of a system with the group of another seed', () => {
    const idsOf = (group: SimulatedGroup): string[] => [
      group.unitId,
      ...group.companies.flatMap(({ unitId, districts }) => [unitId, ...districts.map((each) => each.unitId)]),
      ...group.projects.map(({ unitId }) => unitId),
      ...group.crews.map(({ unitId }) => unitId),
    ];
    const others = new Set(idsOf(groupOf(1)));
    expect(idsOf(groupOf(11)).filter((id) => others.has(id))).toEqual([]);
  });
});
