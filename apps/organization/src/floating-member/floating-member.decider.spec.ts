import type { DeclareFloatingMember, FloatingMemberEvent } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { floatingMember, type FloatingMemberWish } from './floating-member.decider';

const given = specify(floatingMember);
const day = (text: string) => text as Day;
const floatingMemberId = 'f-1';
const declaration: DeclareFloatingMember = {
  floatingMemberId,
  memberId: 'worker-1',
  unitId: 'bay-bridge',
  homeOrganization: '河南省某村党支部',
  awaySince: day('2026-02-28'),
  declaredOn: day('2026-09-01'),
};
const declare = (changed: Partial<DeclareFloatingMember> = {}): FloatingMemberWish => ({
  type: 'DeclareFloatingMember',
  data: { ...declaration, ...changed },
});
const declared = (changed: Partial<DeclareFloatingMember> = {}): FloatingMemberEvent => ({
  type: 'FloatingMemberDeclared',
  data: { ...declaration, ...changed },
});
const asked = {
  floatingMemberId,
  partyOrganizationId: 'bay-branch',
  kind: 'temporaryAttachment' as const,
  requestedOn: day('2026-09-10'),
};
const request = (hostActive = true): FloatingMemberWish => ({ type: 'RequestAttachment', data: asked, hostActive });
const requested: FloatingMemberEvent = { type: 'AttachmentRequested', data: asked };
const accept = (acceptedOn = '2026-09-20'): FloatingMemberWish => ({
  type: 'AcceptAttachment',
  data: { floatingMemberId, acceptedOn: day(acceptedOn) },
});
const attached: FloatingMemberEvent = {
  type: 'FloatingMemberAttached',
  data: {
    floatingMemberId,
    partyOrganizationId: 'bay-branch',
    kind: 'temporaryAttachment',
    acceptedOn: day('2026-09-20'),
  },
};
const leave = (leftOn = '2026-11-01'): FloatingMemberWish => ({
  type: 'LeaveAsFloatingMember',
  data: { floatingMemberId, leftOn: day(leftOn) },
});
const left: FloatingMemberEvent = { type: 'FloatingMemberLeft', data: { floatingMemberId, leftOn: day('2026-11-01') } };

describe('A floating member', () => {
  it.each([
    ['a day less than', '2026-08-27', true],
    ['just', '2026-08-28', false],
    ['a day more than', '2026-08-29', false],
  ])('is away for %s six months (PO-08)', (_, declaredOn, refused) => {
    const act = given().when(declare({ declaredOn: day(declaredOn) }));
    if (refused) act.thenRefused('organization.floatingMember.notLongEnough', { floatingFrom: '2026-08-28' });
    else act.then(declared({ declaredOn: day(declaredOn) }));
  });
  it('can expect to be away for that long (PO-08)', () => {
    const soon = { declaredOn: day('2026-03-05') };
    given()
      .when(declare({ ...soon, awayUntil: day('2026-08-27') }))
      .thenRefused('organization.floatingMember.notLongEnough');
    given()
      .when(declare({ ...soon, awayUntil: day('2026-08-28') }))
      .then(declared({ ...soon, awayUntil: day('2026-08-28') }));
  });
  it('declares himself once (QD-09)', () => {
    given(declared()).when(declare()).thenNothing();
    given(declared())
      .when(declare({ memberId: 'worker-2' }))
      .thenRefused('organization.floatingMember.alreadyDeclared');
  });
  it('asks, is accepted and leaves, each once (QD-09)', () => {
    given(declared()).when(request()).then(requested);
    given(declared(), requested).when(request()).thenNothing();
    given(declared(), requested).when(accept()).then(attached);
    given(declared(), requested, attached).when(accept()).thenNothing();
    given(declared(), requested, attached).when(leave()).then(left);
    given(declared(), requested, attached, left).when(leave()).thenNothing();
  });
  it('can leave without having been attached (QD-09)', () => given(declared()).when(leave()).then(left));
  it('is not accepted without asking, nor before', () => {
    given(declared()).when(accept()).thenRefused('organization.floatingMember.notRequested');
    given(declared(), requested).when(accept('2026-09-09')).thenRefused('organization.entryDay.beforeEarlier');
  });
  it('asks an organization that is there', () =>
    given(declared()).when(request(false)).thenRefused('organization.floatingMember.hostMissing'));
  it('asks nobody once he left', () =>
    given(declared(), left).when(request()).thenRefused('organization.floatingMember.left', { leftOn: '2026-11-01' }));
  it('has to be known', () => given().when(request()).thenRefused('organization.floatingMember.unknown'));
});
