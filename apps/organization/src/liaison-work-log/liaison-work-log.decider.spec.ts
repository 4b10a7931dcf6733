import type { LiaisonWorkEntry, LiaisonWorkLogEvent } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
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
