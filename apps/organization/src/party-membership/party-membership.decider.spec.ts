import type {
  PartyMembershipEvent,
  PartyMembershipRegistered,
  RegisterPartyMembership,
  TransferWay,
} from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { type ChecklistForMember, partyMembership, type PartyMembershipWish } from './party-membership.decider';

const given = specify(partyMembership);
const day = (text: string) => text as Day;
const memberId = 'worker-1f20';
const asked: RegisterPartyMembership = {
  memberId,
  partyOrganizationId: 'bay-branch',
  unitId: 'bay-bridge',
  industrialWorker: true,
  origin: 'admitted',
  registeredOn: day('2026-03-02'),
};
const register = (changed: Partial<RegisterPartyMembership> = {}, known = {}): PartyMembershipWish => ({
  type: 'RegisterPartyMembership',
  data: { ...asked, ...changed },
  branch: { unitId: 'bay-office' },
  unitOpen: true,
  ...known,
});
const registered = (changed: Partial<PartyMembershipRegistered> = {}): PartyMembershipEvent => ({
  type: 'PartyMembershipRegistered',
  data: { ...asked, branchUnitId: 'bay-office', ...changed },
});
const letter = (issuedOn: string, way: TransferWay = 'letter') => ({
  ...{ memberId, toOrganization: '新桥村党支部', way, issuedOn: day(issuedOn) },
});
const transferOut = (issuedOn: string): PartyMembershipWish => ({
  type: 'TransferPartyMembershipOut',
  data: letter(issuedOn),
});
const transferredOut = (issuedOn: string): PartyMembershipEvent => ({
  type: 'PartyMembershipTransferredOut',
  data: letter(issuedOn),
});
const confirm = (receivedOn: string): PartyMembershipWish => ({
  type: 'ConfirmMembershipReceipt',
  data: { memberId, receivedOn: day(receivedOn) },
});
const received = (receivedOn: string): PartyMembershipEvent => ({
  type: 'MembershipReceiptConfirmed',
  data: { memberId, receivedOn: day(receivedOn) },
});
const end: PartyMembershipWish = { type: 'EndPartyMembership', data: { memberId, endedOn: day('2026-10-01') } };
const ended: PartyMembershipEvent = { type: 'PartyMembershipEnded', data: { memberId, endedOn: day('2026-10-01') } };

describe('A Party membership', () => {
  it('is registered with the branch that keeps it, once (HM-02f)', () => {
    given().when(register()).then(registered());
    given(registered()).when(register()).thenNothing();
    given(registered())
      .when(register({ partyOrganizationId: 'other-branch' }))
      .thenRefused('organization.partyMembership.keptElsewhere');
  });
  it('belongs to a branch that is there, and to a unit that is open', () => {
    given()
      .when(register({}, { branch: undefined }))
      .thenRefused('organization.partyMembership.branchMissing');
    given()
      .when(register({}, { unitOpen: false }))
      .thenRefused('organization.partyMembership.unitMissing');
    given()
      .when(register({ registeredOn: day('2026-11-21') }))
      .thenRefused('organization.entryDay.inFuture');
  });
  it('names the organization that it was transferred from (HM-02f)', () => {
    given()
      .when(register({ origin: 'transferredIn' }))
      .thenRefused('organization.partyMembership.formerOrganizationMissing');
    const from = { origin: 'transferredIn', fromOrganization: '新桥村党支部' } as const;
    given().when(register(from)).then(registered(from));
  });
  it('stays until the other organization has it (HM-02f)', () => {
    given(registered()).when(transferOut('2026-09-01')).then(transferredOut('2026-09-01'));
    given(registered()).when(confirm('2026-09-10')).thenRefused('organization.partyMembership.notTransferred');
    given(registered(), transferredOut('2026-09-01')).when(confirm('2026-09-01')).then(received('2026-09-01'));
    given(registered(), transferredOut('2026-09-01'))
      .when(confirm('2026-08-31'))
      .thenRefused('organization.entryDay.beforeEarlier', { on: '2026-08-31', earlierOn: '2026-09-01' });
    given(registered(), transferredOut('2026-09-01'), received('2026-09-10')).when(confirm('2026-09-10')).thenNothing();
  });
  it('is transferred again by a new letter where the first ran out (PO-09)', () => {
    given(registered(), transferredOut('2026-05-01')).when(transferOut('2026-05-01')).thenNothing();
    given(registered(), transferredOut('2026-05-01'))
      .when(transferOut('2026-09-01'))
      .then(transferredOut('2026-09-01'));
  });
  it('can come into another branch of the platform, and back (HM-02f)', () => {
    const there = { partyOrganizationId: 'port-branch', registeredOn: day('2026-09-05') };
    given(registered(), transferredOut('2026-09-01')).when(register(there)).then(registered(there));
    given(registered(), transferredOut('2026-09-01'))
      .when(register({ ...there, registeredOn: day('2026-08-31') }))
      .thenRefused('organization.entryDay.beforeEarlier');
    given(registered(), ended).when(register(there)).thenRefused('organization.entryDay.beforeEarlier');
    const later = { ...there, registeredOn: day('2026-10-01') };
    given(registered(), ended).when(register(later)).then(registered(later));
  });
  it('ends once, without a word on why', () => {
    given(registered()).when(end).then(ended);
    given(registered(), ended).when(end).thenNothing();
    given(registered(), ended)
      .when(transferOut('2026-10-02'))
      .thenRefused('organization.partyMembership.left', { leftOn: '2026-10-01' });
    given().when(end).thenRefused('organization.partyMembership.unknown');
  });
});

describe('A worker member', () => {
  const post = {
    memberId,
    postId: 'p1',
    post: 'branchSecretary',
    unitId: 'bay-bridge',
    fromDay: day('2026-05-06'),
  } as const;
  const takeUp = (changed = {}): PartyMembershipWish => ({ type: 'TakeUpMemberPost', data: { ...post, ...changed } });
  const takenUp: PartyMembershipEvent = { type: 'MemberPostTakenUp', data: post };
  const leave = (lastDay: string): PartyMembershipWish => ({
    type: 'LeaveMemberPost',
    data: { memberId, postId: 'p1', lastDay: day(lastDay) },
  });
  const left: PartyMembershipEvent = {
    type: 'MemberPostLeft',
    data: { memberId, postId: 'p1', lastDay: day('2026-10-11') },
  };

  it('takes up a post with its first day (HM-02e)', () => {
    given(registered()).when(takeUp()).then(takenUp);
    given(registered(), takenUp).when(takeUp()).thenNothing();
    given(registered(), takenUp)
      .when(takeUp({ post: 'management' }))
      .thenRefused('organization.partyMembership.postTaken');
    given(registered())
      .when(takeUp({ fromDay: day('2026-03-01') }))
      .thenRefused('organization.entryDay.beforeEarlier');
  });
  it('leaves it with its last day (HM-02e)', () => {
    given(registered(), takenUp).when(leave('2026-10-11')).then(left);
    given(registered(), takenUp, left).when(leave('2026-10-11')).thenNothing();
    given(registered(), takenUp, left).when(takeUp()).thenNothing();
    given(registered(), takenUp).when(leave('2026-05-05')).thenRefused('organization.entryDay.beforeEarlier');
    given(registered()).when(leave('2026-10-11')).thenRefused('organization.partyMembership.postUnknown');
  });
  it('is the only one whose posts and inclusions are told (HM-02e, JX-30)', () =>
    given(registered({ industrialWorker: false }))
      .when(takeUp())
      .thenRefused('organization.partyMembership.noIndustrialWorker'));

  const settle = (itemId: string, checklist?: ChecklistForMember): PartyMembershipWish => ({
    type: 'SettleInclusion',
    data: { memberId, checklistUnitId: 'mechanisation', itemId, settledOn: day('2026-04-20') },
    checklist,
  });
  const settled = (itemId: string): PartyMembershipEvent => ({
    type: 'InclusionSettled',
    data: { memberId, checklistUnitId: 'mechanisation', itemId, settledOn: day('2026-04-20') },
  });
  const checklist = { itemIds: ['register', 'dues'], holds: true };

  it('has an item of the checklist settled, once (JX-30)', () => {
    given(registered()).when(settle('dues', checklist)).then(settled('dues'));
    given(registered(), settled('dues')).when(settle('dues', checklist)).thenNothing();
    given(registered()).when(settle('lunch', checklist)).thenRefused('organization.partyMembership.inclusionUnknown');
  });
  it('needs a checklist that holds where he works (JX-30)', () => {
    given(registered()).when(settle('dues')).thenRefused('organization.partyMembership.checklistMissing');
    given(registered())
      .when(settle('dues', { ...checklist, holds: false }))
      .thenRefused('organization.partyMembership.checklistMissing');
  });
});
