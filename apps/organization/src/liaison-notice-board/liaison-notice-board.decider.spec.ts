import type { LiaisonNoticeBoardEvent } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import type { LiaisonOfficerState, OnDuty } from '../liaison-officer/liaison-officer.state';
import { liaisonNoticeBoard } from './liaison-notice-board.decider';
import { inBoardOrder, publishedProfile } from './published-profiles';

const given = specify(liaisonNoticeBoard);
const posting = (postedOn: string) => ({
  unitId: 'project',
  evidence: { fileName: '公示牌.jpg', sha256: 'ab'.repeat(32) },
  postedOn: day(postedOn),
});
const posted = (postedOn: string): LiaisonNoticeBoardEvent => ({
  type: 'LiaisonNoticeBoardPosted',
  data: posting(postedOn),
});
const confirm = (postedOn: string) => ({ type: 'ConfirmLiaisonBoardPosting' as const, data: posting(postedOn) });

describe('The posting of a notice board', () => {
  it('is confirmed with day and photo (JX-12b)', () => given().when(confirm('2026-11-20')).then(posted('2026-11-20')));
  it('is not confirmed ahead', () =>
    given().when(confirm('2026-11-21')).thenRefused('organization.liaisonNoticeBoard.dayInFuture'));
  it('is confirmed once, and anew for each new print', () => {
    given(posted('2026-11-10')).when(confirm('2026-11-10')).thenNothing();
    given(posted('2026-11-10')).when(confirm('2026-11-11')).then(posted('2026-11-11'));
    given(posted('2026-11-10'))
      .when(confirm('2026-11-09'))
      .thenRefused('organization.liaisonNoticeBoard.beforeLastPosting');
  });
});

describe('A public profile', () => {
  const evidence = { fileName: '同意书.pdf', sha256: 'ab'.repeat(32) };
  const onDuty: OnDuty = {
    stage: 'onDuty',
    nomination: {
      officerId: 'p-1',
      level: 'project',
      mode: 'partTime',
      unitId: 'project',
      scores: [],
      nominatedOn: day('2026-03-01'),
    },
    appointment: {
      officerId: 'p-1',
      dispatchingUnitId: 'personnel',
      managingUnitIds: ['a', 'b'],
      definedByUnitId: 'company',
      definitionVersion: 1,
      effectiveOn: day('2026-03-01'),
      obligationsAcceptedOn: day('2026-03-01'),
    },
    termEndsOn: null,
    trained: new Map(),
    courses: new Map(),
    profile: {
      officerId: 'p-1',
      publicationId: 'first',
      name: 'sealed:v1:abc',
      phone: 'sealed:v1:def',
      consent: evidence,
      consentedOn: day('2026-03-05'),
    },
    publicationIds: new Set(['first']),
    armbandNumber: null,
    onDutyFrom: day('2026-03-05'),
  };
  const shown = (state: LiaisonOfficerState, today = day('2026-11-20')) => publishedProfile('p-1', state, today);

  it('is shown of an officer on duty who consented (JX-11)', () =>
    expect(shown(onDuty)).toEqual({
      officerId: 'p-1',
      level: 'project',
      unitId: 'project',
      publicationId: 'first',
      name: 'sealed:v1:abc',
      phone: 'sealed:v1:def',
    }));
  it('is not shown before duty, without consent, or after the relief (JX-11)', () => {
    const { onDutyFrom: _from, ...holder } = onDuty;
    expect(shown({ ...holder, stage: 'appointed' })).toBeUndefined();
    expect(shown({ ...onDuty, profile: null })).toBeUndefined();
    const relieved = { ...onDuty, stage: 'relieved', relievedOn: day('2026-11-18') } as const;
    expect(shown(relieved)).toBeUndefined();
  });
  it('is shown on the last day of the term, and not on the next (JX-11)', () => {
    const forATerm = { ...onDuty, termEndsOn: day('2026-11-20') };
    expect(shown(forATerm)).toBeDefined();
    expect(shown(forATerm, day('2026-11-21'))).toBeUndefined();
  });
  it('is never shown from the clear: what was stored unsealed is a defect', () =>
    expect(() => shown({ ...onDuty, profile: { ...onDuty.profile!, phone: '138 0000 5678' } })).toThrow('sealed'));
  it('stands on the board by level, then by unit (JX-12b)', () => {
    const profile = shown(onDuty)!;
    const some = [
      { ...profile, level: 'crew', unitId: 'a' } as const,
      { ...profile, level: 'district', unitId: 'z' } as const,
      { ...profile, level: 'crew', unitId: 'b' } as const,
      profile,
    ];
    expect(some.sort(inBoardOrder).map(({ level, unitId }) => `${level} ${unitId}`)).toEqual([
      'district z',
      'project project',
      'crew a',
      'crew b',
    ]);
  });
});
