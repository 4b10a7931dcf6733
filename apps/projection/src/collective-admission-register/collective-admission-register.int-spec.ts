import { day } from '@gongyou/domain';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleUnions } from '../testing/example-unions';
import { RunningReadModels } from '../testing/running-read-models';
import { CollectiveAdmissionsQuery } from './collective-admissions.query';

describe('The register of collective admissions', () => {
  let models: RunningReadModels;
  let unions: ExampleUnions;
  const settled = () => ({ after: unions.log.head });

  beforeEach(async () => {
    unions = new ExampleUnions(new EventsInMemory()).enterprise('hongda').enterprise('jianda');
    models = await RunningReadModels.start(unions.log);
  });

  afterEach(() => models.stop());

  const tell = (type: string, admissionId: string, data: object) =>
    unions.log.record(type, `collectiveUnionAdmission-${admissionId}`, { admissionId, ...data });
  const open = (admissionId: string, unitId: string, rules?: object) =>
    tell('CollectiveAdmissionOpened', admissionId, {
      ...{ massOrganizationId: 'u-1', unitId, basis: '总工发〔2021〕12号' },
      ...(rules && { rules }),
      openedOn: day('2026-04-07'),
    });
  const answer = (workerId: string, yes: boolean) =>
    yes
      ? tell('WorkerConsentedToJoin', 'a-1', {
          ...{ workerId, employmentForm: 'platform', givenBy: 'ownPhone', consentedOn: day('2026-04-10') },
        })
      : tell('WorkerDeclinedToJoin', 'a-1', { workerId, declinedOn: day('2026-04-12') });
  const query = () => new CollectiveAdmissionsQuery(models.reading);
  const admissions = async (asked = {}) =>
    (await query().admissions({ organization: 'haimen', ...asked }, settled())).admissions;
  const workers = async (asked = {}) =>
    (await query().workers({ organization: 'haimen', admission: 'a-1', ...asked }, settled())).workers;

  it('CC-12a: shows who said yes and no, the ceremony, and the cards that were issued', async () => {
    open('a-1', 'hongda', { unitId: 'haimen', version: 2 });
    answer('w-1', true);
    answer('w-2', true);
    answer('w-2', false);
    answer('w-3', true);
    expect(await admissions()).toEqual([
      {
        ...{ admissionId: 'a-1', massOrganizationId: 'u-1', unitId: 'hongda', basis: '总工发〔2021〕12号' },
        ...{ rules: { unitId: 'haimen', version: 2 }, openedOn: '2026-04-07', heldOn: null },
        ...{ consented: 2, declined: 1, admitted: 0, cardsIssued: 0 },
      },
    ]);
    tell('CollectiveAdmissionHeld', 'a-1', { heldOn: day('2026-04-28') });
    const joined = { massOrganizationId: 'u-1', unitId: 'hongda', employmentForm: 'platform' };
    const consented = { consentedOn: day('2026-04-10') };
    for (const workerId of ['w-1', 'w-3']) {
      const admittedOn = day('2026-04-28');
      tell('WorkerAdmittedToUnion', 'a-1', { workerId, ...joined, ...consented, admittedOn });
      unions.log.record('UnionMembershipBegan', `unionMembership-${workerId}`, {
        ...{ workerId, ...joined, ...consented, beganOn: day('2026-04-28'), admissionId: 'a-1' },
      });
    }
    unions.log.record('UnionMemberCardIssued', 'unionMembership-w-1', {
      ...{ workerId: 'w-1', massOrganizationId: 'u-1', membershipNumber: 'HY-1', issuedOn: day('2026-04-28') },
    });
    expect(await admissions()).toMatchObject([
      { heldOn: '2026-04-28', consented: 0, declined: 1, admitted: 2, cardsIssued: 1 },
    ]);
    expect(await workers()).toEqual([
      {
        ...{ workerId: 'w-1', standing: 'admitted', employmentForm: 'platform', toldOn: '2026-04-28' },
        ...{ membershipNumber: 'HY-1', cardIssuedOn: '2026-04-28' },
      },
      {
        ...{ workerId: 'w-2', standing: 'declined', employmentForm: null, toldOn: '2026-04-12' },
        ...{ membershipNumber: null, cardIssuedOn: null },
      },
      {
        ...{ workerId: 'w-3', standing: 'admitted', employmentForm: 'platform', toldOn: '2026-04-28' },
        ...{ membershipNumber: null, cardIssuedOn: null },
      },
    ]);
  });

  it('CC-12a: is read within a unit, by standing, and page by page', async () => {
    open('a-1', 'hongda');
    open('a-2', 'jianda');
    for (const workerId of ['w-1', 'w-2', 'w-3']) answer(workerId, workerId !== 'w-2');
    const ids = async (asked: object) => (await workers(asked)).map(({ workerId }) => workerId);
    expect((await admissions({ organization: 'jianda' })).map(({ admissionId }) => admissionId)).toEqual(['a-2']);
    expect((await admissions({ limit: 1, cursor: 'a-1' })).map(({ admissionId }) => admissionId)).toEqual(['a-2']);
    expect(await ids({ standing: 'consented' })).toEqual(['w-1', 'w-3']);
    expect(await ids({ organization: 'jianda' })).toEqual([]);
    expect(await ids({ limit: 1, cursor: 'w-1' })).toEqual(['w-2']);
  });
});
