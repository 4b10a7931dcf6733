import {
  BookPartyMassServiceCentre,
  CancelPartyMassServiceCentreBooking,
  CloseProcurementStep,
  CloseUnit,
  CountPartyMassServiceCentreVisits,
  DecideLabourSubcontractorSelection,
  DiscloseFactoryAffairs,
  EnrolRedWorksite,
  EnterSelectionCandidate,
  EstablishUnit,
  FillRedWorksiteEntry,
  FormCrew,
  OpenLabourSubcontractorSelection,
  OpenPartyMassServiceCentre,
  OpenProcurementStep,
  PassRedWorksiteEntry,
  PublishOpenMatters,
  RecordEquityRelation,
  RecordOversightFinding,
  RecordPartyBuildingInArticles,
  RecordSelectionParticipation,
  RecordStepParticipation,
  ReferCrewToSelection,
  type Role,
  ScoreSelectionCandidate,
  type SelectionCriterion,
  SetLiaisonParticipationDuty,
} from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { foundPartyCommittee, putLiaisonOfficerOnDuty } from './liaison-officer-on-duty';
import { as, startSupervisionPlatform, type SupervisionPlatform } from './supervision-platform';

const paper = { fileName: '凭证.pdf', sha256: 'a'.repeat(64) };
const evidence = [paper];
const established = day('2020-01-01');
const opened = day('2026-03-02');

describe('Contractors and enterprises over NATS', () => {
  let platform: SupervisionPlatform;
  const held = (role: Role, organizationId: string, name = `${role}-of-${organizationId}`) =>
    as(name, { role, organizationId });
  const officeOf = (unitId: string) => held('unitOfficer', unitId);
  const company = held('leadDepartment', 'first-highway');

  const establish = (unitId: string, kind: EstablishUnit['kind'], parentId?: string) =>
    platform.operator.command(EstablishUnit, { unitId, kind, name: unitId, parentId, establishedOn: established });

  beforeAll(async () => {
    platform = await startSupervisionPlatform({ dutiesOfAdoption: [], overdue: [] });
    await establish('personnel', 'department', 'first-highway');
    for (const unitId of ['haian', 'tongda']) await establish(unitId, 'labourSubcontractor', 'first-highway');
    for (const unitId of ['rebar', 'own-crew']) await establish(unitId, 'crew', 'bay-bridge');
    await establish('city', 'governmentBody');
    await establish('park', 'industrialPark', 'city');
    await establish('steel', 'company', 'city');
    const list = { items: [{ itemId: 'item', text: '走访' }] };
    await foundPartyCommittee(platform);
    await putLiaisonOfficerOnDuty(platform, {
      ...{ officerId: 'officer-1', level: 'project', unitId: 'bay-bridge' },
      ...{ definedFor: 'first-highway', dispatchingUnitId: 'personnel' },
      role: { rights: list, duties: list, obligations: list, workKinds: list },
      managingUnitIds: ['personnel', 'first-highway'],
      ...{ nominatedOn: day('2026-01-05'), onDutyFrom: day('2026-01-12') },
    });
    const duty = {
      steps: ['selection' as const, 'unitPrice' as const],
      basis: '试点方案',
      effectiveOn: day('2026-01-01'),
    };
    await platform.gateway.command(SetLiaisonParticipationDuty, { unitId: 'first-highway', ...duty }, company);
  });

  afterAll(() => platform.stop());

  const participation = (tookPartOn: string) => ({
    ...{ officerId: 'officer-1', opinion: 'agreed' as const, statement: '同意', tookPartOn: day(tookPartOn) },
  });

  it('QD-49, JX-23: select no labour subcontractor without a comparison, the blacklist and the officer that the company requires', async () => {
    const { gateway } = platform;
    const office = officeOf('bay-bridge');
    const selectionId = 'rebar-2026';
    const kinds = ['pastCrewGrades', 'arrearsHistory', 'trainingRate'] as const;
    const criteria = kinds.map((kind): SelectionCriterion => ({
      ...{ criterionId: kind.toLowerCase(), kind, title: kind, fullPoints: 10 },
    }));
    const opening = { selectionId, unitId: 'bay-bridge', title: '钢筋劳务', criteria, openedOn: opened };
    await gateway.command(OpenLabourSubcontractorSelection, opening, office);
    for (const [labourSubcontractorId, points] of [
      ['haian', 9],
      ['tongda', 8],
    ] as const) {
      await gateway.command(EnterSelectionCandidate, { selectionId, labourSubcontractorId, enteredOn: opened }, office);
      const scores = criteria.map(({ criterionId }) => ({ criterionId, points, finding: '见附件', evidence }));
      const scoring = { selectionId, labourSubcontractorId, scores, scoredOn: opened };
      await gateway.command(ScoreSelectionCandidate, scoring, office);
    }
    const candidate = { selectionId, labourSubcontractorId: 'first-highway', enteredOn: opened };
    await expect(gateway.command(EnterSelectionCandidate, candidate, office)).rejects.toMatchObject({
      code: 'organization.labourSubcontractorSelection.notALabourSubcontractor',
    });
    const decidedOn = day('2026-03-12');
    const decision = { selectionId, reason: '得分最高', minutes: evidence, decidedOn };
    const decide = (checked: boolean) => {
      const blacklistCheck = { listed: false, checkedOn: decidedOn, result: paper };
      const choice = { labourSubcontractorId: 'haian', ...(checked && { blacklistCheck }) };
      return gateway.command(DecideLabourSubcontractorSelection, { ...decision, choices: [choice] }, office);
    };
    await expect(decide(false)).rejects.toMatchObject({
      code: 'organization.labourSubcontractorSelection.blacklistAnswerMissing',
    });
    await expect(decide(true)).rejects.toMatchObject({ code: 'organization.liaisonParticipation.officerMissing' });
    await gateway.command(RecordSelectionParticipation, { selectionId, ...participation('2026-03-11') }, office);
    const { events } = await decide(true);
    expect(events.map(({ type }) => type)).toEqual([
      'LabourSubcontractorSelected',
      'LabourSubcontractorSelectionDecided',
    ]);
    await gateway.command(
      FormCrew,
      { unitId: 'rebar', trade: '020', labourSubcontractorId: 'haian', formedOn: decidedOn },
      office,
    );
    await gateway.command(FormCrew, { unitId: 'own-crew', trade: '020', formedOn: decidedOn }, office);
    const refer = (crewUnitId: string) =>
      gateway.command(ReferCrewToSelection, { selectionId, crewUnitId, referredOn: decidedOn }, office);
    await expect(refer('own-crew')).rejects.toMatchObject({
      code: 'organization.labourSubcontractorSelection.crewOfAnother',
    });
    await expect(refer('rebar')).resolves.toMatchObject({ events: [{ type: 'CrewReferredToSelection' }] });
  });

  it('JX-23: close a step that the company names only with an officer, any other without', async () => {
    const { gateway } = platform;
    const office = officeOf('bay-bridge');
    const openStep = (stepId: string, kind: 'tender' | 'unitPrice') =>
      gateway.command(
        OpenProcurementStep,
        { stepId, unitId: 'bay-bridge', kind, title: '钢筋', labourSubcontractorId: 'haian', openedOn: opened },
        office,
      );
    const close = (stepId: string) =>
      gateway.command(CloseProcurementStep, { stepId, outcome: '已定', evidence, closedOn: day('2026-04-08') }, office);
    await openStep('tender', 'tender');
    await expect(close('tender')).resolves.toMatchObject({ events: [{ type: 'ProcurementStepClosed' }] });
    await openStep('price', 'unitPrice');
    await expect(close('price')).rejects.toMatchObject({ code: 'organization.liaisonParticipation.officerMissing' });
    const early = { stepId: 'price', ...participation('2026-01-11') };
    await expect(gateway.command(RecordStepParticipation, early, office)).rejects.toMatchObject({
      code: 'organization.entryDay.beforeEarlier',
    });
    await gateway.command(RecordStepParticipation, { stepId: 'price', ...participation('2026-04-06') }, office);
    await expect(close('price')).resolves.toMatchObject({ events: [{ type: 'ProcurementStepClosed' }] });
    const step = {
      stepId: 'elsewhere',
      unitId: 'third-harbour',
      kind: 'tender',
      title: '钢筋',
      openedOn: opened,
    } as const;
    await expect(gateway.command(OpenProcurementStep, step, office)).rejects.toMatchObject({
      code: 'access.outsideScope',
    });
  });

  it('QD-50: record what a company has in a labour subcontractor, together never more than the whole', async () => {
    const record = (contractorId: string, shareBasisPoints: number) =>
      platform.gateway.command(
        RecordEquityRelation,
        {
          ...{ labourSubcontractorId: 'haian', contractorId, kind: 'controlling', shareBasisPoints, evidence },
          fromDay: opened,
        },
        officeOf(contractorId),
      );
    await record('first-highway', 5_100);
    await expect(record('third-harbour', 4_901)).rejects.toMatchObject({
      code: 'organization.equityRelation.moreThanTheWhole',
    });
    await record('third-harbour', 4_900);
  });

  it('HM-04g, HM-04h: disclose what the list of a unit above names, and keep what oversight finds', async () => {
    const { gateway } = platform;
    const matters = [{ matterId: 'wages', title: '工资发放', everyMonths: 1 }];
    const list = { unitId: 'city', basis: '目录', matters, effectiveOn: day('2026-01-01') };
    await gateway.command(PublishOpenMatters, list, held('leadDepartment', 'city'));
    const disclose = (disclosureId: string, matterId: string) =>
      gateway.command(
        DiscloseFactoryAffairs,
        {
          ...{ disclosureId, unitId: 'steel', matterId, content: '已发放', form: 'noticeBoard', evidence },
          ...{ postedOn: opened, postedUntil: opened },
        },
        officeOf('steel'),
      );
    await expect(disclose('d-1', 'weather')).rejects.toMatchObject({
      code: 'organization.factoryAffairsDisclosure.matterNotListed',
    });
    await expect(disclose('d-1', 'wages')).resolves.toMatchObject({ events: [{ type: 'FactoryAffairsDisclosed' }] });
    const finding = {
      findingId: 'f-1',
      unitId: 'steel',
      body: 'tradeUnion',
      subject: '高温',
      finding: '风机停用',
    } as const;
    await gateway.command(RecordOversightFinding, { ...finding, evidence, foundOn: opened }, held('inspector', 'city'));
  });

  it('HM-03h: open a centre in a park only, and let any unit book it for itself', async () => {
    const { gateway } = platform;
    const city = held('leadDepartment', 'city');
    const offer = { centreId: 'c-1', areaSquareMetres: 860, services: ['书屋'], openingHours: '08:30-20:30' };
    const open = (parkUnitId: string) =>
      gateway.command(
        OpenPartyMassServiceCentre,
        { ...offer, parkUnitId, name: '中心', place: '临江大道', openedOn: opened },
        city,
      );
    await expect(open('steel')).rejects.toMatchObject({ code: 'organization.partyMassServiceCentre.notAnOpenPark' });
    await open('park');
    const booking = { centreId: 'c-1', bookingId: 'b-1', bookedFor: day('2026-05-16') };
    const booked = { ...booking, unitId: 'steel', purpose: '党日', persons: 28 };
    await gateway.command(BookPartyMassServiceCentre, booked, officeOf('steel'));
    const cancel = { ...booking, reason: '改期' };
    await expect(
      gateway.command(CancelPartyMassServiceCentreBooking, cancel, officeOf('bay-bridge')),
    ).rejects.toMatchObject({ code: 'access.outsideScope' });
    await gateway.command(CancelPartyMassServiceCentreBooking, cancel, officeOf('steel'));
    const visits = { centreId: 'c-1', visitedOn: day('2026-05-16'), visits: 137 };
    await gateway.command(CountPartyMassServiceCentreVisits, visits, city);
  });

  it('WZ-19a: let nobody check what he filled in himself', async () => {
    const { gateway } = platform;
    const enrolment = { unitId: 'bay-bridge', enrolledOn: opened, dueOn: day('2026-04-30') };
    await gateway.command(EnrolRedWorksite, enrolment, officeOf('bay-bridge'));
    const entry = { unitId: 'bay-bridge', entry: 'venue', content: '二楼活动室', evidence, filledOn: opened } as const;
    const [filler, checker] = ['filler', 'checker'].map((name) => held('leadDepartment', 'first-highway', name));
    await gateway.command(FillRedWorksiteEntry, entry, held('unitOfficer', 'bay-bridge', 'filler'));
    const check = { unitId: 'bay-bridge', entry: 'venue', checkedOn: opened } as const;
    await expect(gateway.command(PassRedWorksiteEntry, check, filler)).rejects.toMatchObject({
      code: 'organization.redWorksite.fillerCannotCheck',
    });
    await gateway.command(PassRedWorksiteEntry, check, checker);
  });

  it('HM-03c: end what is told of the governance of an enterprise when it is closed', async () => {
    const { gateway, operator } = platform;
    await establish('brick', 'company', 'city');
    const articles = { included: true, evidence, fromDay: opened };
    await gateway.command(RecordPartyBuildingInArticles, { unitId: 'brick', ...articles }, officeOf('brick'));
    await expect(
      gateway.command(RecordPartyBuildingInArticles, { unitId: 'bay-bridge', ...articles }, officeOf('bay-bridge')),
    ).rejects.toMatchObject({ code: 'organization.enterpriseGovernance.notAnOpenEnterprise' });
    await operator.command(CloseUnit, { unitId: 'brick', closedOn: day('2026-06-30'), reason: '注销' });
    const [ended] = await platform.events(1, 'EnterpriseGovernanceEnded');
    expect(ended).toMatchObject({
      stream: 'enterpriseGovernance-brick',
      data: { unitId: 'brick', endedOn: '2026-06-30' },
    });
  });
});
