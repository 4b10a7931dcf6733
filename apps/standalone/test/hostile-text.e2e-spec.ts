import { createHash } from 'node:crypto';
import {
  AcceptTask,
  AdoptProgramme,
  AmendProgramme,
  BeginRosterImport,
  CloseUnit,
  type CollectiveUnionAdmissionListAnswer,
  type CommandContract,
  commandContract,
  commandContracts,
  commandRoute,
  CompleteTask,
  type CongressListAnswer,
  type CongressResolutionsAnswer,
  type CrewDisclosuresAnswer,
  CorrectWorker,
  type DelegateRecommendationListAnswer,
  EstablishUnit,
  type Evidence,
  type FactoryAffairsDisclosuresAnswer,
  type FigureEventsAnswer,
  type HonourSelectionListAnswer,
  type HonoursAnswer,
  type JointConferenceListAnswer,
  type LabourSubcontractorSelectionsAnswer,
  type LeadingGroupReportAnswer,
  type LiaisonBoardAnswer,
  type LiaisonRoleDefinitionsAnswer,
  type MassOrganizationListAnswer,
  type ManagerServiceAnswer,
  type MassOrganizationPostingListAnswer,
  type OversightFindingsAnswer,
  type PartyMassServiceCentresAnswer,
  type MatterDetailsAnswer,
  MergeWorker,
  type PersonalFileAnswer,
  type ProcurementStepsAnswer,
  type RedWorksitesAnswer,
  PlanTask,
  type Programme,
  type ProgrammeVersionAnswer,
  PublishProgramme,
  RegisterWorker,
  RenameUnit,
  ReportProgress,
  ReturnTask,
  type RosterImportAnswer,
  SetWorkRestriction,
  SetPartyParameters,
  SubmitIndicatorReturn,
  TakeRosterRows,
  type TaskAnswer,
  type UnionAdmissionRulesOfUnitAnswer,
  type UnitsAnswer,
  type VitalMatterListAnswer,
  WithdrawTask,
} from '@gongyou/contracts';
import { type Day, dayOfInstant } from '@gongyou/domain';
import type { CommandAnswer } from '@gongyou/messaging';
import type { NatsConnection } from 'nats';
import { contractorAndEnterpriseTexts } from './hostile/contractor-and-enterprise-texts';
import { crewAndProjectTexts } from './hostile/crew-and-project-texts';
import { liaisonTexts } from './hostile/liaison-texts';
import { matterTexts } from './hostile/matter-texts';
import { partyTexts } from './hostile/party-texts';
import { textPlacesOf, valuesAt } from './hostile/text-places';
import { unionTexts } from './hostile/union-texts';
import { send, WholePlatform } from './whole-platform';

/** 50 characters, as many as the shortest text field takes: markup, SQL, an entity, a character that turns the writing round, one beyond the basic plane, one that is not seen. */
const TEXT = `<script>alert("1")</script>';DROP TABLE a;&amp;\u202e\u{20bb7}\u200b`;
const bilingual = { zh: TEXT, en: TEXT };
const today = dayOfInstant(new Date());
const year = today.slice(0, 4);
const evidence: [Evidence] = [{ fileName: TEXT, sha256: createHash('sha256').update(TEXT).digest('hex'), note: TEXT }];

const programme: Programme = {
  programmeId: 'hostile-texts',
  title: bilingual,
  issuer: bilingual,
  documentNumber: TEXT,
  basisDocuments: [{ title: TEXT, number: TEXT }],
  leadingBody: {
    kind: 'leadingGroup',
    name: bilingual,
    posts: [{ post: bilingual, holder: bilingual }],
    members: ['lead'],
  },
  departments: [{ departmentId: 'lead', name: bilingual }],
  parts: [{ partId: 'part', title: bilingual }],
  items: [{ provisionId: 'HT-1', kind: 'form', text: bilingual }],
  measures: [
    {
      measureId: 'measure',
      number: 1,
      partId: 'part',
      title: bilingual,
      keyPoints: bilingual,
      leadDepartmentIds: ['lead'],
      cooperatingDepartmentIds: [],
      provisionIds: ['HT-2'],
      items: [
        {
          provisionId: 'HT-2',
          kind: 'ratio',
          text: bilingual,
          target: { indicator: 'siteMeetings', op: '>=', value: 4, unit: 'count', period: 'year', stated: 'number' },
        },
      ],
    },
  ],
  duties: [
    {
      dutyId: 'duty',
      provisionId: 'HT-2',
      measureId: 'measure',
      title: bilingual,
      period: 'year',
      evidence: bilingual,
    },
  ],
};
const adoption = { programmeId: programme.programmeId, organizationId: 'example-group' };
const plan = (taskId: string, ownerUnitId: string) => ({
  ...{
    taskId,
    ...adoption,
    measureId: 'measure',
    title: TEXT,
    ownerUnitId,
    cooperatingUnitIds: [],
    dueOn: today,
    evidenceAsked: TEXT,
  },
});
const value = {
  ...adoption,
  indicator: 'siteMeetings',
  unitId: 'example-harbour',
  period: year as SubmitIndicatorReturn['period'],
  evidence,
  returnedOn: today,
};

const person = {
  name: TEXT,
  identityDocumentType: '08',
  sex: 'male',
  birthDay: '1990-03-07' as Day,
  ethnicGroup: '01',
  education: '02',
  phone: '13800138000',
  registeredAddress: TEXT,
  presentAddress: TEXT,
} as const;
const worker = { organizationId: 'hostile-lead', ...person, registeredOn: today };

describe('Markup, SQL and unseen characters in every text field', () => {
  let platform: WholePlatform;
  let harbour: NatsConnection;
  let position = 0;
  const sent: { contract: CommandContract; body: unknown }[] = [];

  const command = async <T extends object>(of: new () => T, body: T): Promise<void> => {
    const contract = commandContract(of);
    sent.push({ contract, body });
    const answer = await platform.http(`/api${commandRoute(contract)}`, { method: 'POST', body: JSON.stringify(body) });
    expect([contract.name, answer.status, answer.text]).toEqual([contract.name, 200, answer.text]);
    position = (JSON.parse(answer.text) as CommandAnswer).position;
  };
  const byOwner = async <T extends object>(of: new () => T, body: T): Promise<void> => {
    const contract = commandContract(of);
    sent.push({ contract, body });
    const answer = await send(harbour, `cmd.harbour-hr.${contract.name}`, body);
    expect([contract.name, answer.json()]).toEqual([
      contract.name,
      expect.objectContaining({ stream: expect.any(String) as string }),
    ]);
    position = answer.json<CommandAnswer>().position;
  };
  const reportPath = () => `?programme=hostile-texts&organization=example-group&period=${year}&after=${position}`;

  beforeAll(async () => {
    platform = await WholePlatform.start();
    harbour = await platform.system('harbour-hr');
    const unit = { kind: 'company', parentId: 'example-group', establishedOn: today } as const;
    await command(EstablishUnit, { unitId: 'hostile-lead', name: TEXT, ...unit });
    await command(EstablishUnit, { unitId: 'hostile-closed', name: '将撤销', ...unit });
    await command(RenameUnit, { unitId: 'hostile-closed', name: TEXT, renamedOn: today });
    await command(CloseUnit, { unitId: 'hostile-closed', closedOn: today, reason: TEXT });
    const texts = [
      ...crewAndProjectTexts(TEXT, today, evidence),
      ...liaisonTexts(TEXT, today, evidence[0]),
      ...matterTexts(TEXT, today),
      ...partyTexts(TEXT, today),
      ...unionTexts(TEXT, today, evidence),
      ...contractorAndEnterpriseTexts(TEXT, today, evidence),
    ];
    for (const { of, body, by } of texts) await (by === 'harbour' ? byOwner : command)(of, body);
    await command(SetPartyParameters, {
      ...{ place: '370202', effectiveFrom: today, basis: TEXT, siteMonths: 6, siteMonthsExceeded: false },
      ...{ foundingMembers: 3, lecturePeriod: 'quarter', warnDays: 15, pairingIdleMonths: 3 },
    });
    await command(PublishProgramme, { programme });
    const amended = { ...programme, measures: programme.measures.map((measure) => ({ ...measure, number: 2 })) };
    await command(AmendProgramme, { programme: amended, amendsVersion: 1, reason: TEXT });
    await command(AdoptProgramme, {
      ...{ ...adoption, programmeVersion: 2, adoptedOn: today, officeUnitId: 'hostile-lead' },
      leadingGroup: { name: TEXT, posts: [{ post: TEXT, holder: TEXT }] },
      departments: [{ departmentId: 'lead', unitId: 'hostile-lead' }],
    });
    await command(PlanTask, plan('hostile-task', 'example-harbour'));
    await command(PlanTask, plan('hostile-withdrawn', 'hostile-lead'));
    await command(WithdrawTask, { taskId: 'hostile-withdrawn', reason: TEXT, withdrawnOn: today });
    await byOwner(ReportProgress, {
      taskId: 'hostile-task',
      progressPercent: 50,
      note: TEXT,
      evidence,
      reportedOn: today,
    });
    await byOwner(CompleteTask, { taskId: 'hostile-task', note: TEXT, evidence, completedOn: today });
    await command(ReturnTask, { taskId: 'hostile-task', reason: TEXT, returnedOn: today });
    await byOwner(CompleteTask, { taskId: 'hostile-task', note: TEXT, evidence, completedOn: today });
    await command(AcceptTask, { taskId: 'hostile-task', note: TEXT, acceptedOn: today });
    await byOwner(SubmitIndicatorReturn, { ...value, numerator: 1 });
    await byOwner(SubmitIndicatorReturn, { ...value, numerator: 2, correctionReason: TEXT });
    await command(RegisterWorker, { ...worker, workerId: 'hostile-worker', identityNumber: 'H0000001' });
    await command(RegisterWorker, { ...worker, workerId: 'hostile-twin', identityNumber: 'H0000002' });
    const approved = { reason: TEXT, approvedBy: TEXT };
    await command(CorrectWorker, {
      ...{ workerId: 'hostile-twin', name: TEXT, registeredAddress: TEXT, presentAddress: TEXT },
      ...{ phone: '13900139000', ...approved, correctedOn: today },
    });
    await command(MergeWorker, {
      ...{ workerId: 'hostile-twin', intoWorkerId: 'hostile-worker', ...approved, mergedOn: today },
    });
    await command(SetWorkRestriction, {
      ...{ organizationId: 'hostile-lead', restrictionId: 'hostile', group: 'overAge', workTypes: [] },
      ...{ basis: TEXT, from: today },
    });
    const importId = 'hostile-roster';
    await command(BeginRosterImport, { importId, organizationId: 'hostile-lead', fileName: TEXT });
    const rows = [{ row: 2, ...person, identityNumber: 'H0000003' }];
    await command(TakeRosterRows, { importId, fromRow: 2, toRow: 2, rows });
  }, 120_000);
  afterAll(async () => platform?.close());

  it('were sent: no command has a text field that was left out', () => {
    const filled = new Set(
      sent.flatMap(({ contract, body }) =>
        textPlacesOf(contract.class)
          .filter((place) => valuesAt(body, place).includes(TEXT))
          .map((place) => `${contract.name} ${place}`),
      ),
    );
    const all = commandContracts().flatMap((contract) =>
      textPlacesOf(contract.class).map((place) => `${contract.name} ${place}`),
    );
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter((place) => !filled.has(place))).toEqual([]);
  });

  it('come back as they were sent, character by character', async () => {
    const version = await platform.get<ProgrammeVersionAnswer>(
      `/api/supervision/programme?programme=hostile-texts&version=1&after=${position}`,
    );
    expect(version.programme).toEqual(programme);
    const { task, history } = await platform.get<TaskAnswer>('/api/supervision/task?task=hostile-task');
    expect([task.title, task.evidenceAsked, task.evidence]).toEqual([TEXT, TEXT, expect.arrayContaining(evidence)]);
    expect(history.map(({ type, data }) => [type, data])).toEqual([
      ['TaskPlanned', expect.objectContaining({ title: TEXT, evidenceAsked: TEXT })],
      ['ProgressReported', expect.objectContaining({ note: TEXT, evidence })],
      ['TaskCompleted', expect.objectContaining({ note: TEXT, evidence })],
      ['TaskReturned', expect.objectContaining({ reason: TEXT })],
      ['TaskCompleted', expect.objectContaining({ note: TEXT, evidence })],
      ['TaskAccepted', expect.objectContaining({ note: TEXT })],
    ]);
    const { units } = await platform.get<UnitsAnswer>('/api/organization/units?organization=example-group&limit=500');
    expect(
      units
        .filter(({ name }) => name === TEXT)
        .map(({ unitId }) => unitId)
        .sort(),
    ).toEqual([
      ...['hostile-closed', 'hostile-crew', 'hostile-district', 'hostile-lead', 'hostile-personnel'],
      ...['hostile-project', 'hostile-section'],
    ]);
    const looked = await platform.http('/api/organization/personal-file', {
      method: 'POST',
      body: JSON.stringify({ worker: 'hostile-worker', purpose: 'inspection' }),
    });
    expect((JSON.parse(looked.text) as PersonalFileAnswer).personal).toMatchObject({
      name: TEXT,
      presentAddress: TEXT,
    });
    const { adoptions } = await platform.get<{ adoptions: { programmeId: string; leadingGroup: unknown }[] }>(
      '/api/supervision/adoptions?organization=example-group',
    );
    expect(adoptions.find(({ programmeId }) => programmeId === 'hostile-texts')?.leadingGroup).toEqual({
      name: TEXT,
      posts: [{ post: TEXT, holder: TEXT }],
    });
    const { definitions } = await platform.get<LiaisonRoleDefinitionsAnswer>(
      `/api/organization/liaison-role-definitions?organization=hostile-district&level=district&asOfDay=${today}`,
    );
    const items = [{ itemId: 'item', text: TEXT }];
    expect(definitions).toMatchObject([{ basis: { title: TEXT }, role: { treatment: TEXT, duties: { items } } }]);
    const { officers } = await platform.get<LiaisonBoardAnswer>(
      `/api/organization/liaison-board?organization=hostile-district&after=${position}`,
    );
    expect(officers).toMatchObject([{ unitName: TEXT, name: TEXT, duties: items }]);
    const { matter } = await platform.get<MatterDetailsAnswer>(
      `/api/organization/matter?matter=hostile-matter&after=${position}`,
    );
    expect(matter).toMatchObject({ measure: TEXT, stage: 'answered' });
    const roster = await platform.get<RosterImportAnswer>('/api/organization/roster-import?import=hostile-roster');
    expect(roster).toMatchObject({ fileName: TEXT, registered: 1, refused: 0 });
  });

  it('come back from the registers of unions, congresses, joint conferences and honours', async () => {
    const read = <T>(register: string): Promise<T> =>
      platform.get<T>(`/api/organization/${register}&after=${position}`);
    const atUnion = 'organization=hostile-employer';
    const { massOrganizations } = await read<MassOrganizationListAnswer>(`mass-organizations?${atUnion}`);
    expect(massOrganizations).toMatchObject([{ stage: 'dissolved', name: TEXT }]);
    const { postings } = await read<MassOrganizationPostingListAnswer>(
      `mass-organization-postings?${atUnion}&year=${year}`,
    );
    expect(postings).toMatchObject([{ post: TEXT, grade: 'excellent' }]);
    const { congresses } = await read<CongressListAnswer>(`congresses?${atUnion}`);
    expect(congresses).toMatchObject([{ name: TEXT, sessions: 1 }]);
    const { resolutions } = await read<CongressResolutionsAnswer>(`congress-resolutions?${atUnion}`);
    expect(resolutions).toMatchObject([
      { title: TEXT, passed: true },
      { title: TEXT, passed: true },
    ]);
    const { admissions } = await read<CollectiveUnionAdmissionListAnswer>(`collective-union-admissions?${atUnion}`);
    expect(admissions).toMatchObject([{ basis: TEXT }]);
    const { versions } = await read<UnionAdmissionRulesOfUnitAnswer>(
      `union-admission-rules?${atUnion}&asOfDay=${today}`,
    );
    expect(versions).toMatchObject([{ categories: [{ name: TEXT }], steps: [{ text: TEXT }] }]);
    const { recommendations } = await read<DelegateRecommendationListAnswer>(
      `delegate-recommendations?${atUnion}&year=${year}`,
    );
    expect(recommendations).toMatchObject([{ bodyName: TEXT }]);
    const { matters } = await read<VitalMatterListAnswer>(`vital-matters?${atUnion}&asOfDay=${today}`);
    expect(matters).toMatchObject([{ title: TEXT, finding: true }]);
    const { jointConferences } = await read<JointConferenceListAnswer>(`joint-conferences?${atUnion}`);
    expect(jointConferences).toMatchObject([{ name: TEXT, meetings: [{ agenda: TEXT }] }]);
    const { selections } = await read<HonourSelectionListAnswer>('honour-selections?organization=example-group');
    expect(selections).toMatchObject([{ title: TEXT, stage: 'decided' }]);
    const { honours } = await read<HonoursAnswer>('honours?organization=example-group');
    expect(honours).toMatchObject([{ certificateNumber: TEXT, standing: 'withdrawn' }]);
  });

  it('come back from the registers of what a crew lives through', async () => {
    const read = <T>(register: string): Promise<T> =>
      platform.get<T>(`/api/organization/${register}&organization=hostile-crew&after=${position}`);
    const { disclosures } = await read<CrewDisclosuresAnswer>('crew-disclosures?subject=wageSheet');
    expect(disclosures).toMatchObject([{ title: TEXT, objections: [{ objection: TEXT, answer: TEXT }] }]);
    const service = await read<ManagerServiceAnswer>('manager-service?manager=worker-2');
    expect(service).toMatchObject({
      supports: [{ unitName: TEXT, assessments: [{ note: TEXT }] }],
      promotions: [{ fromPost: TEXT, toPost: TEXT, withdrawnOn: today }],
    });
  });

  it('come back from the registers of contractors and enterprises', async () => {
    const read = <T>(register: string): Promise<T> =>
      platform.get<T>(`/api/organization/${register}&after=${position}`);
    const atDistrict = 'organization=hostile-district';
    const atEnterprise = 'organization=hostile-enterprise';
    const { selections } = await read<LabourSubcontractorSelectionsAnswer>(
      `labour-subcontractor-selections?${atDistrict}`,
    );
    expect(selections).toMatchObject([
      { stage: 'abandoned', reason: TEXT },
      { title: TEXT, reason: TEXT, whyNotTheBest: TEXT, participations: [{ statement: TEXT }] },
    ]);
    const { steps } = await read<ProcurementStepsAnswer>(`procurement-steps?${atDistrict}`);
    expect(steps).toMatchObject([{ title: TEXT, outcome: TEXT, officerRequired: true }]);
    const { disclosures } = await read<FactoryAffairsDisclosuresAnswer>(`factory-affairs-disclosures?${atEnterprise}`);
    expect(disclosures).toMatchObject([
      { matterTitle: TEXT, content: TEXT, objections: [{ objection: TEXT, reply: TEXT }] },
    ]);
    const { findings } = await read<OversightFindingsAnswer>(`oversight-findings?${atEnterprise}`);
    expect(findings).toMatchObject([{ subject: TEXT, finding: TEXT, measure: TEXT }]);
    const { rows } = await read<PartyMassServiceCentresAnswer>(
      `party-mass-service-centres?organization=hostile-city&fromDay=2020-01-01&toDay=${today}`,
    );
    expect(rows).toMatchObject([
      { centres: [{ name: TEXT, place: TEXT, services: [TEXT], openingHours: TEXT, visits: 2 }] },
    ]);
    const { worksites } = await read<RedWorksitesAnswer>('red-worksites?organization=hostile-worksite');
    expect(worksites[0]!.entries[0]).toMatchObject({ entry: 'venue', state: 'filled', content: TEXT });
  });

  it('stand in the report and behind its figures as the text they are', async () => {
    const { report } = await platform.get<LeadingGroupReportAnswer>(
      `/api/reporting/leading-group-report${reportPath()}`,
    );
    expect(report.programme.title).toEqual(bilingual);
    const [measure] = report.parts.flatMap(({ measures }) => measures);
    expect([measure!.title, measure!.leadDepartments[0]!.name]).toEqual([bilingual, bilingual]);
    const figure = measure!.tasks.progressReports;
    expect(figure.value).toBe(1);
    const { events } = await platform.get<FigureEventsAnswer>(`/api/reporting/figure-events?figure=${figure.figure}`);
    expect(events).toMatchObject([{ data: { note: TEXT, evidence } }]);
  });

  it('are shown by the pages as text, and are never markup there', async () => {
    const { report } = await platform.get<LeadingGroupReportAnswer>(
      `/api/reporting/leading-group-report${reportPath()}`,
    );
    const figures = figuresIn(report).filter(({ value }) => value !== 0);
    const pages = [
      `/report${reportPath().replace(/&after=.*/, '')}`,
      '/',
      '/liaison-board?organization=hostile-district',
      '/liaison-card?officer=hostile-district-officer',
      ...figures.map(({ figure }) => `/figure?figure=${figure}`),
    ];
    expect(pages.length).toBeGreaterThan(10);
    for (const path of pages) {
      const { status, text } = await platform.http(path);
      expect([path, status, /<script/i.test(text)]).toEqual([path, 200, false]);
      expect([path, shownBy(text).includes(TEXT)]).toEqual([path, true]);
    }
  });

  it('are not in the log', () => {
    expect(platform.log.join('\n')).not.toMatch(/<script|DROP TABLE/);
  });
});

/** What a reader of the page sees: without tags, and with entities as the characters they stand for. */
function shownBy(page: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return page
    .replace(/<[^>]*>/g, '\n')
    .replace(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string) =>
      code ? String.fromCodePoint(Number(code)) : (named[name] ?? whole),
    );
}

/** Every figure of a report, wherever it stands in it. */
function figuresIn(part: unknown): { figure: string; value: number }[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('figure' in part && 'value' in part) return [part as { figure: string; value: number }];
  return Object.values(part).flatMap(figuresIn);
}
