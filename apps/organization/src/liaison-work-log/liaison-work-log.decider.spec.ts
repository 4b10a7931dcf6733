import {
  findEvent,
  type LiaisonWorkEntry,
  type LiaisonWorkLogEvent,
  type LoggedRequest,
  upcast,
} from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { noGround, type RequestGround } from '../matter/raising';
import { liaisonWorkLogAggregate, workLogId } from './liaison-work-log.aggregate';
import { liaisonWorkLog, MOST_ENTRIES_A_MONTH, type WorkCircumstances } from './liaison-work-log.decider';

const given = specify(liaisonWorkLog);
const officerId = 'p-1';
const entry: LiaisonWorkEntry = {
  entryId: 'w-1',
  workedOn: day('2026-11-12'),
  activity: 'talk',
  dutyIds: [],
  rightIds: ['inspect'],
  beneficiary: 'workers',
  unitId: 'crew',
  place: '劳务驻地',
  personsPresent: 14,
  topics: ['wages'],
  requestsRaised: 2,
  matterIds: ['matter-1', 'matter-2'],
};
const circumstances: WorkCircumstances = {
  service: {
    level: 'district',
    unitId: 'district',
    managingUnitIds: ['centre', 'party'],
    onDutyFrom: day('2026-11-10'),
    endsOn: day('2026-11-18'),
  },
  unitIds: ['crew', 'project', 'district', 'company'],
  role: {
    rights: { statedCount: 6, items: [{ itemId: 'inspect', text: '工地一线检查巡视' }] },
    duties: { items: [] },
    obligations: { items: [] },
    workKinds: { items: [{ itemId: 'care', text: '生活关爱' }] },
  },
  requestGround: noGround,
  subordinate: { level: 'project', unitIds: ['project', 'district', 'company'] },
};
const requests: LoggedRequest[] = [
  { matterId: 'matter-3', kind: 'wage', subject: 'payLate' },
  { matterId: 'matter-4', kind: 'board', subject: 'water' },
];
const requestGround: RequestGround = {
  path: [{ level: 'crew', unitId: 'crew' }],
  isClosed: false,
  parameters: {
    ...{ crewAnswerDays: 3, projectAnswerDays: 5, districtAnswerDays: 5, companyAnswerDays: 10, passOnDays: 2 },
    ...{ teamVisitsPerMonth: 2, guidanceEveryMonths: 1, checkEveryMonths: 3 },
  },
  takenIds: new Set(),
};
const recorded = (other: Partial<LiaisonWorkEntry> = {}): LiaisonWorkLogEvent => ({
  type: 'LiaisonWorkRecorded',
  data: { officerId, postUnitId: 'district', entry: { ...entry, ...other } },
});
const record = (other: Partial<LiaisonWorkEntry> = {}, known: Partial<WorkCircumstances> = {}) => ({
  type: 'RecordLiaisonWork' as const,
  data: { officerId, entry: { ...entry, ...other } },
  circumstances: { ...circumstances, ...known },
});
const withdraw = (entryId = 'w-1') => ({
  type: 'WithdrawLiaisonWork' as const,
  data: { officerId, entryId, workedOn: entry.workedOn, reason: '重复登记' },
});
const withdrawn: LiaisonWorkLogEvent = {
  type: 'LiaisonWorkWithdrawn',
  data: { officerId, postUnitId: 'district', entry, reason: '重复登记' },
};

describe('The work log', () => {
  it('tells what was done, when, where and for whom by category, and names no person (JX-19, JX-40)', () =>
    given().when(record()).then(recorded()));
  it('is kept for days on duty, the first and the last included (JX-19)', () => {
    for (const workedOn of [day('2026-11-10'), day('2026-11-18')])
      given().when(record({ workedOn })).then(recorded({ workedOn }));
    for (const workedOn of [day('2026-11-09'), day('2026-11-19')])
      given().when(record({ workedOn })).thenRefused('organization.liaisonWorkLog.notOnDuty', { on: workedOn });
    given()
      .when(record({}, { service: undefined }))
      .thenRefused('organization.liaisonWorkLog.notOnDuty');
  });
  it('is not kept ahead', () =>
    given()
      .when(record({ workedOn: day('2026-11-21') }))
      .thenRefused('organization.liaisonWorkLog.dayInFuture'));
  it('is about the area of the officer (JX-39)', () =>
    given()
      .when(record({}, { unitIds: ['crew', 'project', 'other-district', 'company'] }))
      .thenRefused('organization.liaisonWorkLog.outsideArea', { unitId: 'crew' }));
  it('names rights, duties and kinds of work that the role definition has (JX-37, JX-38a, JX-71)', () => {
    given()
      .when(record({ workKindId: 'care' }))
      .then(recorded({ workKindId: 'care' }));
    for (const other of [{ workKindId: 'inspect' }, { dutyIds: ['inspect'] }, { rightIds: ['care'] }])
      given().when(record(other)).thenRefused('organization.liaisonWorkLog.itemNotDefined');
    given()
      .when(record({}, { role: undefined }))
      .thenRefused('organization.liaisonWorkLog.itemNotDefined', { itemId: 'inspect' });
  });
  it('opens as many matters as requests were raised, and not one more (JX-40)', () =>
    given()
      .when(record({ requestsRaised: 1 }))
      .thenRefused('organization.liaisonWorkLog.mattersWithoutRequests', { matters: 2, requests: 1 }));
  it('of a round holds what a team asks for by kind, each to become a matter (JX-56b, JX-40, JX-52)', () => {
    const round: Partial<LiaisonWorkEntry> = { activity: 'round', matterIds: [], requests };
    given().when(record(round, { requestGround })).then(recorded(round));
  });
  it('counts requests that become matters among those raised (JX-40)', () => {
    given()
      .when(record({ requests, requestsRaised: 4 }, { requestGround }))
      .then(recorded({ requests, requestsRaised: 4 }));
    given()
      .when(record({ requests, requestsRaised: 3 }, { requestGround }))
      .thenRefused('organization.liaisonWorkLog.mattersWithoutRequests', { matters: 4, requests: 3 });
  });
  it.each([
    ['unit that is no team', { ...requestGround, path: [] }, 'organization.matter.notRaisedByATeam'],
    ['team without time limits', { ...requestGround, parameters: undefined }, 'organization.matter.timeLimitsMissing'],
    ['matter that exists', { ...requestGround, takenIds: new Set(['matter-4']) }, 'organization.matter.alreadyRaised'],
  ])('holds no request that could not become a matter, such as that of a %s (JX-56b)', (_of, ground, code) =>
    given()
      .when(record({ matterIds: [], requests }, { requestGround: ground }))
      .thenRefused(code),
  );
  it('holds each request once', () =>
    given()
      .when(record({ matterIds: [], requests: [requests[0]!, requests[0]!] }, { requestGround }))
      .thenRefused('organization.matter.alreadyRaised'));
  it('tells time and result of a kind of work (JX-19, JX-71)', () => {
    const work = { workKindId: 'care', minutes: 90, result: 'settled' } as const;
    given().when(record(work)).then(recorded(work));
  });
  it.each(['training', 'guidance', 'check'] as const)(
    'names the subordinate of a %s, with findings (JX-13)',
    (activity) => {
      const work = { activity, subordinateId: 'p-2', findings: ['mattersLate' as const] };
      given().when(record(work)).then(recorded(work));
    },
  );
  it('names a subordinate, and findings, with no other work (JX-13)', () => {
    given()
      .when(record({ activity: 'visit', subordinateId: 'p-2' }))
      .thenRefused('organization.liaisonWorkLog.subordinateNotCalledFor');
    given()
      .when(record({ activity: 'check', findings: ['inOrder'] }))
      .thenRefused('organization.liaisonWorkLog.subordinateNotCalledFor');
  });
  it.each([
    ['a post of the same level', { level: 'district', unitIds: ['district', 'company'] } as const],
    ['a post in another district', { level: 'project', unitIds: ['project', 'other-district', 'company'] } as const],
    ['no post', undefined],
  ])('names nobody as a subordinate who holds %s (JX-13)', (_post, subordinate) =>
    given()
      .when(record({ activity: 'guidance', subordinateId: 'p-2' }, { subordinate }))
      .thenRefused('organization.liaisonWorkLog.notSubordinate', { officerId: 'p-2' }),
  );
  it('reads entries of the first version as they were told', () => {
    const { data } = recorded();
    expect(findEvent('LiaisonWorkRecorded')!.version).toBe(2);
    expect(upcast('LiaisonWorkRecorded', 1, { ...data })).toEqual(data);
  });
  it('holds an entry once', () => {
    given(recorded()).when(record()).thenNothing();
    given(recorded())
      .when(record({ personsPresent: 15 }))
      .thenRefused('organization.liaisonWorkLog.entryDiffers');
  });
  it(`holds ${MOST_ENTRIES_A_MONTH} entries a month`, () => {
    const entries = Array.from({ length: MOST_ENTRIES_A_MONTH }, (_, index) => recorded({ entryId: `n-${index}` }));
    given(...entries.slice(1))
      .when(record())
      .then(recorded());
    given(...entries)
      .when(record())
      .thenRefused('organization.liaisonWorkLog.monthFull');
  });
  it('gives an entry back whole, once, and does not take it again', () => {
    given(recorded()).when(withdraw()).then(withdrawn);
    given(recorded(), withdrawn).when(withdraw()).thenNothing();
    given(recorded(), withdrawn).when(record()).thenRefused('organization.liaisonWorkLog.entryWithdrawn');
    given(recorded()).when(withdraw('w-2')).thenRefused('organization.liaisonWorkLog.entryUnknown');
  });
  it('is one log a month, reached through the post of the officer', () => {
    expect([workLogId('p-1', day('2026-11-30')), workLogId('p-1', day('2026-12-01'))]).toEqual([
      'p-1~2026-11',
      'p-1~2026-12',
    ]);
    const { reach } = liaisonWorkLogAggregate;
    expect(reach(record(), liaisonWorkLog.initialState)).toEqual(['district']);
    expect(reach(record({}, { service: undefined }), liaisonWorkLog.initialState)).toEqual([]);
    expect(reach(withdraw(), liaisonWorkLog.evolve(liaisonWorkLog.initialState, recorded()))).toEqual(['district']);
  });
});
