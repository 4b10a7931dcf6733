import { day } from '@gongyou/domain';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleUnions } from '../testing/example-unions';
import { RunningReadModels } from '../testing/running-read-models';
import { LabourRelationsQuery } from './labour-relations.query';

describe('The register of labour relations', () => {
  let models: RunningReadModels;
  let unions: ExampleUnions;
  const settled = () => ({ after: unions.log.head });

  beforeEach(async () => {
    unions = new ExampleUnions(new EventsInMemory()).enterprise('hongda').enterprise('jianda');
    models = await RunningReadModels.start(unions.log);
  });

  afterEach(() => models.stop());

  const tell = (type: string, collectiveContractId: string, data: object) =>
    unions.log.record(type, `collectiveContract-${collectiveContractId}`, { collectiveContractId, ...data });
  const demand = (collectiveContractId: string, unitId: string) =>
    tell('CollectiveTalksDemanded', collectiveContractId, {
      ...{ unitId, scope: 'enterprise', demandedBy: 'staff', subject: '2026年工资' },
      ...{ demandedOn: day('2026-01-05'), replyDueOn: day('2026-01-25') },
    });
  const query = () => new LabourRelationsQuery(models.reading);
  const contracts = async (asked = {}) =>
    (await query().contracts({ organization: 'haimen', ...asked }, settled())).contracts;

  it('UN-09, UN-10: shows each contract with the limit that runs and the steps that came late', async () => {
    const file = { fileName: '文本.pdf', sha256: 'a'.repeat(64) };
    demand('c-1', 'hongda');
    expect(await contracts()).toMatchObject([{ stage: 'demanded', dueOn: '2026-01-25', lateSteps: [] }]);
    expect(await contracts({ dueBefore: day('2026-01-25') })).toEqual([]);
    expect(await contracts({ dueBefore: day('2026-01-26') })).toHaveLength(1);
    tell('TalksDemandRepliedTo', 'c-1', { agreed: true, late: true, writing: file, repliedOn: day('2026-01-26') });
    tell('CollectiveTalksHeld', 'c-1', {
      ...{ papersExchangedOn: day('2026-02-01'), heldOn: day('2026-02-06'), minutes: [] },
      ...{ staffDelegates: 3, staffDelegatesFromOutside: 1, employerDelegates: 3, employerDelegatesFromOutside: 0 },
    });
    const term = { signedOn: day('2026-03-02'), endsOn: day('2027-03-01'), submissionDueOn: day('2026-03-09') };
    tell('CollectiveContractSigned', 'c-1', { passedBy: 'allStaff', text: file, ...term });
    expect(await contracts({ stage: 'signed' })).toMatchObject([{ dueOn: '2026-03-09', signedOn: '2026-03-02' }]);
    const submission = { late: false, receivedOn: day('2026-03-09'), objectionDueOn: day('2026-03-24') };
    tell('CollectiveContractSubmitted', 'c-1', submission);
    const entry = { clearedByDepartment: false, inForceFrom: day('2026-03-25'), announcementDueOn: day('2026-03-30') };
    tell('CollectiveContractEnteredIntoForce', 'c-1', entry);
    tell('CollectiveContractAnnounced', 'c-1', { place: '公示栏', late: false, announcedOn: day('2026-03-27') });
    expect(await contracts()).toEqual([
      {
        ...{ collectiveContractId: 'c-1', unitId: 'hongda', scope: 'enterprise', subject: '2026年工资' },
        ...{ stage: 'announced', demandedOn: '2026-01-05', dueOn: null, lateSteps: ['TalksDemandRepliedTo'] },
        ...{ signedOn: '2026-03-02', inForceFrom: '2026-03-25', endsOn: '2027-03-01' },
      },
    ]);
  });

  it('is read within a unit and page by page', async () => {
    demand('c-1', 'hongda');
    demand('c-2', 'jianda');
    const ids = async (asked: object) =>
      (await contracts(asked)).map(({ collectiveContractId }) => collectiveContractId);
    expect(await ids({ organization: 'jianda' })).toEqual(['c-2']);
    expect(await ids({ limit: 1, cursor: 'c-1' })).toEqual(['c-2']);
  });

  it('UN-05: shows what the union was told before a contract ends, and where its opinion is unanswered', async () => {
    const told = (type: string, noticeId: string, data: object) =>
      unions.log.record(type, `contractEndNotice-${noticeId}`, { noticeId, ...data });
    const notify = (noticeId: string, employerUnitId: string) =>
      told('UnionNotifiedOfContractEnd', noticeId, {
        ...{ employerUnitId, massOrganizationId: 'u-1', workerId: 'w-1', reason: '旷工' },
        ...{ notifiedOn: day('2026-09-01'), plannedEndOn: day('2026-09-30') },
      });
    notify('n-1', 'hongda');
    notify('n-2', 'jianda');
    told('UnionOpinionRaised', 'n-1', { opinion: '重新研究', raisedOn: day('2026-09-05') });
    const notices = async (asked = {}) =>
      (await query().notices({ organization: 'haimen', ...asked }, settled())).notices;
    expect(await notices({ unanswered: 'true' })).toEqual([
      {
        ...{ noticeId: 'n-1', employerUnitId: 'hongda', massOrganizationId: 'u-1', workerId: 'w-1' },
        ...{ notifiedOn: '2026-09-01', plannedEndOn: '2026-09-30', opinionRaisedOn: '2026-09-05', answeredOn: null },
      },
    ]);
    const writing = { fileName: '答复.pdf', sha256: 'a'.repeat(64) };
    told('UnionOpinionAnswered', 'n-1', { result: '撤回', writing, answeredOn: day('2026-09-12') });
    expect(await notices({ unanswered: 'true' })).toEqual([]);
    expect((await notices({ organization: 'jianda' })).map(({ noticeId }) => noticeId)).toEqual(['n-2']);
    expect((await notices({ limit: 1, cursor: 'n-1' })).map(({ noticeId }) => noticeId)).toEqual(['n-2']);
  });
});
