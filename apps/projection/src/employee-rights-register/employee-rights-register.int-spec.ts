import type { EmployeeRightsRecordKind } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleUnions } from '../testing/example-unions';
import { RunningReadModels } from '../testing/running-read-models';
import { DisclosuresQuery, openMatterRow } from './disclosures.query';
import { EmployeeRightsQuery, withoutEvidence } from './employee-rights.query';

describe('The register of the rights of employees', () => {
  let log: EventsInMemory;
  let unions: ExampleUnions;
  let models: RunningReadModels;
  let disclosures: DisclosuresQuery;
  let rights: EmployeeRightsQuery;

  const behind = () => ({ after: log.head });
  const list = (unitId: string, effectiveOn: string, ...matterIds: string[]) =>
    log.record('OpenMattersPublished', `openMatters-${unitId}`, {
      ...{ unitId, basis: '公开事项目录', effectiveOn },
      matters: matterIds.map((matterId) => ({ matterId, title: `事项 ${matterId}`, everyMonths: 3 })),
    });
  const disclose = (disclosureId: string, unitId: string, matterId: string, postedOn: string) => {
    const stream = `factoryAffairsDisclosure-${disclosureId}`;
    log.record('FactoryAffairsDisclosed', stream, {
      ...{ disclosureId, unitId, matterId, matterTitle: `事项 ${matterId}`, content: '已公开', form: 'noticeBoard' },
      ...{ postedOn, postedUntil: postedOn, evidence: [] },
    });
    return (type: string, data: object) => log.record(type, stream, { disclosureId, ...data });
  };
  const find = (findingId: string, unitId: string) => {
    const stream = `oversightFinding-${findingId}`;
    const found = { body: 'tradeUnion', subject: '高温防护', finding: '风机停用', evidence: [], foundOn: '2026-07-08' };
    log.record('OversightFindingRecorded', stream, { findingId, unitId, ...found });
    return (answeredOn: string) =>
      log.record('OversightFindingAnswered', stream, { findingId, measure: '已修复', evidence: [], answeredOn });
  };
  const convene = (congressId: string, unitId: string, heldOn: string) => {
    unions.congress(congressId, unitId, { beginsOn: '2025-01-01' });
    const sessionId = 's-1';
    const session = { sessionId, delegates: 40, delegatesPresent: 36, minutes: [], heldOn };
    unions.tellCongress('CongressSessionHeld', congressId, session);
    const vote = { sessionId, matter: 'payScheme', vitalInterest: true, delegates: 40, votesAgainst: 2, abstaining: 0 };
    const votes = { ...vote, resolutionId: 'r-1', title: '薪酬方案', votesFor: 34 };
    unions.tellCongress('CongressResolutionPassed', congressId, votes);
    const proposal = { sessionId, proposalId: 'p-1', title: '食堂延时', adopted: true, answeredOn: '2026-03-20' };
    unions.tellCongress('CongressProposalAnswered', congressId, proposal);
  };

  beforeEach(async () => {
    log = new EventsInMemory();
    unions = new ExampleUnions(log);
    for (const unitId of ['alloy', 'brick']) unions.enterprise(unitId);
    models = await RunningReadModels.start(log);
    disclosures = new DisclosuresQuery(models.reading);
    rights = new EmployeeRightsQuery(models.reading);
  });

  afterEach(() => models.stop());

  it('HM-04g: shows what was disclosed, with objections and replies, and what nobody has replied to', async () => {
    const say = disclose('d-1', 'alloy', 'wages', '2026-05-10');
    say('FactoryAffairsDisclosureObjectedTo', {
      objectionId: 'o-1',
      objection: '津贴未列明',
      objectedOn: '2026-05-12',
    });
    disclose('d-2', 'brick', 'wages', '2026-05-11');
    const shown = async (asked = {}) =>
      (await disclosures.disclosures({ organization: 'haimen', ...asked }, behind())).disclosures;
    expect((await shown({ unanswered: 'true' })).map(({ disclosureId }) => disclosureId)).toEqual(['d-1']);
    say('FactoryAffairsObjectionRepliedTo', { objectionId: 'o-1', reply: '已补充', repliedOn: '2026-05-14' });
    expect(await shown({ unanswered: 'true' })).toEqual([]);
    expect(await shown({ organization: 'alloy' })).toEqual([
      {
        ...{ disclosureId: 'd-1', unitId: 'alloy', matterId: 'wages', matterTitle: '事项 wages', content: '已公开' },
        ...{ form: 'noticeBoard', postedOn: '2026-05-10', postedUntil: '2026-05-10' },
        objections: [
          {
            ...{ objectionId: 'o-1', objection: '津贴未列明', objectedOn: '2026-05-12' },
            ...{ reply: '已补充', repliedOn: '2026-05-14' },
          },
        ],
      },
    ]);
    expect(await shown({ matter: 'insurance' })).toEqual([]);
    expect((await shown({ cursor: 'd-1' })).map(({ disclosureId }) => disclosureId)).toEqual(['d-2']);
  });

  it('HM-04g: sets each enterprise against the list in force for it, its own or that of the nearest unit above', async () => {
    list('haimen', '2026-01-01', 'wages', 'insurance');
    list('brick', '2026-06-01', 'training');
    disclose('d-1', 'alloy', 'wages', '2026-05-10');
    const missing = async (asOfDay: string) =>
      (await disclosures.matters({ organization: 'haimen', asOfDay: day(asOfDay) }, behind())).enterprises.map(
        (each) => [
          ...[each.unitId, each.listedBy],
          each.matters.filter(({ isMissing }) => isMissing).map(({ matterId }) => matterId),
        ],
      );
    expect(await missing('2025-12-31')).toEqual([
      ['alloy', null, []],
      ['brick', null, []],
    ]);
    expect(await missing('2026-05-31')).toEqual([
      ['alloy', 'haimen', ['insurance']],
      ['brick', 'haimen', ['wages', 'insurance']],
    ]);
    expect(await missing('2026-06-01')).toEqual([
      ['alloy', 'haimen', ['insurance']],
      ['brick', 'brick', ['training']],
    ]);
  });

  it('HM-04g: calls a matter missing when its months have passed: of 10 May on 10 August, not on 9 August', () => {
    const matter = { matterId: 'wages', title: '工资', everyMonths: 3 };
    const isMissing = (asOfDay: string) => openMatterRow(matter, '2026-05-10', day(asOfDay)).isMissing;
    expect(isMissing('2026-08-09')).toBe(false);
    expect(isMissing('2026-08-10')).toBe(true);
    expect(openMatterRow(matter, null, day('2026-08-09')).isMissing).toBe(true);
  });

  it('HM-04h: keeps what the employees’ oversight found, and what is not answered yet', async () => {
    const answer = find('f-1', 'alloy');
    find('f-2', 'brick');
    const ids = async (answered?: 'true' | 'false') =>
      (await disclosures.findings({ organization: 'haimen', ...(answered && { answered }) }, behind())).findings.map(
        ({ findingId, answeredOn }) => [findingId, answeredOn],
      );
    expect(await ids('false')).toEqual([
      ['f-1', null],
      ['f-2', null],
    ]);
    answer('2026-07-11');
    expect(await ids('true')).toEqual([['f-1', '2026-07-11']]);
    expect(await ids('false')).toEqual([['f-2', null]]);
  });

  it('HM-04h: counts disclosures, sessions and votes, proposals with replies and findings by enterprise', async () => {
    disclose('d-1', 'alloy', 'wages', '2026-05-10');
    convene('c-1', 'alloy', '2026-03-10');
    find('f-1', 'alloy')('2026-07-11');
    disclose('d-2', 'brick', 'wages', '2025-12-31');
    const { enterprises } = await rights.byEnterprise(
      { organization: 'haimen', fromDay: day('2026-01-01'), toDay: day('2026-12-31') },
      behind(),
    );
    expect(enterprises).toEqual([
      {
        ...{ unitId: 'alloy', name: '单位 alloy', disclosures: 1, sessions: 1, votes: 1, proposals: 1, findings: 1 },
        withoutEvidence: [],
      },
      {
        ...{ unitId: 'brick', name: '单位 brick', disclosures: 0, sessions: 0, votes: 0, proposals: 0, findings: 0 },
        withoutEvidence: ['know', 'takePart', 'express', 'oversee'],
      },
    ]);
  });

  it('HM-04h: opens each count to its records, in a period with both its days, page by page', async () => {
    convene('c-1', 'alloy', '2026-03-10');
    disclose('d-1', 'alloy', 'wages', '2026-03-10');
    disclose('d-2', 'alloy', 'insurance', '2026-03-10');
    disclose('d-3', 'alloy', 'wages', '2026-03-11');
    const asked = (kind: EmployeeRightsRecordKind, toDay = '2026-03-20', more = {}) =>
      rights.records({ unit: 'alloy', kind, fromDay: day('2026-03-10'), toDay: day(toDay), ...more }, behind());
    const ids = async (...of: Parameters<typeof asked>) => (await asked(...of)).records.map(({ recordId }) => recordId);
    expect((await asked('vote')).records).toEqual([
      { recordId: 'c-1.r-1', onDay: '2026-03-10', title: '薪酬方案', settled: true },
    ]);
    expect(await ids('proposal')).toEqual(['c-1.p-1']);
    expect(await ids('proposal', '2026-03-19')).toEqual([]);
    const { nextCursor } = await asked('disclosure', '2026-03-20', { limit: 1 });
    expect(await ids('disclosure', '2026-03-20', { cursor: nextCursor! })).toEqual(['d-2', 'd-3']);
    await expect(async () => asked('disclosure', '2026-03-20', { cursor: 'later' })).rejects.toMatchObject({
      code: 'reporting.badCursor',
    });
  });

  it('counts the congresses of workers only', async () => {
    log.record('CongressTermOpened', 'congress-party', {
      ...{
        congressId: 'party',
        kind: 'partyCongress',
        level: 'enterprise',
        unitId: 'alloy',
        name: '党代会',
        seats: 60,
      },
      ...{ staffCount: 600, beginsOn: '2025-01-01', endsOn: '2029-12-31' },
    });
    const session = { sessionId: 's-1', delegates: 40, delegatesPresent: 36, minutes: [], heldOn: '2026-03-10' };
    unions.tellCongress('CongressSessionHeld', 'party', session);
    const { records } = await rights.records(
      { unit: 'alloy', kind: 'session', fromDay: day('2026-01-01'), toDay: day('2026-12-31') },
      behind(),
    );
    expect(records).toEqual([]);
  });
});

describe('The rights without evidence (HM-04h)', () => {
  const nothing = { disclosures: 0, sessions: 0, votes: 0, proposals: 0, findings: 0 };
  it.each([
    ['disclosures', ['takePart', 'express', 'oversee']],
    ['sessions', ['know', 'express', 'oversee']],
    ['votes', ['know', 'express', 'oversee']],
    ['proposals', ['know', 'takePart', 'oversee']],
    ['findings', ['know', 'takePart', 'express']],
  ])('are those that %s do not show', (kind, expected) =>
    expect(withoutEvidence({ ...nothing, [kind]: 1 })).toEqual(expected),
  );
});
