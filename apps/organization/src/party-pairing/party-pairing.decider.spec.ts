import type { AgreePairing, PartyPairingEvent } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { partyPairing, type PartyPairingWish } from './party-pairing.decider';

const given = specify(partyPairing);
const day = (text: string) => text as Day;
const pairingId = 'p-1';
const agreement: AgreePairing = {
  pairingId,
  partyOrganizationId: 'bay-branch',
  partnerIds: ['street-branch'],
  agreement: '结对共建协议',
  from: day('2026-04-01'),
  until: day('2028-03-31'),
};
const agree = (changed: Partial<AgreePairing> = {}): PartyPairingWish => ({
  type: 'AgreePairing',
  data: { ...agreement, ...changed },
  unitId: 'bay-bridge',
});
const agreed: PartyPairingEvent = { type: 'PairingAgreed', data: { ...agreement, unitId: 'bay-bridge' } };
const activity = { pairingId, activityId: 'a-1', subject: '义诊', result: '120 人次', heldOn: day('2026-06-18') };
const recordActivity = (changed: Partial<typeof activity> = {}): PartyPairingWish => ({
  type: 'RecordJointActivity',
  data: { ...activity, ...changed },
});
const recorded: PartyPairingEvent = { type: 'JointActivityRecorded', data: activity };
const end: PartyPairingWish = { type: 'EndPairing', data: { pairingId, endedOn: day('2026-11-10') } };
const ended: PartyPairingEvent = { type: 'PairingEnded', data: { pairingId, endedOn: day('2026-11-10') } };

describe('A pairing', () => {
  it('is agreed on for a period, once (WZ-14b)', () => {
    given().when(agree()).then(agreed);
    given(agreed).when(agree()).thenNothing();
    given(agreed)
      .when(agree({ agreement: '另一协议' }))
      .thenRefused('organization.partyPairing.alreadyAgreed');
  });
  it('is led by an organization that is there, and not with itself', () => {
    given().when({ type: 'AgreePairing', data: agreement }).thenRefused('organization.partyPairing.leaderMissing');
    given()
      .when(agree({ partnerIds: ['bay-branch'] }))
      .thenRefused('organization.partyPairing.withItself');
  });
  it('does not end before it begins', () =>
    given()
      .when(agree({ until: day('2026-03-31') }))
      .thenRefused('organization.partyPairing.endsBeforeItBegins'));
  it('records each joint activity once, from its first day on (WZ-14b)', () => {
    given(agreed).when(recordActivity()).then(recorded);
    given(agreed, recorded).when(recordActivity()).thenNothing();
    given(agreed, recorded)
      .when(recordActivity({ result: '121 人次' }))
      .thenRefused('organization.partyPairing.activityDiffers');
    given(agreed)
      .when(recordActivity({ heldOn: day('2026-03-31') }))
      .thenRefused('organization.entryDay.beforeEarlier');
  });
  it('is ended once, and records nothing new afterwards', () => {
    given(agreed).when(end).then(ended);
    given(agreed, ended).when(end).thenNothing();
    given(agreed, recorded, ended).when(recordActivity()).thenNothing();
    given(agreed, ended).when(recordActivity()).thenRefused('organization.partyPairing.ended');
    given().when(end).thenRefused('organization.partyPairing.unknown');
  });
});
