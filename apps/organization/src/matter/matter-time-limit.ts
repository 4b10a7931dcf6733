import type { LiaisonParameters, MatterLevel, MatterTimeLimit } from '@gongyou/contracts';
import { type Day, workingDays } from '@gongyou/domain';

const answerDaysOf: Readonly<Record<MatterLevel, keyof LiaisonParameters>> = {
  crew: 'crewAnswerDays',
  project: 'projectAnswerDays',
  district: 'districtAnswerDays',
  company: 'companyAnswerDays',
};

/** Until when a matter that came to a level on a day is answered in time (JX-14). */
export const answerLimit = (level: MatterLevel, from: Day, parameters: LiaisonParameters): MatterTimeLimit =>
  limitAfter(from, parameters[answerDaysOf[level]]);

/** Until when an answer that came to a level on a day has gone on, or was told to the crew (JX-14). */
export const passOnLimit = (from: Day, { passOnDays }: LiaisonParameters): MatterTimeLimit =>
  limitAfter(from, passOnDays);

function limitAfter(from: Day, count: number): MatterTimeLimit {
  const { day: dueOn, provisional } = workingDays.addWorkingDays(from, count);
  return { dueOn, provisional };
}
