import {
  AdoptCrewBuildingPlan,
  AnswerDisclosureObjection,
  AssessCrewSupport,
  ObjectToCrewDisclosure,
  PostCrewDisclosure,
  RecordCrewGoalResult,
  RecordManagerPromotion,
  WithdrawManagerPromotion,
} from '@gongyou/contracts';
import { type Day, monthOf } from '@gongyou/domain';
import { type Sent, told } from './sent';

/** What a crew lives through, with the text in every field that holds one. The crew stands, and `managerId` answered for it under `s1`. */
export function crewLifeTexts(
  text: string,
  today: Day,
  { unitId, managerId }: { unitId: string; managerId: string },
): Sent[] {
  const disclosureId = 'hostile-disclosure';
  const promotionId = 'hostile-promotion';
  const goals = (['quality', 'efficiency', 'skill'] as const).map((kind) => ({
    ...{ goalId: kind, kind, title: text, measuredIn: text, op: '>=' as const, targetHundredths: 1 },
  }));
  const result = { unitId, planId: 'p1', goalId: 'quality', month: monthOf(today), recordedOn: today };
  return [
    told(PostCrewDisclosure, {
      ...{ disclosureId, unitId, subject: 'wageSheet', title: text, sha256: 'ab'.repeat(32) },
      ...{ postedOn: today, objectionsUntil: today },
    }),
    told(ObjectToCrewDisclosure, {
      ...{ disclosureId, objectionId: 'o1', workerId: 'worker-1', objection: text, raisedOn: today },
    }),
    told(AnswerDisclosureObjection, {
      ...{ disclosureId, objectionId: 'o1', isUpheld: true, answer: text, answeredOn: today },
    }),
    told(AssessCrewSupport, {
      ...{ unitId, assignmentId: 's1', assessmentId: 'a1', grade: 'excellent', note: text, assessedOn: today },
    }),
    told(RecordManagerPromotion, {
      ...{ promotionId, managerId, organizationId: unitId, fromPost: text, toPost: text, promotedOn: today },
      served: [{ unitId, assignmentId: 's1' }],
    }),
    told(WithdrawManagerPromotion, { promotionId, reason: text, approvedBy: text, withdrawnOn: today }),
    told(AdoptCrewBuildingPlan, {
      ...{ unitId, planId: 'p1', goals, measures: [text], adoptedOn: today, fromDay: today, untilDay: today },
    }),
    told(RecordCrewGoalResult, { ...result, valueHundredths: 1 }),
    told(RecordCrewGoalResult, { ...result, valueHundredths: 2, correctionReason: text }),
  ];
}
