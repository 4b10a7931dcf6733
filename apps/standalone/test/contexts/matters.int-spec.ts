import {
  AnswerMatter,
  AssignCrewSupport,
  AssignMatterOwner,
  CloseMatter,
  EscalateMatter,
  EstablishUnit,
  FormCrew,
  type LiaisonLevel,
  type LiaisonWorkEntry,
  type LoggedRequest,
  MatterDetails,
  type MatterDetailsAnswer,
  Matters,
  type MattersAnswer,
  type MatterStation,
  PassMatterAnswerOn,
  RecordCrewSupportVisit,
  RecordLiaisonWork,
  SetLiaisonParameters,
} from '@gongyou/contracts';
import { addDays, type Day, day, dayOfInstant } from '@gongyou/domain';
import { type RecordedEvent, requestHeaders, type RunningService } from '@gongyou/messaging';
import { CloseDaysWhenTheyAreOver } from '../../../supervision/src/close-days-when-they-are-over.process';
import { foundPartyCommittee, putLiaisonOfficerOnDuty } from './liaison-officer-on-duty';
import { as, startSupervisionPlatform, type SupervisionPlatform } from './supervision-platform';

const established = day('2020-01-01');
const today = dayOfInstant(new Date());
const ago = (days: number): Day => addDays(today, -days);

describe('What a crew asks for', () => {
  let platform: SupervisionPlatform;
  let supervision: RunningService;
  let now = new Date(`${ago(40)}T12:00:00+08:00`);

  const send = <T extends object>(command: new () => T, data: T) => platform.operator.command(command, data);
  const entry: LiaisonWorkEntry = {
    ...{ entryId: 'talk-1', workedOn: ago(30), activity: 'talk', dutyIds: [], rightIds: [], beneficiary: 'workers' },
    ...{ unitId: 'rebar', place: '驻地', personsPresent: 9, topics: ['board'], requestsRaised: 2, matterIds: [] },
    requests: [
      { matterId: 'water', kind: 'board', subject: 'water' },
      { matterId: 'late-pay', kind: 'wage', subject: 'payLate', ownerId: 'clerk' },
    ],
  };
  const matter = async (matterId: string, event: RecordedEvent | { position: number }): Promise<MatterDetailsAnswer> =>
    platform.operator.query<MatterDetails, MatterDetailsAnswer>(
      MatterDetails,
      { matter: matterId },
      { [requestHeaders.after]: String(event.position) },
    );

  const putOnDuty = (
    officerId: string,
    post: { level: LiaisonLevel; unitId: string },
    managingUnitIds: string[],
    onDutyFrom: Day,
  ): Promise<void> => {
    const none = { items: [] };
    return putLiaisonOfficerOnDuty(platform, {
      ...{ officerId, ...post, definedFor: 'group', dispatchingUnitId: 'personnel-department', managingUnitIds },
      role: { rights: none, duties: none, obligations: none, workKinds: none },
      ...{ nominatedOn: ago(39), onDutyFrom },
    });
  };

  beforeAll(async () => {
    platform = await startSupervisionPlatform();
    supervision = await platform.startSupervision({ clock: () => now });
    const below = { kind: 'crew', parentId: 'bay-bridge', establishedOn: established } as const;
    await send(EstablishUnit, { unitId: 'rebar', name: '钢筋班', ...below });
    await send(FormCrew, { unitId: 'rebar', trade: '020', formedOn: established });
    const support = { assignmentId: 's1', managerId: 'zhao', duties: ['到班组'], fromDay: ago(39) };
    await send(AssignCrewSupport, { unitId: 'rebar', ...support });
    await foundPartyCommittee(platform);
    await putOnDuty('p1', { level: 'project', unitId: 'bay-bridge' }, ['first-highway', 'group'], ago(39));
  });
  afterAll(() => platform.stop());

  it('is not taken into a log while nobody has set how long a level may take (JX-14)', async () =>
    expect(send(RecordLiaisonWork, { officerId: 'p1', entry })).rejects.toMatchObject({
      code: 'organization.matter.timeLimitsMissing',
    }));

  it('in a talk becomes a matter with an owner, raised by the platform (JX-40, JX-52, JX-56b, JX-70)', async () => {
    await send(SetLiaisonParameters, {
      ...{ organizationId: 'first-highway', effectiveFrom: established, basis: '写实手册' },
      ...{ crewAnswerDays: 1, projectAnswerDays: 1, districtAnswerDays: 1, companyAnswerDays: 1, passOnDays: 1 },
      ...{ teamVisitsPerMonth: 2, guidanceEveryMonths: 1, checkEveryMonths: 3 },
    });
    await send(RecordLiaisonWork, { officerId: 'p1', entry });
    const raised = await platform.events(2, 'MatterRaised');
    expect(raised.map(({ data }) => data)).toMatchObject([
      {
        ...{ matterId: 'water', unitId: 'rebar', kind: 'board', raisedOn: ago(30) },
        ...{ origin: { source: 'talk', recordId: 'talk-1' }, station: { level: 'crew', ownerId: 'p1' } },
      },
      { matterId: 'late-pay', station: { ownerId: 'clerk' } },
    ]);
    await expect(
      send(RecordLiaisonWork, { officerId: 'p1', entry: { ...entry, entryId: 'talk-2' } }),
    ).rejects.toMatchObject({ code: 'organization.matter.alreadyRaised' });
  });

  it('on a visit of its stationed manager becomes a matter with a due day (QD-41)', async () => {
    const requests = [{ matterId: 'tools', kind: 'work', subject: 'tools' } as const];
    await send(RecordCrewSupportVisit, {
      unitId: 'rebar',
      visit: {
        ...{ visitId: 'v1', assignmentId: 's1', visitedOn: ago(2), helpGiven: ['coordination'], requests },
        followedUpMatterIds: [],
      },
    });
    const raised = await platform.events(3, 'MatterRaised');
    expect(raised.at(-1)!.data).toMatchObject({
      ...{ matterId: 'tools', origin: { source: 'supportVisit', recordId: 'v1' } },
      station: { ownerId: 'zhao', limit: { dueOn: expect.any(String) as string } },
    });
  });

  it('goes up a level and is given to the liaison officer on duty there (JX-15)', async () => {
    const matterId = 'tools';
    await send(EscalateMatter, { matterId, fromLevel: 'crew', reason: 'beyondItsMeans', escalatedOn: ago(2) });
    const [assigned] = await platform.events(1, 'MatterOwnerAssigned');
    expect(assigned!.data).toEqual({ matterId, level: 'project', ownerId: 'p1', assignedOn: ago(2) });
  });

  it('goes up a level by hand, and the answer comes back to the crew hop by hop (JX-14)', async () => {
    const matterId = 'water';
    await send(EscalateMatter, {
      ...{ matterId, fromLevel: 'crew', reason: 'beyondItsMeans', ownerId: 'p1', escalatedOn: ago(30) },
    });
    await expect(
      platform.gateway.command(
        AnswerMatter,
        { matterId, answer: 'done', measure: '已装开水器', answeredOn: ago(29) },
        {
          ...as('crew-officer', { role: 'unitOfficer', organizationId: 'rebar' }),
          [requestHeaders.idempotencyKey]: 'k1',
        },
      ),
    ).rejects.toMatchObject({ code: 'access.outsideScope' });
    await send(AnswerMatter, { matterId, answer: 'done', measure: '已装开水器', answeredOn: ago(29) });
    await expect(send(CloseMatter, { matterId, told: 'meeting', toldOn: ago(28) })).rejects.toMatchObject({
      code: 'organization.matter.answerNotBackYet',
    });
    await send(PassMatterAnswerOn, { matterId, fromLevel: 'project', passedOn: ago(28) });
    const closed = await send(CloseMatter, { matterId, told: 'meeting', toldOn: ago(28) });
    const { matter: row, history } = await matter(matterId, closed);
    expect(row).toMatchObject({ stage: 'closed', answeredLevel: 'project', closedOn: ago(28) });
    expect(history.map(({ type }) => type)).toEqual([
      'MatterRaised',
      'MatterEscalated',
      'MatterAnswered',
      'MatterAnswerPassedOn',
      'MatterClosed',
    ]);
  });

  it('climbs to the company by itself, one level for each time limit that passes, and stays there flagged (JX-14, JX-15)', async () => {
    now = new Date();
    await supervision.app.get(CloseDaysWhenTheyAreOver, { strict: false }).closeMissingDays();
    const escalated = await platform.events(4, 'MatterEscalated');
    const late = escalated.filter(({ data }) => data['matterId'] === 'late-pay');
    expect(late.map(({ data }) => [data['fromLevel'], data['reason']])).toEqual([
      ['crew', 'timeLimitPassed'],
      ['project', 'timeLimitPassed'],
    ]);
    const list = (asked: Partial<Matters>, after: number) =>
      platform.operator.query<Matters, MattersAnswer>(
        Matters,
        { organization: 'first-highway', kind: 'wage', level: 'company', ...asked },
        { [requestHeaders.after]: String(after) },
      );
    const { matters } = await list({ overdueOn: today, ownerless: 'true' }, late.at(-1)!.position);
    expect(matters).toMatchObject([{ matterId: 'late-pay', levelUnitId: 'first-highway', ownerId: null }]);
    const { position } = await send(AssignMatterOwner, {
      ...{ matterId: 'late-pay', level: 'company', ownerId: 'finance', assignedOn: today },
    });
    expect((await list({ ownerless: 'true' }, position)).matters).toEqual([]);
  });

  it('goes to the liaison person of the crew from the first day of duty on, whoever heard it, unless another is named (JX-08)', async () => {
    await putOnDuty('c1', { level: 'crew', unitId: 'rebar' }, ['bay-bridge', 'first-highway'], ago(1));
    const heard = (entryId: string, workedOn: Day, ...requests: LoggedRequest[]) =>
      send(RecordLiaisonWork, { officerId: 'p1', entry: { ...entry, entryId, workedOn, requests } });
    await heard('before', ago(2), { matterId: 'overalls', kind: 'work', subject: 'tools' });
    const slips = { matterId: 'slips', kind: 'wage', subject: 'paySlip', ownerId: 'clerk' } as const;
    await heard('since', ago(1), { matterId: 'fans', kind: 'board', subject: 'heatingOrCooling' }, slips);
    await send(RecordCrewSupportVisit, {
      unitId: 'rebar',
      visit: {
        ...{ visitId: 'v2', assignmentId: 's1', visitedOn: today, helpGiven: ['coordination'] },
        ...{ requests: [{ matterId: 'nets', kind: 'safety', subject: 'protectiveEquipment' }] },
        followedUpMatterIds: [],
      },
    });
    const raised = await platform.events(7, 'MatterRaised');
    const owners = raised.map(({ data }) => [data['matterId'], (data['station'] as MatterStation).ownerId]);
    expect(Object.fromEntries(owners.slice(3))).toEqual({ overalls: 'p1', fans: 'c1', slips: 'clerk', nets: 'c1' });
  });
});
