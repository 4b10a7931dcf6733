import type {
  AcceptAttachment,
  AttachmentRequested,
  DeclareFloatingMember,
  FloatingMemberDeclared,
  FloatingMemberEvent,
  LeaveAsFloatingMember,
  RequestAttachment,
} from '@gongyou/contracts';
import { addCalendarMonths, type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';
import { requireEntryDay } from '../entry-day';

/** Nobody has declared himself under this id. */
export interface NotDeclared {
  stage: 'notDeclared';
}

/** Known, and in no organization here. */
export interface Declared {
  stage: 'declared';
  declared: FloatingMemberDeclared;
  request?: AttachmentRequested;
}

/** In the life of an organization here, or moved to it. */
export interface Attached {
  stage: 'attached';
  declared: FloatingMemberDeclared;
  request: AttachmentRequested;
  acceptedOn: Day;
}

export interface Left {
  stage: 'left';
  declared: FloatingMemberDeclared;
  leftOn: Day;
}

export type FloatingMemberState = NotDeclared | Declared | Attached | Left;

/** The commands; `hostActive`: the organization asked exists and was not dissolved. */
export type FloatingMemberWish =
  | { type: 'DeclareFloatingMember'; data: DeclareFloatingMember }
  | { type: 'RequestAttachment'; data: RequestAttachment; hostActive: boolean }
  | { type: 'AcceptAttachment'; data: AcceptAttachment }
  | { type: 'LeaveAsFloatingMember'; data: LeaveAsFloatingMember };

/** A floating Party member: declared by himself, attached to an organization at his place of work, gone again (QD-09; PO-08). */
export const floatingMember: Decider<FloatingMemberWish, FloatingMemberEvent, FloatingMemberState> = {
  initialState: { stage: 'notDeclared' },
  evolve,
  decide,
};

function evolve(state: FloatingMemberState, event: FloatingMemberEvent): FloatingMemberState {
  if (event.type === 'FloatingMemberDeclared') return { stage: 'declared', declared: event.data };
  const { declared, request } = state as Attached;
  switch (event.type) {
    case 'AttachmentRequested':
      return { stage: 'declared', declared, request: event.data };
    case 'FloatingMemberAttached':
      return { stage: 'attached', declared, request, acceptedOn: event.data.acceptedOn };
    case 'FloatingMemberLeft':
      return { stage: 'left', declared, leftOn: event.data.leftOn };
    default:
      return unknownFact(event);
  }
}

function decide(wish: FloatingMemberWish, state: FloatingMemberState, moment: Moment): FloatingMemberEvent[] {
  switch (wish.type) {
    case 'DeclareFloatingMember':
      return declare(wish.data, state, moment);
    case 'RequestAttachment':
      return request(wish.data, wish.hostActive, state, moment);
    case 'AcceptAttachment':
      return accept(wish.data, state, moment);
    case 'LeaveAsFloatingMember':
      return leave(wish.data, state, moment);
    default:
      return unknownWish(wish);
  }
}

export const floatingMemberRefusals = {
  'organization.floatingMember.alreadyDeclared': {
    zh: '该编号的流动党员已经申报，内容不同',
    en: 'A floating member was declared under this id already, with other content.',
  },
  'organization.floatingMember.unknown': { zh: '没有这名流动党员', en: 'There is no such floating member.' },
  'organization.floatingMember.notLongEnough': {
    zh: '外出不满 6 个月（{floatingFrom} 起满 6 个月），不是流动党员',
    en: 'A floating member is away for 6 months at least, here on {floatingFrom}.',
  },
  'organization.floatingMember.hostMissing': {
    zh: '接收党组织不存在或已撤销',
    en: 'The organization that is asked does not exist, or was dissolved.',
  },
  'organization.floatingMember.notRequested': { zh: '尚未申请编入', en: 'Attachment has not been asked for.' },
  'organization.floatingMember.alreadyAttached': {
    zh: '已编入党组织',
    en: 'He is attached to an organization already.',
  },
  'organization.floatingMember.left': { zh: '该流动党员已于 {leftOn} 离开', en: 'He left on {leftOn}.' },
} as const satisfies Record<`organization.floatingMember.${string}`, Bilingual>;

const refuse: RefuseOf<typeof floatingMemberRefusals> = refuseWith(floatingMemberRefusals);

/** 流动党员: away for at least so many months without moving the membership (PO-08). */
const MONTHS_AWAY = 6;

function declare(data: DeclareFloatingMember, state: FloatingMemberState, moment: Moment): FloatingMemberEvent[] {
  if (state.stage !== 'notDeclared') {
    if (sameContent(data, state.declared)) return [];
    return refuse('organization.floatingMember.alreadyDeclared');
  }
  requireEntryDay(data.declaredOn, moment, data.awaySince);
  const floatingFrom = addCalendarMonths(data.awaySince, MONTHS_AWAY);
  const awayUntil = data.awayUntil ?? data.declaredOn;
  if (awayUntil < floatingFrom) refuse('organization.floatingMember.notLongEnough', { floatingFrom });
  return [{ type: 'FloatingMemberDeclared', data: { ...data } }];
}

function request(
  data: RequestAttachment,
  hostActive: boolean,
  state: FloatingMemberState,
  moment: Moment,
): FloatingMemberEvent[] {
  const member = present(state);
  if (sameContent(data, member.request)) return [];
  if (member.stage === 'attached') refuse('organization.floatingMember.alreadyAttached');
  requireEntryDay(data.requestedOn, moment, member.request?.requestedOn ?? member.declared.declaredOn);
  if (!hostActive) refuse('organization.floatingMember.hostMissing');
  return [{ type: 'AttachmentRequested', data: { ...data } }];
}

function accept(
  { floatingMemberId, acceptedOn }: AcceptAttachment,
  state: FloatingMemberState,
  moment: Moment,
): FloatingMemberEvent[] {
  const member = present(state);
  if (member.stage === 'attached') {
    if (member.acceptedOn === acceptedOn) return [];
    return refuse('organization.floatingMember.alreadyAttached');
  }
  if (!member.request) return refuse('organization.floatingMember.notRequested');
  const { partyOrganizationId, kind, requestedOn } = member.request;
  requireEntryDay(acceptedOn, moment, requestedOn);
  return [{ type: 'FloatingMemberAttached', data: { floatingMemberId, partyOrganizationId, kind, acceptedOn } }];
}

function leave(
  { floatingMemberId, leftOn }: LeaveAsFloatingMember,
  state: FloatingMemberState,
  moment: Moment,
): FloatingMemberEvent[] {
  if (state.stage === 'left' && state.leftOn === leftOn) return [];
  const member = present(state);
  const lastOn = member.stage === 'attached' ? member.acceptedOn : member.request?.requestedOn;
  requireEntryDay(leftOn, moment, lastOn ?? member.declared.declaredOn);
  return [{ type: 'FloatingMemberLeft', data: { floatingMemberId, leftOn } }];
}

function present(state: FloatingMemberState): Declared | Attached {
  if (state.stage === 'notDeclared') return refuse('organization.floatingMember.unknown');
  if (state.stage === 'left') return refuse('organization.floatingMember.left', { leftOn: state.leftOn });
  return state;
}
