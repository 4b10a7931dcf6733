import {
  AbandonLabourSubcontractorSelection,
  AnswerOversightFinding,
  BookPartyMassServiceCentre,
  CancelPartyMassServiceCentreBooking,
  CloseProcurementStep,
  ClosePartyMassServiceCentre,
  CountPartyMassServiceCentreVisits,
  DecideLabourSubcontractorSelection,
  DiscloseFactoryAffairs,
  EndEquityRelation,
  EnrolRedWorksite,
  EnterSelectionCandidate,
  EstablishUnit,
  type Evidence,
  FillRedWorksiteEntry,
  ObjectToFactoryAffairsDisclosure,
  OpenLabourSubcontractorSelection,
  OpenPartyMassServiceCentre,
  OpenProcurementStep,
  PublishOpenMatters,
  RecordCrossHeldPost,
  RecordEmployeeSeat,
  RecordEquityRelation,
  RecordOversightFinding,
  RecordPartyBuildingInArticles,
  RecordSelectionParticipation,
  RecordStepParticipation,
  ReplyToFactoryAffairsObjection,
  RevisePartyMassServiceCentre,
  ScoreSelectionCandidate,
  type SelectionCriterion,
  SendBackRedWorksiteEntry,
  SetLiaisonParticipationDuty,
  VacateEmployeeSeat,
  WithdrawRedWorksiteEnrolment,
} from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { type Sent, told, toldByHarbour } from './sent';

const [districtId, unitId] = ['hostile-district', 'hostile-enterprise'];
const [chosen, passedOver] = ['hostile-chosen', 'hostile-passed-over'];

/**
 * How labour subcontractors are selected in the district of the liaison texts, and how an enterprise is governed and open, with the
 * text in every field of the commands on them that holds one.
 */
export function contractorAndEnterpriseTexts(text: string, today: Day, evidence: [Evidence]): Sent[] {
  return [
    ...selectionTexts(text, today, evidence),
    ...procurementTexts(text, today, evidence),
    ...governanceTexts(text, today, evidence),
    ...opennessTexts(text, today, evidence),
    ...serviceCentreTexts(text, today),
    ...redWorksiteTexts(text, today, evidence),
  ];
}

function selectionTexts(text: string, today: Day, evidence: [Evidence]): Sent[] {
  const subcontractor = {
    kind: 'labourSubcontractor',
    name: '劳务公司',
    parentId: districtId,
    establishedOn: today,
  } as const;
  const kinds = ['pastCrewGrades', 'arrearsHistory', 'trainingRate'] as const;
  const criteria = kinds.map((kind): SelectionCriterion => ({
    ...{ criterionId: kind.toLowerCase(), kind, title: text, fullPoints: 10 },
  }));
  const opening = { unitId: districtId, title: text, criteria, openedOn: today };
  const selectionId = 'hostile-selection';
  const compare = (labourSubcontractorId: string, points: number): Sent[] => [
    told(EstablishUnit, { unitId: labourSubcontractorId, ...subcontractor }),
    told(EnterSelectionCandidate, { selectionId, labourSubcontractorId, enteredOn: today }),
    told(ScoreSelectionCandidate, {
      ...{ selectionId, labourSubcontractorId, scoredOn: today },
      scores: criteria.map(({ criterionId }) => ({ criterionId, points, finding: text, evidence })),
    }),
  ];
  const abandoned = 'hostile-abandoned';
  return [
    told(OpenLabourSubcontractorSelection, { selectionId, ...opening }),
    ...compare(chosen, 8),
    ...compare(passedOver, 9),
    told(RecordSelectionParticipation, { selectionId, ...participation(text, today) }),
    told(DecideLabourSubcontractorSelection, {
      ...{ selectionId, reason: text, whyNotTheBest: text, minutes: evidence, decidedOn: today },
      choices: [
        {
          labourSubcontractorId: chosen,
          blacklistCheck: { listed: false, checkedOn: today, result: evidence[0] },
        },
      ],
    }),
    told(OpenLabourSubcontractorSelection, { selectionId: abandoned, ...opening }),
    told(AbandonLabourSubcontractorSelection, { selectionId: abandoned, reason: text, abandonedOn: today }),
  ];
}

const participation = (statement: string, tookPartOn: Day) => ({
  ...{ officerId: 'hostile-district-officer', opinion: 'agreed' as const, statement, tookPartOn },
});

function procurementTexts(text: string, today: Day, evidence: [Evidence]): Sent[] {
  const stepId = 'hostile-step';
  const relation = { labourSubcontractorId: chosen, contractorId: 'hostile-lead' };
  return [
    told(SetLiaisonParticipationDuty, { unitId: districtId, steps: ['tender'], basis: text, effectiveOn: today }),
    told(OpenProcurementStep, { stepId, unitId: districtId, kind: 'tender', title: text, openedOn: today }),
    told(RecordStepParticipation, { stepId, ...participation(text, today) }),
    told(CloseProcurementStep, { stepId, outcome: text, evidence, closedOn: today }),
    told(RecordEquityRelation, { ...relation, kind: 'minority', shareBasisPoints: 100, evidence, fromDay: today }),
    told(EndEquityRelation, { ...relation, reason: text, endedOn: today }),
  ];
}

function governanceTexts(text: string, today: Day, evidence: [Evidence]): Sent[] {
  const posts = { organizationPost: 'unionChair', corporatePost: 'supervisor' } as const;
  const seat = { seatId: 's1', board: 'directors', workerId: 'hostile-worker', electedBy: 'staffAssembly' } as const;
  return [
    told(EstablishUnit, { unitId, kind: 'company', name: '企业', parentId: 'example-group', establishedOn: today }),
    told(RecordPartyBuildingInArticles, { unitId, included: true, evidence, fromDay: today }),
    told(RecordCrossHeldPost, { unitId, crossHeldPostId: 'p1', ...posts, evidence, fromDay: today }),
    told(RecordEmployeeSeat, { unitId, ...seat, evidence, electedOn: today, termFrom: today, termUntil: today }),
    told(VacateEmployeeSeat, { unitId, seatId: 's1', reason: text, vacatedOn: today }),
  ];
}

function opennessTexts(text: string, today: Day, evidence: [Evidence]): Sent[] {
  const disclosureId = 'hostile-disclosure';
  const findingId = 'hostile-finding';
  const matters = [{ matterId: 'wages', title: text, everyMonths: 1 }];
  const posted = { matterId: 'wages', content: text, form: 'meeting', postedOn: today, postedUntil: today } as const;
  return [
    told(PublishOpenMatters, { unitId, basis: text, matters, effectiveOn: today }),
    told(DiscloseFactoryAffairs, { disclosureId, unitId, ...posted, evidence }),
    told(ObjectToFactoryAffairsDisclosure, { disclosureId, objectionId: 'o1', objection: text, objectedOn: today }),
    told(ReplyToFactoryAffairsObjection, { disclosureId, objectionId: 'o1', reply: text, repliedOn: today }),
    told(RecordOversightFinding, {
      ...{ findingId, unitId, body: 'other', subject: text, finding: text, evidence, foundOn: today },
    }),
    told(AnswerOversightFinding, { findingId, measure: text, evidence, answeredOn: today }),
  ];
}

function serviceCentreTexts(text: string, today: Day): Sent[] {
  const centreId = 'hostile-centre';
  const parkUnitId = 'hostile-park';
  const offer = { centreId, areaSquareMetres: 100, services: [text], openingHours: text };
  const booking = { centreId, bookingId: 'b1', bookedFor: today };
  return [
    told(EstablishUnit, { unitId: 'hostile-city', kind: 'governmentBody', name: '市', establishedOn: today }),
    told(EstablishUnit, {
      ...{ unitId: parkUnitId, kind: 'industrialPark', name: '园区', parentId: 'hostile-city', establishedOn: today },
    }),
    told(OpenPartyMassServiceCentre, { ...offer, parkUnitId, name: text, place: text, openedOn: today }),
    told(RevisePartyMassServiceCentre, { ...offer, revisedOn: today }),
    told(BookPartyMassServiceCentre, { ...booking, unitId, purpose: text, persons: 10 }),
    told(CancelPartyMassServiceCentreBooking, { ...booking, reason: text }),
    told(CountPartyMassServiceCentreVisits, { centreId, visitedOn: today, visits: 1 }),
    told(CountPartyMassServiceCentreVisits, { centreId, visitedOn: today, visits: 2, correction: text }),
    told(ClosePartyMassServiceCentre, { centreId, reason: text, closedOn: today }),
  ];
}

/** Filled by the system of the harbour company, since whoever fills an entry cannot check it. */
function redWorksiteTexts(text: string, today: Day, evidence: [Evidence]): Sent[] {
  const worksite = { unitId: 'hostile-worksite' };
  const entry = 'venue';
  return [
    told(EstablishUnit, {
      ...{ ...worksite, kind: 'project', name: '红色工地', parentId: 'example-harbour', establishedOn: today },
    }),
    told(EnrolRedWorksite, { ...worksite, enrolledOn: today, dueOn: today }),
    toldByHarbour(FillRedWorksiteEntry, { ...worksite, entry, content: text, evidence, filledOn: today }),
    told(SendBackRedWorksiteEntry, { ...worksite, entry, reason: text, checkedOn: today }),
    told(WithdrawRedWorksiteEnrolment, { ...worksite, reason: text, withdrawnOn: today }),
    told(EnrolRedWorksite, { ...worksite, enrolledOn: today, dueOn: today }),
    toldByHarbour(FillRedWorksiteEntry, { ...worksite, entry, content: text, evidence, filledOn: today }),
  ];
}
