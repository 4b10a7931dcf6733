import { randomInt } from 'node:crypto';
import {
  type ContractKind,
  AppointCrewLeader,
  CorrectWorker,
  DestroyKeptRecord,
  EndContract,
  EnterSite,
  EraseWorker,
  DissolveCrew,
  EstablishUnit,
  FormCrew,
  type Grant,
  LeaveSite,
  MergeWorker,
  MorningMeetingExceptions,
  type MorningMeetingExceptionsAnswer,
  PersonalDataExport,
  type PersonalDataExportAnswer,
  PersonalFile,
  type PersonalFileAnswer,
  RecordContract,
  RecordMorningMeeting,
  RecordSafetyTraining,
  RegisterEnterpriseClient,
  RegisterWorker,
  Roster,
  type RosterAnswer,
  SetWorkRestriction,
  SiteEngagement,
  type SiteEngagementAnswer,
  TransferWorker,
  WorkerFile,
  type WorkerFileAnswer,
  Workers,
  type WorkersAnswer,
  WorkerSearch,
  WorkersOutsideCrews,
  type WorkersOutsideCrewsAnswer,
} from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import {
  createTestDatabase,
  startNatsServer,
  type TestDatabase,
  type TestNatsServer,
} from '@gongyou/event-sourcing/testing';
import {
  Caller,
  connectBus,
  NatsLedger,
  type RecordedEvent,
  recordedEvent,
  requestHeaders,
  type RunningService,
} from '@gongyou/messaging';
import { Logger } from '@nestjs/common';
import type { NatsConnection } from 'nats';
import { MasterKey, startLedger } from '../../../ledger/src';
import { startOrganization } from '../../../organization/src';
import { startProjection } from '../../../projection/src';
import type { OperatorStatus } from '../../../projection/src/operator/operator.controller';
import { operatorSubjects } from '../../../projection/src/operator/operator.subjects';
import type { Comparison } from '../../../projection/src/rebuild/rebuild';
import { until } from '../../src/testing/until';
import { dataFolders, filesHolding } from '../data-folders';

const silent = { log() {}, warn() {}, error: console.error, debug() {}, verbose() {} };
const day = (text: string) => text as Day;

describe('Workers over NATS', () => {
  let nats: TestNatsServer;
  let database: TestDatabase;
  const services: RunningService[] = [];
  const connections: NatsConnection[] = [];
  let operator: Caller;
  let gateway: Caller;
  let ledger: NatsLedger;

  const bus = () => ({ servers: nats.url, password: '' });
  const callerAs = async (user: string): Promise<Caller> => {
    const connection = await connectBus({ ...bus(), user });
    connections.push(connection);
    return new Caller(connection, user);
  };

  beforeAll(async () => {
    Logger.overrideLogger(silent);
    [nats, database] = await Promise.all([startNatsServer(), createTestDatabase()]);
    services.unshift(
      await startLedger({ bus: bus(), eventStoreUrl: database.url, masterKey: MasterKey.random(), logger: silent }),
    );
    services.unshift(await startOrganization({ bus: bus(), logger: silent }));
    services.unshift(await startProjection({ bus: bus(), databaseUrl: database.url, logger: silent }));
    [operator, gateway] = await Promise.all([callerAs('operator'), callerAs('gateway')]);
    ledger = new NatsLedger(operator);
    for (const [unitId, kind, parentId] of units) {
      await operator.command(EstablishUnit, { unitId, kind, name: unitId, parentId, establishedOn: day('2020-01-01') });
    }
    for (const unitId of ['rebar-crew', 'formwork-crew', 'quay-crew']) {
      await operator.command(FormCrew, { unitId, trade: '020', formedOn: day('2020-01-01') });
    }
  });
  afterAll(async () => {
    await Promise.all(connections.map((connection) => connection.close()));
    for (const service of services) await service.close();
    await nats.stop();
    await database.drop();
  });

  const register = (worker: RegisterWorker) => operator.command(RegisterWorker, worker);
  /** Registration, contract and training: all that a site asks for. */
  const readyFor = async (
    worker: RegisterWorker,
    kind: ContractKind = 'employmentAgreement',
  ): Promise<RegisterWorker> => {
    const { workerId } = worker;
    await register(worker);
    await operator.command(RecordContract, {
      ...{ workerId, contractId: 'c-1', kind, employerUnitId: 'highway' },
      ...{ signedOn: day('2026-01-05'), startsOn: day('2026-01-05'), employmentForm: 'subcontracted' },
    });
    await operator.command(RecordSafetyTraining, {
      ...{ workerId, trainingId: 't-1', organizationId: 'highway', hours: 50, trainedOn: day('2026-01-06') },
    });
    return worker;
  };
  const work = (workerId: string, crewId = 'rebar-crew') =>
    ({ workerId, projectId: 'bridge', crewId, workType: '020', workRole: '20' }) as const;
  const enter = (workerId: string, enteredOn = '2026-02-01') =>
    operator.command(EnterSite, { ...work(workerId), enteredOn: day(enteredOn) });
  const ask = <T extends object, A>(query: new () => T, asked: T, after?: { position: number }): Promise<A> =>
    operator.query<T, A>(query, asked, after && { [requestHeaders.after]: String(after.position) });
  const roster = async (organization: string, on: string, after: { position: number }): Promise<string[]> => {
    const { roster } = await ask<Roster, RosterAnswer>(Roster, { organization, day: day(on) }, after);
    return roster.map(({ workerId, crewId }) => `${workerId} ${crewId}`);
  };
  const file = (worker: string, after?: { position: number }) =>
    ask<WorkerFile, WorkerFileAnswer>(WorkerFile, { worker }, after);
  const events = async (...types: string[]): Promise<RecordedEvent[]> =>
    (await ledger.feed({ after: -1, limit: 1000, waitMs: 0, types })).events.map(recordedEvent);

  describe('A person', () => {
    it('is registered once whatever the project, and the second one is told of the first (CC-13c, WZ-17c)', async () => {
      const worker = aWorker();
      await register(worker);
      await expect(
        register({ ...worker, workerId: 'w-again', organizationId: 'harbour', registeredOn: day('2026-02-01') }),
      ).rejects.toMatchObject({ code: 'organization.worker.identityTaken', detail: { workerId: worker.workerId } });
      await expect(register(worker)).resolves.toMatchObject({ events: [] });
    });

    it('is registered once, however many register him in the same instant', async () => {
      const worker = aWorker();
      const race = await Promise.allSettled(
        ['race-a', 'race-b', 'race-c'].map((workerId) => register({ ...worker, workerId })),
      );
      expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('whose registrar died after the identity was taken is registered by repeating', async () => {
      const worker = aWorker();
      const [identityKey] = await ledger.blindIndexes([
        { kind: 'identityNumber', value: `01:${worker.identityNumber}` },
      ]);
      const taken = { ...worker, workerId: 'w-died' };
      const first = await operator.command(RegisterWorker, { ...aWorker(), workerId: 'w-other' });
      const [like] = (await events('WorkerIdentityTaken')).slice(-1);
      const { position: _p, revision: _r, stream: _s, recordedAt: _a, dataSha256: _h, ...event } = like!;
      await ledger.append([
        {
          stream: `workerIdentity-${identityKey}`,
          expected: 'none',
          events: [
            {
              ...event,
              eventId: first.events[0]!.eventId.replace(/.{12}$/, '00000000dead'),
              data: JSON.stringify({ identityKey, workerId: 'w-died' }),
            },
          ],
        },
      ]);
      await expect(register({ ...worker, workerId: 'w-else' })).rejects.toMatchObject({
        detail: { workerId: 'w-died' },
      });
      await expect(register(taken)).resolves.toMatchObject({ events: [{ type: 'WorkerRegistered' }] });
    });

    it('leaves his identity free for its owner when his number is corrected', async () => {
      const [worker, owner] = [aWorker(), aWorker()];
      await register({ ...worker, identityNumber: owner.identityNumber });
      await operator.command(CorrectWorker, {
        ...{ workerId: worker.workerId, identityDocumentType: '01', identityNumber: worker.identityNumber },
        ...{ reason: '号码录错', approvedBy: '劳资专管员', correctedOn: day('2026-02-02') },
      });
      await until('the identity is free', async () => (await register(owner).catch(() => undefined)) !== undefined);
      await expect(register({ ...worker, workerId: 'w-third' })).rejects.toMatchObject({
        detail: { workerId: worker.workerId },
      });
    });
  });

  describe('A gate that asks whether somebody may enter', () => {
    const asked = async (worker: string, on: string, after: { position: number }, project = 'bridge') => {
      const query = { project, worker, day: day(on) };
      return ask<SiteEngagement, SiteEngagementAnswer>(SiteEngagement, query, after);
    };

    it('lets in who is registered, on the roster of the site and under contract on the day (CC-13c, CC-13f, WZ-17c)', async () => {
      const { workerId } = await readyFor(aWorker(), 'labourContract');
      await enter(workerId, '2026-02-01');
      const contractEnds = { workerId, contractId: 'c-1', endedOn: day('2026-02-15') };
      await operator.command(EndContract, contractEnds);
      const last = await operator.command(LeaveSite, { workerId, projectId: 'bridge', leftOn: day('2026-02-20') });

      expect(await asked(workerId, '2026-02-01', last)).toMatchObject({
        mayEnter: true,
        gap: null,
        crewId: 'rebar-crew',
      });
      expect(await asked(workerId, '2026-02-15', last)).toMatchObject({ mayEnter: true });
      expect(await asked(workerId, '2026-02-16', last)).toMatchObject({ mayEnter: false, gap: 'contractNotInForce' });
      expect(await asked(workerId, '2026-01-31', last)).toMatchObject({ mayEnter: false, gap: 'notOnRoster' });
      expect(await asked(workerId, '2026-02-21', last)).toMatchObject({ mayEnter: false, gap: 'notOnRoster' });
      expect(await asked(workerId, '2026-02-01', last, 'other')).toMatchObject({ gap: 'notOnRoster' });
      expect(await asked('w-nobody', '2026-02-01', last)).toMatchObject({ mayEnter: false, gap: 'notRegistered' });
    });
    it('finds him under the registration that a duplicate was merged into', async () => {
      const [worker, twin] = [await readyFor(aWorker()), aForeigner()];
      await register(twin);
      await enter(worker.workerId);
      const merged = await operator.command(MergeWorker, {
        ...{ workerId: twin.workerId, intoWorkerId: worker.workerId, reason: '重复登记' },
        ...{ approvedBy: '劳资专管员', mergedOn: day('2026-02-02') },
      });
      expect(await asked(twin.workerId, '2026-02-03', merged)).toMatchObject({
        ...{ mayEnter: true, workerId: worker.workerId },
      });
    });
  });

  describe('A morning meeting', () => {
    it('is held against the roster of the crew on its day (HS-09, CC-13f)', async () => {
      await operator.command(EstablishUnit, {
        ...{ unitId: 'deck-crew', kind: 'crew', name: '桥面班', parentId: 'bridge', establishedOn: day('2026-01-01') },
      });
      await operator.command(FormCrew, { unitId: 'deck-crew', trade: '020', formedOn: day('2026-01-01') });
      const [one, two] = [await readyFor(aWorker()), await readyFor(aWorker())];
      for (const { workerId } of [one, two]) {
        await operator.command(EnterSite, { ...work(workerId, 'deck-crew'), enteredOn: day('2026-02-02') });
      }
      const held = await operator.command(RecordMorningMeeting, {
        ...{ unitId: 'deck-crew', heldOn: day('2026-02-02'), shift: 'day', place: '桥面', presentCount: 2 },
        ...{ attendeeIds: [one.workerId, 'w-nobody'], topics: ['点名'], risks: [], evidence: [] },
      });
      const asked = { organization: 'bridge', day: day('2026-02-02') };
      const { crews } = await ask<MorningMeetingExceptions, MorningMeetingExceptionsAnswer>(
        MorningMeetingExceptions,
        asked,
        held,
      );
      expect(crews).toEqual([
        {
          ...{ unitId: 'deck-crew', unitName: '桥面班', shifts: ['day'], presentCount: 2, onRosterCount: 1 },
          ...{ notOnRoster: ['w-nobody'], notAtMeeting: [two.workerId] },
        },
      ]);
    });
  });

  describe('A crew that is not active', () => {
    it('takes nobody in, and who is left in it is listed (QD-03)', async () => {
      await operator.command(EstablishUnit, {
        ...{
          unitId: 'pile-crew',
          kind: 'crew',
          name: '桩基一班',
          parentId: 'bridge',
          establishedOn: day('2026-01-01'),
        },
      });
      const [one, two] = [await readyFor(aWorker()), await readyFor(aWorker())];
      const enterPiles = (workerId: string, on = '2026-02-02') =>
        operator.command(EnterSite, { ...work(workerId, 'pile-crew'), enteredOn: day(on) });
      const refusal = { code: 'organization.worker.crewDidNotStand' };
      await expect(enterPiles(one.workerId)).rejects.toMatchObject(refusal);
      await operator.command(FormCrew, { unitId: 'pile-crew', trade: '160', formedOn: day('2026-02-02') });
      await expect(enterPiles(one.workerId, '2026-02-01')).rejects.toMatchObject(refusal);

      const outside = async (after: { position: number }) => {
        const query = { organization: 'bridge' };
        const found = await ask<WorkersOutsideCrews, WorkersOutsideCrewsAnswer>(WorkersOutsideCrews, query, after);
        return found.workers.filter(({ crewId }) => crewId === 'pile-crew').map(({ workerId }) => workerId);
      };
      expect(await outside(await enterPiles(one.workerId))).toEqual([one.workerId]);
      const leader = { unitId: 'pile-crew', workerId: one.workerId, appointedOn: day('2026-02-03') };
      expect(await outside(await operator.command(AppointCrewLeader, leader))).toEqual([]);
      const end = { unitId: 'pile-crew', reason: '完工', dissolvedOn: day('2026-03-31') };
      expect(await outside(await operator.command(DissolveCrew, end))).toEqual([one.workerId]);
      await expect(enterPiles(two.workerId, '2026-04-01')).rejects.toMatchObject(refusal);
      const moved = { ...work(one.workerId), transferredOn: day('2026-04-01') };
      expect(await outside(await operator.command(TransferWorker, moved))).toEqual([]);
    });
  });

  describe('A roster', () => {
    it('is that of any unit on any day, as crews and their members stood (CC-13c, WZ-17c)', async () => {
      const { workerId } = await readyFor(aWorker());
      await enter(workerId);
      await operator.command(TransferWorker, { ...work(workerId, 'formwork-crew'), transferredOn: day('2026-02-10') });
      const last = await operator.command(LeaveSite, { workerId, projectId: 'bridge', leftOn: day('2026-02-20') });

      const onDay = async (organization: string, on: string) =>
        (await roster(organization, on, last)).filter((each) => each.startsWith(`${workerId} `));
      expect(await onDay('group', '2026-01-31')).toEqual([]);
      expect(await onDay('group', '2026-02-01')).toEqual([`${workerId} rebar-crew`]);
      expect(await onDay('bridge', '2026-02-09')).toEqual([`${workerId} rebar-crew`]);
      expect(await onDay('highway', '2026-02-10')).toEqual([`${workerId} formwork-crew`]);
      expect(await onDay('rebar-crew', '2026-02-10')).toEqual([]);
      expect(await onDay('group', '2026-02-20')).toEqual([`${workerId} formwork-crew`]);
      expect(await onDay('group', '2026-02-21')).toEqual([]);
      expect(await onDay('harbour', '2026-02-10')).toEqual([]);
    });

    it('shows what law asks of it: person, addresses, contact, form of employment, beginning and term (LC-07)', async () => {
      const { workerId, phone } = await readyFor(aWorker());
      const last = await enter(workerId);
      const { roster } = await ask<Roster, RosterAnswer>(
        Roster,
        { organization: 'bridge', day: day('2026-02-01'), limit: 500 },
        last,
      );
      expect(roster.find((row) => row.workerId === workerId)).toMatchObject({
        ...{ name: expect.stringMatching(/^.\*+.$/) as string, sex: 'male' },
        identityNumber: expect.stringMatching(/^\d{4}\*+.{2}$/) as string,
        phone: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
        registeredAddress: expect.stringContaining('*') as string,
        presentAddress: expect.stringContaining('*') as string,
        ...{ contractKind: 'employmentAgreement', employmentForm: 'subcontracted' },
        ...{ contractStartsOn: '2026-01-05', contractEndsOn: null, enteredOn: '2026-02-01' },
      });
    });

    it('comes page by page', async () => {
      const ids: string[] = [];
      for (let index = 0; index < 3; index += 1) {
        const { workerId } = await readyFor(aWorker());
        await enter(workerId, '2026-03-01');
        ids.push(workerId);
      }
      const seen: string[] = [];
      const head = await operator.command(RegisterWorker, aWorker());
      for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
        const page = await ask<Roster, RosterAnswer>(
          Roster,
          { organization: 'bridge', day: day('2026-03-01'), limit: 2, ...(cursor !== undefined && { cursor }) },
          head,
        );
        expect(page.roster.length).toBeLessThanOrEqual(2);
        seen.push(...page.roster.map(({ workerId }) => workerId));
        cursor = page.nextCursor ?? undefined;
      }
      expect(seen).toEqual([...seen].sort());
      expect(seen).toEqual(expect.arrayContaining(ids));
      expect(new Set(seen).size).toBe(seen.length);
    });

    it('is closed to work that the company forbids at an age (OA-07)', async () => {
      const old = await readyFor(aWorker('19600101'));
      await operator.command(SetWorkRestriction, {
        ...{ organizationId: 'highway', restrictionId: 'dangerous', group: 'overAge', workTypes: ['030'] },
        ...{ basis: '令第56号第十三条', from: day('2026-02-01') },
      });
      const scaffolding = { ...work(old.workerId), workType: '030', enteredOn: day('2026-02-01') } as const;
      await expect(operator.command(EnterSite, scaffolding)).rejects.toMatchObject({
        code: 'organization.worker.workRestricted',
      });
      await expect(enter(old.workerId)).resolves.toMatchObject({ events: [{ type: 'WorkerEnteredSite' }] });
    });
  });

  describe('The register', () => {
    it('shows masks, and finds by exact name, number and phone within a unit only', async () => {
      const worker = await readyFor(aWorker());
      const last = await enter(worker.workerId);
      const list = await ask<Workers, WorkersAnswer>(
        Workers,
        { organization: 'bridge', active: 'true', workType: '020', limit: 500 },
        last,
      );
      const row = list.workers.find(({ workerId }) => workerId === worker.workerId)!;
      expect(row.identityNumber).toMatch(/^\d{4}\*+.{2}$/);
      expect(row.phone).toBe(`${worker.phone.slice(0, 3)}****${worker.phone.slice(-4)}`);
      expect(row.name).toMatch(/^.\*+.$/);

      const search = async (organization: string, asked: object) =>
        (await ask<WorkerSearch, WorkersAnswer>(WorkerSearch, { organization, ...asked }, last)).workers.map(
          ({ workerId }) => workerId,
        );
      const { name, identityNumber, phone, workerId } = worker;
      expect(await search('highway', { identityNumber })).toEqual([workerId]);
      expect(await search('bridge', { name, phone })).toEqual([workerId]);
      expect(await search('bridge', { name: name.slice(0, 2) })).toEqual([]);
      expect(await search('harbour', { identityNumber })).toEqual([]);
      await expect(search('highway', {})).rejects.toMatchObject({ code: 'organization.workerSearchEmpty' });
      const idle = await ask<Workers, WorkersAnswer>(Workers, { organization: 'bridge', active: 'false' }, last);
      expect(idle.workers.map((each) => each.workerId)).not.toContain(workerId);
    });

    it('tells who is on no site of a unit, though he may be on one of another', async () => {
      const { workerId } = await readyFor(aWorker());
      const units = ['bridge', 'highway', 'harbour', 'group'];
      const idleIn = async (after: { position: number }): Promise<string[]> => {
        const idle = units.map(async (organization) => {
          const asked = { organization, active: 'false', limit: 500 } as const;
          const { workers } = await ask<Workers, WorkersAnswer>(Workers, asked, after);
          return workers.some((each) => each.workerId === workerId) ? [organization] : [];
        });
        return (await Promise.all(idle)).flat();
      };
      const leave = (projectId: string, leftOn: string) =>
        operator.command(LeaveSite, { workerId, projectId, leftOn: day(leftOn) });
      const quay = { ...work(workerId, 'quay-crew'), projectId: 'quay' };

      expect(await idleIn(await enter(workerId))).toEqual([]);
      expect(await idleIn(await leave('bridge', '2026-02-05'))).toEqual(['bridge', 'highway', 'group']);
      const elsewhere = await operator.command(EnterSite, { ...quay, enteredOn: day('2026-02-06') });
      expect(await idleIn(elsewhere)).toEqual(['bridge', 'highway']);
      expect(await idleIn(await enter(workerId, '2026-02-07'))).toEqual([]);
      expect(await idleIn(await leave('quay', '2026-02-08'))).toEqual(['harbour']);
    });

    it('counts a duplicate for the person that it is, and ends it', async () => {
      const [worker, passport] = [await readyFor(aWorker()), await readyFor(aForeigner(), 'labourContract')];
      await enter(passport.workerId);
      const leave = { workerId: passport.workerId, projectId: 'bridge', leftOn: day('2026-02-05') };
      await operator.command(LeaveSite, leave);
      const merged = await operator.command(MergeWorker, {
        ...{ workerId: passport.workerId, intoWorkerId: worker.workerId, reason: '同一人' },
        ...{ approvedBy: '人力资源部', mergedOn: day('2026-02-06') },
      });
      expect((await file(passport.workerId, merged)).worker).toMatchObject({
        stage: 'merged',
        mergedInto: worker.workerId,
      });
      expect((await file(worker.workerId)).sites).toMatchObject([{ projectId: 'bridge', untilDay: '2026-02-05' }]);
      const onDay = { organization: 'bridge', day: day('2026-02-03'), limit: 500 };
      const rows = (await ask<Roster, RosterAnswer>(Roster, onDay, merged)).roster;
      // By the contract of the duplicate, though both have a contract of that id.
      expect(rows.filter(({ workerId }) => workerId === worker.workerId)).toMatchObject([
        { crewId: 'rebar-crew', contractKind: 'labourContract' },
      ]);

      await until('the duplicate is taken over', async () => (await events('DuplicateTakenOver')).length > 0);
      const { workerId } = worker;
      await operator.command(EraseWorker, { workerId, reason: 'asked-by-the-person', erasedOn: day('2026-03-01') });
      await until('the duplicate is erased', async () =>
        (await ledger.masks(await sealedNames(passport.workerId))).every((mask) => mask === null),
      );
    });
  });

  /** What the ledger holds of a person's name. */
  const sealedNames = async (personId: string) =>
    (await events('WorkerRegistered'))
      .filter(({ data }) => data['workerId'] === personId)
      .map(({ data }) => ({ personId, value: data['name'] as string }));

  describe('Personal data', () => {
    const asOfficerOf = (organizationId: string) => ({
      [requestHeaders.actor]: 'user:wang',
      [requestHeaders.grants]: JSON.stringify([{ role: 'unitOfficer', organizationId } satisfies Grant]),
    });
    const look = (worker: string, headers: Record<string, string>) =>
      gateway.query<PersonalFile, PersonalFileAnswer>(PersonalFile, { worker, purpose: 'wagePayment' }, headers);

    it('is shown in the clear for a stated purpose, and each look is recorded first', async () => {
      const worker = await readyFor(aWorker());
      const answer = await look(worker.workerId, asOfficerOf('highway'));
      const { name, identityNumber, phone, registeredAddress, presentAddress, ethnicGroup } = worker;
      const personal = { name, identityNumber, phone, registeredAddress, presentAddress, ethnicGroup };
      expect(answer.personal).toEqual({ ...personal, birthDay: '1990-03-07' });
      const [event] = (await events('PersonalDataViewed')).filter(({ position }) => position === answer.position);
      expect(event).toMatchObject({
        actor: 'user:wang',
        data: { workerId: worker.workerId, purpose: 'wagePayment' },
      });
      expect((await file(worker.workerId, answer)).looks).toMatchObject([
        { position: answer.position, actor: 'user:wang', purpose: 'wagePayment' },
      ]);
    });

    it('is shown to nobody outside his unit, to no system, and for no other purpose', async () => {
      const worker = await readyFor(aWorker());
      const before = (await events('PersonalDataViewed')).length;
      await expect(look(worker.workerId, asOfficerOf('harbour'))).rejects.toMatchObject({
        code: 'access.outsideScope',
      });
      await operator.command(RegisterEnterpriseClient, { clientName: 'highway-hr', organizationId: 'highway' });
      const system = await callerAs('highway-hr');
      const asked = { worker: worker.workerId, purpose: 'wagePayment' } as const;
      await expect(system.query(PersonalFile, asked)).rejects.toMatchObject({ code: 'access.roleMissing' });
      await expect(
        gateway.query(PersonalFile, { ...asked, purpose: 'curiosity' as 'inspection' }, asOfficerOf('highway')),
      ).rejects.toMatchObject({ code: 'request.contractViolated' });
      expect((await events('PersonalDataViewed')).length).toBe(before);
    });

    it('is exported whole to the person, which is recorded (PI-08)', async () => {
      const worker = await readyFor(aWorker());
      const answer = await gateway.query<PersonalDataExport, PersonalDataExportAnswer>(
        PersonalDataExport,
        { worker: worker.workerId },
        asOfficerOf('highway'),
      );
      expect(answer.personal).toMatchObject({ name: worker.name, identityNumber: worker.identityNumber });
      expect(answer.events.map(({ type }) => type)).toEqual([
        'WorkerRegistered',
        'ContractRecorded',
        'SafetyTrainingRecorded',
      ]);
      expect(answer.events[0]!.data).toMatchObject({ name: worker.name, phone: worker.phone });
      expect((await file(worker.workerId, answer)).looks).toMatchObject([{ purpose: 'export' }]);
    });

    it('is nowhere in the clear, and gone when the person is erased but for what law keeps, locked (T21)', async () => {
      const worker = await readyFor(aWorker());
      const { workerId } = worker;
      await enter(workerId);
      await look(workerId, asOfficerOf('highway'));
      await operator.command(LeaveSite, { workerId, projectId: 'bridge', leftOn: day('2026-02-20') });
      const erasure = { workerId, reason: 'asked-by-the-person', erasedOn: day('2026-03-01') } as const;
      const erased = await operator.command(EraseWorker, erasure);
      expect(erased.events.map(({ type }) => type)).toEqual(['LegalRecordKept', 'WorkerErased']);
      await expect(operator.command(EraseWorker, erasure)).resolves.toMatchObject({ events: [] });

      const { worker: shown } = await file(workerId, erased);
      expect(shown).toMatchObject({ stage: 'erased', name: null, identityNumber: null, phone: null });
      expect(shown.kept).toMatchObject([{ what: 'labourLedger', yearsAfterSettlement: 3, projectIds: ['bridge'] }]);
      const found = await ask<WorkerSearch, WorkersAnswer>(WorkerSearch, {
        organization: 'group',
        identityNumber: worker.identityNumber,
      });
      expect(found.workers).toEqual([]);
      await expect(look(workerId, asOfficerOf('highway'))).rejects.toMatchObject({
        code: 'organization.worker.erased',
      });

      await until('the key is destroyed', async () => (await ledger.masks(await sealedNames(workerId)))[0] === null);
      const [kept] = await events('LegalRecordKept');
      const keptRecordId = kept!.data['keptRecordId'] as string;
      const locked = [{ personId: keptRecordId, value: kept!.data['name'] as string }];
      expect((await ledger.masks(locked))[0]).not.toBeNull();
      await expect(
        operator.command(DestroyKeptRecord, {
          ...{ workerId, completedOn: day('2026-02-25'), settledOn: day('2026-02-28'), destroyedOn: day('2026-03-01') },
        }),
      ).rejects.toMatchObject({ code: 'organization.worker.keptByLaw', detail: { until: '2029-02-28' } });

      for (const text of [worker.name, worker.identityNumber, worker.phone, worker.presentAddress]) {
        expect(await filesHolding(text, await dataFolders(database, nats))).toEqual([]);
      }
      // What is looked through would be found: the id of the worker stands in both stores.
      expect((await filesHolding(workerId, await dataFolders(database, nats))).length).toBeGreaterThan(1);

      await until(
        'he can be registered anew',
        async () => (await register({ ...worker, workerId: `${workerId}-back` }).catch(() => 0)) !== 0,
      );
    });
  });

  describe('The read models', () => {
    it('give the same register when the read models are built anew, the merged and the erased included', async () => {
      await operator.request(operatorSubjects.rebuild, {});
      await until('another set is built', async () => {
        const { rebuild } = await operator.request<OperatorStatus>(operatorSubjects.status, {});
        expect(rebuild.failure).toBeNull();
        return rebuild.state === 'idle' && rebuild.next !== null;
      });
      const { tables, differing } = await operator.request<Comparison>(operatorSubjects.compare, {});
      expect(differing).toBe(0);
      expect(tables.find(({ table }) => table === 'worker')!.rows).toBeGreaterThan(5);
      const status = await operator.request<OperatorStatus>(operatorSubjects.status, {});
      expect(status.parked).toBe(0);
    });
  });
});

const units: [string, EstablishUnit['kind'], string?][] = [
  ['group', 'group'],
  ['highway', 'company', 'group'],
  ['bridge', 'project', 'highway'],
  ['rebar-crew', 'crew', 'bridge'],
  ['formwork-crew', 'crew', 'bridge'],
  ['harbour', 'company', 'group'],
  ['quay', 'project', 'harbour'],
  ['quay-crew', 'crew', 'quay'],
];

let count = 0;

/** A person whose name, number and phone nobody else has, so that they can be looked for everywhere. */
function aWorker(born = '19900307'): RegisterWorker {
  count += 1;
  const mark = randomInt(1e9).toString().padStart(9, '0');
  return {
    workerId: `w-${mark}-${count}`,
    organizationId: 'highway',
    name: `张${chinese(mark)}明`,
    identityDocumentType: '01',
    identityNumber: withCheckDigit(`${110101 + Number(mark.slice(0, 3))}${born}${mark.slice(3, 5)}1`),
    ethnicGroup: '01',
    education: '02',
    phone: `138${mark.slice(1)}`,
    registeredAddress: `河南省驻马店市上蔡县${chinese(mark)}村`,
    presentAddress: `山东省青岛市生活区${chinese(mark)}号楼`,
    registeredOn: day('2026-01-05'),
  };
}

/** The same, with a document that does not tell his birth day. */
const aForeigner = (): RegisterWorker => ({
  ...aWorker(),
  ...{ identityDocumentType: '08', identityNumber: `E${randomInt(1e8)}`, sex: 'male', birthDay: day('1990-03-07') },
});

const chinese = (digits: string): string => [...digits].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('');

function withCheckDigit(first17: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return `${first17}${'10X98765432'[weights.reduce((sum, weight, index) => sum + weight * Number(first17[index]), 0) % 11]}`;
}
