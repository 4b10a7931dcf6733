import { EventsInMemory } from '../testing/events-in-memory';
import { ExampleGroup } from '../testing/example-group';
import { RunningReadModels } from '../testing/running-read-models';
import { ProcurementQuery } from './procurement.query';

const evidence = [{ fileName: '台账.pdf', sha256: 'a'.repeat(64) }];
const criteria = [{ criterionId: 'grades', kind: 'pastCrewGrades', title: '班组等级', fullPoints: 40 }];
const scores = (points: number) => [{ criterionId: 'grades', points, finding: 'A级', evidence }];

describe('The register of selections and procurement steps', () => {
  let log: EventsInMemory;
  let models: RunningReadModels;
  let procurement: ProcurementQuery;

  const tell = (type: string, stream: string, data: object) => log.record(type, stream, data);
  const select = (selectionId: string, unitId: string) => {
    const stream = `labourSubcontractorSelection-${selectionId}`;
    const say = (type: string, data: object) => tell(type, stream, { selectionId, ...data });
    say('LabourSubcontractorSelectionOpened', { unitId, title: '钢筋劳务', criteria, openedOn: '2026-03-02' });
    for (const [labourSubcontractorId, points] of [
      ['haian', 35],
      ['tongda', 30],
    ] as const) {
      say('SelectionCandidateEntered', { labourSubcontractorId, enteredOn: '2026-03-04' });
      const scoring = { labourSubcontractorId, scores: scores(points), totalPoints: points, scoredOn: '2026-03-10' };
      say('SelectionCandidateScored', scoring);
    }
    return say;
  };
  const joined = { officerId: 'officer-1', opinion: 'agreed', statement: '同意', tookPartOn: '2026-03-11' };
  const blacklistAnswer = { answeredBy: 'selectingUnit', listed: false, checkedOn: '2026-03-12', result: evidence[0] };
  const decide = (say: ReturnType<typeof select>) => {
    say('LiaisonOfficerJoinedSelection', joined);
    say('LabourSubcontractorSelected', {
      ...{ labourSubcontractorId: 'haian', totalPoints: 35, blacklistAnswer, selectedOn: '2026-03-12' },
    });
    say('LabourSubcontractorSelectionDecided', {
      ...{ reason: '得分最高', minutes: evidence, decidedOn: '2026-03-12', candidates: 2, officerRequired: true },
    });
  };
  const crew = (unitId: string, labourSubcontractorId?: string) => {
    new ExampleGroup(log).unit(unitId, 'crew', 'project-1');
    const formed = {
      unitId,
      trade: '020',
      formedOn: '2026-03-20',
      ...(labourSubcontractorId && { labourSubcontractorId }),
    };
    tell('CrewFormed', `crew-${unitId}`, formed);
  };
  const step = (stepId: string, unitId: string, kind: string) => {
    const stream = `procurementStep-${stepId}`;
    tell('ProcurementStepOpened', stream, { stepId, unitId, kind, title: '单价', openedOn: '2026-04-02' });
    return (type: string, data: object) => tell(type, stream, { stepId, ...data });
  };
  const behind = () => ({ after: log.head });

  beforeEach(async () => {
    log = new EventsInMemory();
    const group = new ExampleGroup(log);
    group.unit('cccc', 'group');
    group.unit('company-a', 'company', 'cccc');
    group.unit('company-b', 'company', 'cccc');
    group.unit('project-1', 'project', 'company-a');
    models = await RunningReadModels.start(log);
    procurement = new ProcurementQuery(models.reading);
  });

  afterEach(() => models.stop());

  it('QD-49: shows a selection with its candidates, criteria, scores, decision and who took part (JX-23)', async () => {
    decide(select('s-1', 'project-1'));
    const { selections } = await procurement.selections({ organization: 'cccc' }, behind());
    const candidate = { enteredOn: '2026-03-04' };
    expect(selections).toEqual([
      {
        ...{ selectionId: 's-1', unitId: 'project-1', title: '钢筋劳务', stage: 'decided', criteria },
        candidates: [
          {
            ...{ ...candidate, labourSubcontractorId: 'haian', scores: scores(35), totalPoints: 35 },
            ...{ isSelected: true, blacklistAnswer },
          },
          {
            ...{ ...candidate, labourSubcontractorId: 'tongda', scores: scores(30), totalPoints: 30 },
            ...{ isSelected: false, blacklistAnswer: null },
          },
        ],
        ...{
          openedOn: '2026-03-02',
          endedOn: '2026-03-12',
          reason: '得分最高',
          whyNotTheBest: null,
          officerRequired: true,
        },
        participations: [{ step: 'selection', decisionId: 's-1', unitId: 'project-1', ...joined }],
      },
    ]);
  });

  it('lists selections of a unit by stage, page by page', async () => {
    decide(select('s-1', 'project-1'));
    select('s-2', 'company-a');
    select('s-3', 'company-b')('LabourSubcontractorSelectionAbandoned', {
      reason: '报名不足',
      abandonedOn: '2026-03-20',
    });
    const ids = async (asked: object) =>
      (await procurement.selections({ organization: 'cccc', ...asked }, behind())).selections.map(
        (each) => each.selectionId,
      );
    expect(await ids({})).toEqual(['s-1', 's-2', 's-3']);
    expect(await ids({ organization: 'company-a' })).toEqual(['s-1', 's-2']);
    expect(await ids({ stage: 'abandoned' })).toEqual(['s-3']);
    const { nextCursor } = await procurement.selections({ organization: 'cccc', limit: 2 }, behind());
    expect(await ids({ cursor: nextCursor! })).toEqual(['s-3']);
  });

  it('QD-49: sets crews of labour subcontractors beside the record by which theirs was selected', async () => {
    crew('crew-1', 'haian');
    crew('crew-2', 'haian');
    crew('crew-own');
    const say = select('s-1', 'project-1');
    decide(say);
    say('CrewReferredToSelection', { crewUnitId: 'crew-1', labourSubcontractorId: 'haian', referredOn: '2026-03-25' });
    const row = { labourSubcontractorId: 'haian', formedOn: '2026-03-20' };
    const referred = { ...row, crewUnitId: 'crew-1', selectionId: 's-1', referredOn: '2026-03-25' };
    const not = { ...row, crewUnitId: 'crew-2', selectionId: null, referredOn: null };
    const crews = async (asked = {}) => (await procurement.crews({ organization: 'cccc', ...asked }, behind())).crews;
    expect(await crews()).toEqual([referred, not]);
    expect(await crews({ referred: 'true' })).toEqual([referred]);
    expect(await crews({ referred: 'false' })).toEqual([not]);
    const changed = { unitId: 'crew-1', trade: '020', labourSubcontractorId: 'tongda', revisedOn: '2026-06-01' };
    tell('CrewRevised', 'crew-crew-1', changed);
    expect(await crews({ referred: 'true' })).toEqual([]);
  });

  it('JX-23: shows tenders, contracts, measurements and price decisions with the officers who took part', async () => {
    const say = step('p-1', 'project-1', 'unitPrice');
    const closing = { outcome: '下浮2%', evidence, closedOn: '2026-04-08', officerRequired: true };
    say('LiaisonOfficerJoinedStep', { ...joined, tookPartOn: '2026-04-06' });
    say('ProcurementStepClosed', closing);
    step('p-2', 'company-b', 'tender');
    const steps = async (asked = {}) => (await procurement.steps({ organization: 'cccc', ...asked }, behind())).steps;
    const participation = {
      step: 'unitPrice',
      decisionId: 'p-1',
      unitId: 'project-1',
      ...joined,
      tookPartOn: '2026-04-06',
    };
    expect(await steps({ kind: 'unitPrice' })).toEqual([
      {
        ...{ stepId: 'p-1', unitId: 'project-1', kind: 'unitPrice', title: '单价', labourSubcontractorId: null },
        ...{ openedOn: '2026-04-02', closedOn: '2026-04-08', outcome: '下浮2%', officerRequired: true },
        participations: [participation],
      },
    ]);
    expect((await steps({ open: 'true' })).map(({ stepId }) => stepId)).toEqual(['p-2']);
    expect((await steps({ open: 'false' })).map(({ stepId }) => stepId)).toEqual(['p-1']);
    expect(await steps({ organization: 'company-b', kind: 'unitPrice' })).toEqual([]);
  });

  it('JX-23: lists in what an officer took part, as it was recorded, page by page', async () => {
    decide(select('s-1', 'project-1'));
    const other = { ...joined, officerId: 'officer-2', opinion: 'objected', tookPartOn: '2026-04-06' };
    step('p-1', 'company-b', 'measurement')('LiaisonOfficerJoinedStep', other);
    const list = (asked = {}) => procurement.participations({ organization: 'cccc', ...asked }, behind());
    const ids = async (asked = {}) => (await list(asked)).participations.map(({ decisionId }) => decisionId);
    expect(await ids()).toEqual(['s-1', 'p-1']);
    expect(await ids({ officer: 'officer-2' })).toEqual(['p-1']);
    expect(await ids({ step: 'selection' })).toEqual(['s-1']);
    expect(await ids({ organization: 'company-a' })).toEqual(['s-1']);
    const { nextCursor } = await list({ limit: 1 });
    expect(await ids({ cursor: nextCursor! })).toEqual(['p-1']);
    await expect(async () => list({ cursor: 'later' })).rejects.toMatchObject({ code: 'reporting.badCursor' });
  });
});
