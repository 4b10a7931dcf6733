import type { PartyParametersEvent, SetPartyParameters } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { partyParameters } from './party-parameters.decider';

const given = specify(partyParameters);
const hangzhou: SetPartyParameters = {
  place: '330100',
  effectiveFrom: '2025-01-01' as Day,
  basis: '杭州市建设工地临时党支部工作通知（2025）',
  siteMonths: 6,
  siteMonthsExceeded: false,
  foundingMembers: 3,
  lecturePeriod: 'quarter',
  warnDays: 15,
  pairingIdleMonths: 3,
};
const set = (data: SetPartyParameters): PartyParametersEvent => ({ type: 'PartyParametersSet', data });
const wish = (data: SetPartyParameters) => ({ type: 'SetPartyParameters' as const, data });

describe('The parameters of a place', () => {
  it('are set from a day on, with the document they rest on (PO-03)', () =>
    given().when(wish(hangzhou)).then(set(hangzhou)));
  it('are set once', () => given(set(hangzhou)).when(wish(hangzhou)).thenNothing());
  it('can be set otherwise for another day, and put right for the same', () => {
    const later = { ...hangzhou, siteMonths: 12, effectiveFrom: '2027-01-01' as Day };
    given(set(hangzhou)).when(wish(later)).then(set(later));
    const corrected = { ...hangzhou, warnDays: 30 };
    given(set(hangzhou)).when(wish(corrected)).then(set(corrected));
    given(set(hangzhou), set(corrected)).when(wish(hangzhou)).then(set(hangzhou));
  });
});
