import type { AnswerLiaisonProposal, LiaisonRightEvent, UseLiaisonRight } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import type { PostUnits } from '../liaison-officer/post-units';
import { liaisonRight } from './liaison-right.decider';
import { liaisonRightAggregate } from './liaison-right.aggregate';

const given = specify(liaisonRight);
const units: PostUnits = new Map([
  ['district', { kind: 'projectDistrict', closed: false, ancestorIds: ['company'], actsFor: 'district' }],
  ['labour-centre', { kind: 'department', closed: false, ancestorIds: ['company'], actsFor: 'company' }],
  ['other-company', { kind: 'company', closed: false, ancestorIds: [], actsFor: 'other-company' }],
]);
const circumstances = {
  service: {
    level: 'district' as const,
    unitId: 'district',
    managingUnitIds: ['labour-centre', 'party-organization'],
    onDutyFrom: day('2026-03-05'),
    endsOn: null,
  },
  role: {
    rights: { statedCount: 6, items: [{ itemId: 'make-proposals', text: '劳务队伍管理建言献策' }] },
    duties: { items: [] },
    obligations: { items: [] },
    workKinds: { items: [] },
  },
  units,
};
const proposal: UseLiaisonRight = {
  useId: 'u-1',
  officerId: 'p-1',
  rightId: 'make-proposals',
  form: 'proposal',
  subject: '统一劳务驻地标准',
  proposedTo: { unitId: 'labour-centre', answerDueOn: day('2026-10-31') },
  evidence: [],
  usedOn: day('2026-10-12'),
};
const { proposedTo: _address, ...withoutAddress } = proposal;
const use = (data: UseLiaisonRight = proposal) => ({ type: 'UseLiaisonRight' as const, data, circumstances });
const used = (data: UseLiaisonRight = proposal): LiaisonRightEvent => ({
  type: 'LiaisonRightUsed',
  data: { ...data, postUnitId: 'district' },
});
const reply: AnswerLiaisonProposal = {
  useId: 'u-1',
  outcome: 'adopted',
  answer: '已列入明年计划',
  answeredOn: day('2026-10-20'),
};
const answer = (other: Partial<AnswerLiaisonProposal> = {}) => ({
  type: 'AnswerLiaisonProposal' as const,
  data: { ...reply, ...other },
});
const answered = (other: Partial<AnswerLiaisonProposal> = {}): LiaisonRightEvent => ({
  type: 'LiaisonProposalAnswered',
  data: { ...reply, ...other },
});

describe('A right of a liaison post', () => {
  it('is used, and the use is logged (JX-37)', () => given().when(use()).then(used()));
  it('is one of the role definition in force (JX-37)', () =>
    given()
      .when(use({ ...proposal, rightId: 'seventh' }))
      .thenRefused('organization.liaisonRight.rightNotDefined', { rightId: 'seventh' }));
  it('is used on duty: on the first day, and not on the day before', () => {
    const first = { ...proposal, usedOn: day('2026-03-05') };
    given().when(use(first)).then(used(first));
    given()
      .when(use({ ...proposal, usedOn: day('2026-03-04') }))
      .thenRefused('organization.liaisonRight.notOnDuty', { on: '2026-03-04' });
    given()
      .when(use({ ...proposal, usedOn: day('2026-11-21') }))
      .thenRefused('organization.liaisonRight.dayInFuture');
  });
  it('is logged once under an id', () => {
    given(used()).when(use()).thenNothing();
    given(used())
      .when(use({ ...proposal, subject: '另一建议' }))
      .thenRefused('organization.liaisonRight.useDiffers');
  });
});

describe('A proposal of a liaison officer', () => {
  it('names who is to answer, and by when; nothing else does (JX-37)', () => {
    given().when(use(withoutAddress)).thenRefused('organization.liaisonRight.addressMissing');
    given()
      .when(use({ ...proposal, form: 'hearing' }))
      .thenRefused('organization.liaisonRight.addressNotAsked');
    given()
      .when(use({ ...withoutAddress, form: 'hearing' }))
      .then(used({ ...withoutAddress, form: 'hearing' }));
  });
  it('is made to a superior of the post (JX-37)', () =>
    given()
      .when(use({ ...proposal, proposedTo: { ...proposal.proposedTo!, unitId: 'other-company' } }))
      .thenRefused('organization.liaisonPost.notAbove'));
  it('can ask for an answer on the same day, and not on the day before', () => {
    const due = (answerDueOn: string) => ({
      ...proposal,
      proposedTo: { unitId: 'labour-centre', answerDueOn: day(answerDueOn) },
    });
    given()
      .when(use(due('2026-10-12')))
      .then(used(due('2026-10-12')));
    given()
      .when(use(due('2026-10-11')))
      .thenRefused('organization.liaisonRight.answerDueTooEarly');
  });
  it('is answered once, late or not, by the unit that it was made to (JX-37)', () => {
    given(used()).when(answer()).then(answered());
    given(used())
      .when(answer({ answeredOn: day('2026-11-20') }))
      .then(answered({ answeredOn: day('2026-11-20') }));
    given(used(), answered()).when(answer()).thenNothing();
    given(used(), answered())
      .when(answer({ outcome: 'declined' }))
      .thenRefused('organization.liaisonRight.answerDiffers');
    const state = liaisonRight.evolve(liaisonRight.initialState, used());
    expect(liaisonRightAggregate.reach(answer(), state)).toEqual(['labour-centre']);
  });
  it('is answered on the day it was made at the earliest', () => {
    given(used())
      .when(answer({ answeredOn: day('2026-10-12') }))
      .then(answered({ answeredOn: day('2026-10-12') }));
    given(used())
      .when(answer({ answeredOn: day('2026-10-11') }))
      .thenRefused('organization.liaisonRight.answerTooEarly', { usedOn: '2026-10-12' });
  });
  it('is there to be answered: a hearing is not', () => {
    given().when(answer()).thenRefused('organization.liaisonRight.notProposed');
    given(used({ ...withoutAddress, form: 'hearing' }))
      .when(answer())
      .thenRefused('organization.liaisonRight.notProposed');
  });
});
