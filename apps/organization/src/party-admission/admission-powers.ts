import type { PartyAdmissionCommand } from '@gongyou/contracts';
import { type Bilingual, type RefuseOf, refuseWith } from '@gongyou/domain';
import {
  type PartyBodies,
  type PartyBody,
  deliberates,
  isOnlyTemporary,
  onlyEducates,
} from '../party-organization/party-body';

/** What an organization of floating members may do although it does not meet the conditions: educate, train, hand over (PD-27). */
const educationalSteps: readonly PartyAdmissionCommand['type'][] = [
  'FilePartyApplication',
  'HoldApplicantTalk',
  'AssignCultivators',
  'ReviewDesignatedApplicant',
  'CompleteShortCourse',
  'TransferPartyAdmission',
  'FileAdmissionPapers',
  'EndPartyAdmission',
];

/** The organization as it stands. Refuses one that does not exist or was dissolved. */
export function requireBody(id: string, bodies: PartyBodies): PartyBody {
  const body = bodies.get(id);
  if (!body) return refuse('organization.admissionPowers.unknown', { partyOrganizationId: id });
  if (body.dissolved) refuse('organization.admissionPowers.dissolved', { partyOrganizationId: id });
  return body;
}

/** Refuses a step that the organization which keeps the file may not take (PD-27). */
export function requireStepAllowed(step: PartyAdmissionCommand['type'], keeper: PartyBody): void {
  if (onlyEducates(keeper) && !educationalSteps.includes(step)) refuse('organization.admissionPowers.onlyEducates');
}

/** Refuses a vote on an admission or conversion outside a branch, and in a temporary one (PD-15; test case T12). */
export function requireMayAdmit(keeper: PartyBody, formalOrganizationId: string | undefined): void {
  if (isOnlyTemporary(keeper)) {
    const route = formalOrganizationId ?? '-';
    refuse('organization.admissionPowers.temporaryMayNotAdmit', { formalOrganizationId: route });
  }
  if (keeper.kind !== 'branch') refuse('organization.admissionPowers.onlyABranchVotes');
}

/** Refuses an approval by anybody but a Party committee that may give it (PD-15, Art. 22). */
export function requireMayApprove(approver: PartyBody): void {
  if (isOnlyTemporary(approver)) refuse('organization.admissionPowers.temporaryMayNotApprove');
  if (approver.kind === 'leadingPartyMembersGroup') refuse('organization.admissionPowers.leadingGroupMayNotApprove');
  if (deliberates(approver)) refuse('organization.admissionPowers.onlyDeliberates');
  if (approver.kind !== 'committee') refuse('organization.admissionPowers.onlyACommitteeApproves');
}

/** Refuses a deliberation by an organization that is not between the branch and the committee that approves (PD-15). */
export function requireDeliberating(body: PartyBody): void {
  if (!deliberates(body)) refuse('organization.admissionPowers.notADeliberatingBody');
}

export const admissionPowersRefusals = {
  'organization.admissionPowers.unknown': {
    zh: '没有党组织 {partyOrganizationId}',
    en: 'There is no Party organization {partyOrganizationId}.',
  },
  'organization.admissionPowers.dissolved': {
    zh: '党组织 {partyOrganizationId} 已撤销，须先转接材料',
    en: 'Party organization {partyOrganizationId} was dissolved; hand the file over first.',
  },
  'organization.admissionPowers.onlyEducates': {
    zh: '不具备条件的流动党员党组织只做教育培养和材料移交',
    en: 'An organization of floating members that does not meet the conditions educates, trains and hands over papers only.',
  },
  'organization.admissionPowers.temporaryMayNotAdmit': {
    zh: '临时党组织不能接收预备党员、讨论转正，须转由正式组织办理：{formalOrganizationId}',
    en: 'A temporary organization may not admit members: this goes through the formal organization, {formalOrganizationId}.',
  },
  'organization.admissionPowers.onlyABranchVotes': {
    zh: '接收预备党员和转正由党支部大会讨论',
    en: 'Admission and conversion are voted on by the meeting of a branch.',
  },
  'organization.admissionPowers.temporaryMayNotApprove': {
    zh: '临时党组织不能审批预备党员',
    en: 'A temporary organization may not approve members.',
  },
  'organization.admissionPowers.leadingGroupMayNotApprove': {
    zh: '党组不能审批预备党员',
    en: 'A leading Party members’ group may not approve members.',
  },
  'organization.admissionPowers.onlyDeliberates': {
    zh: '党总支和乡镇（街道）党委所属的基层党委只审议，不审批',
    en: 'A general branch, or a basic committee under a township or street committee, deliberates and does not approve.',
  },
  'organization.admissionPowers.onlyACommitteeApproves': {
    zh: '预备党员须由党委审批',
    en: 'Members are approved by a Party committee.',
  },
  'organization.admissionPowers.notADeliberatingBody': {
    zh: '审议由党总支或者乡镇（街道）党委所属的基层党委进行',
    en: 'A general branch, or a basic committee under a township or street committee, deliberates.',
  },
} as const satisfies Record<`organization.admissionPowers.${string}`, Bilingual>;

const refuse: RefuseOf<typeof admissionPowersRefusals> = refuseWith(admissionPowersRefusals);
