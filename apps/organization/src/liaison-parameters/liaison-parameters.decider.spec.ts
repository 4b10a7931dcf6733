import type { LiaisonParametersEvent, SetLiaisonParameters } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { liaisonParameters, parametersInForce } from './liaison-parameters.decider';

const given = specify(liaisonParameters);
const trial: SetLiaisonParameters = {
  organizationId: 'company',
  effectiveFrom: day('2026-01-01'),
  basis: '劳务队伍党群管理工作写实手册',
  ...{ crewAnswerDays: 3, projectAnswerDays: 5, districtAnswerDays: 5, companyAnswerDays: 10, passOnDays: 2 },
  ...{ teamVisitsPerMonth: 2, guidanceEveryMonths: 1, checkEveryMonths: 3 },
};
const set = (data: SetLiaisonParameters): LiaisonParametersEvent => ({ type: 'LiaisonParametersSet', data });
const wish = (data: SetLiaisonParameters) => ({ type: 'SetLiaisonParameters' as const, data });

describe('The parameters of liaison work', () => {
  it('are set from a day on, with the document they rest on (JX-14, JX-52)', () =>
    given().when(wish(trial)).then(set(trial)));
  it('are set once, however often they are told', () => given(set(trial)).when(wish(trial)).thenNothing());
  it('can be put right for the same day', () =>
    given(set(trial))
      .when(wish({ ...trial, crewAnswerDays: 2 }))
      .then(set({ ...trial, crewAnswerDays: 2 })));
  it.each([
    ['2025-12-31', undefined],
    ['2026-01-01', 4],
    ['2026-06-30', 4],
    ['2026-07-01', 7],
  ])('hold from their day until the next ones: on %s a crew has %s working days (JX-14)', (on, crewAnswerDays) => {
    const sets = [
      trial,
      { ...trial, crewAnswerDays: 7, effectiveFrom: day('2026-07-01') },
      { ...trial, crewAnswerDays: 4 },
    ];
    expect(parametersInForce(sets, day(on))?.crewAnswerDays).toBe(crewAnswerDays);
  });
});
