import type { BranchBallot, BranchResolution } from '@gongyou/contracts';
import { type Bilingual, type RefuseOf, refuseWith } from '@gongyou/domain';

/**
 * The outcome of a valid branch vote (PD-13, Art. 20): passed when the yes votes, those handed in in writing among them, are more
 * than half of the members with a vote who should attend; not of those present.
 */
export const isPassed = ({ entitled, yesAtMeeting, yesInWriting }: BranchBallot): boolean =>
  2 * (yesAtMeeting + yesInWriting) > entitled;

/**
 * Refuses a resolution that is none: more than half of those who should attend must be present (a written vote brings nobody into
 * the room), the ballot secret (PD-13), and the paper must state what Art. 21 asks for (PD-14).
 */
export function requireValidResolution({ ballot, statesConduct, signedBySecretary }: BranchResolution): void {
  const { entitled, present, yesAtMeeting, yesInWriting } = ballot;
  if (yesAtMeeting > present || present + yesInWriting > entitled) refuse('organization.branchBallot.doesNotAddUp');
  if (2 * present <= entitled) {
    refuse('organization.branchBallot.quorumMissed', { entitled, present, needed: Math.floor(entitled / 2) + 1 });
  }
  if (!ballot.secret) refuse('organization.branchBallot.notSecret');
  if (!statesConduct) refuse('organization.branchBallot.conductNotStated');
  if (!signedBySecretary) refuse('organization.branchBallot.notSigned');
}

export const branchBallotRefusals = {
  'organization.branchBallot.doesNotAddUp': {
    zh: '票数不符：赞成票不能多于到会人数，到会与书面表决人数之和不能多于应到会人数',
    en: 'The votes do not add up: more say yes than attend, or more attend and vote in writing than are entitled.',
  },
  'organization.branchBallot.quorumMissed': {
    zh: '应到会有表决权党员 {entitled} 人，实到 {present} 人，须超过半数（{needed} 人）方可开会；书面表决不计入到会',
    en: '{entitled} members with a vote should attend and {present} did: a meeting needs {needed}. Written votes do not count as attendance.',
  },
  'organization.branchBallot.notSecret': {
    zh: '须采取无记名投票方式表决',
    en: 'The vote must be by secret ballot.',
  },
  'organization.branchBallot.conductNotStated': {
    zh: '支部大会决议须写明本人的主要表现',
    en: 'The resolution must state the conduct of the person.',
  },
  'organization.branchBallot.notSigned': {
    zh: '支部大会决议须由支部书记签名',
    en: 'The resolution must be signed by the branch secretary.',
  },
} as const satisfies Record<`organization.branchBallot.${string}`, Bilingual>;

const refuse: RefuseOf<typeof branchBallotRefusals> = refuseWith(branchBallotRefusals);
