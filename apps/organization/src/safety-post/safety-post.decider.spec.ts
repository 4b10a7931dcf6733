import type { AppointSafetyPost, RecordHazard, RewardHazard, SafetyPostEvent } from '@gongyou/contracts';
import { day, fen } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { safetyPostAggregate } from './safety-post.aggregate';
import { safetyPost, type SafetyPostWish } from './safety-post.decider';

const given = specify(safetyPost);
const postId = 'watch-1';
const appointment: AppointSafetyPost = {
  ...{ postId, unitId: 'rebar', kind: 'massSafetyMonitor', workerId: 'w-1', appointedOn: day('2026-11-02') },
};
const appoint = (change: Partial<AppointSafetyPost> = {}, isOpenCrew = true): SafetyPostWish => ({
  ...{ type: 'AppointSafetyPost', data: { ...appointment, ...change }, isOpenCrew },
});
const appointed: SafetyPostEvent = { type: 'SafetyPostAppointed', data: appointment };
const hazard: RecordHazard = {
  ...{ postId, hazardId: 'h-1', kind: 'fallFromHeight', place: '3 号墩临边', foundOn: day('2026-11-10') },
};
const find = (change: Partial<RecordHazard> = {}): SafetyPostWish => ({
  ...{ type: 'RecordHazard', data: { ...hazard, ...change } },
});
const found = (change: Partial<RecordHazard> = {}): SafetyPostEvent => ({
  type: 'HazardFound',
  data: { ...hazard, unitId: 'rebar', foundBy: 'massSafetyMonitor', ...change },
});
const ending = (endedOn: string) => ({ postId, endedOn: day(endedOn), reason: '调岗' });
const end = (endedOn: string): SafetyPostWish => ({ type: 'EndSafetyPost', data: ending(endedOn) });
const ended = (endedOn: string): SafetyPostEvent => ({ type: 'SafetyPostEnded', data: ending(endedOn) });
const remedyOn = (remediedOn: string) => ({ postId, hazardId: 'h-1', remediedOn: day(remediedOn) });
const remedy = (on: string): SafetyPostWish => ({ type: 'ConfirmHazardRemedy', data: remedyOn(on) });
const rewardOf = (change: Partial<RewardHazard> = {}): RewardHazard => ({
  ...{ postId, hazardId: 'h-1', reward: 'money', paidFen: fen(5_000), rewardedOn: day('2026-11-12') },
  ...change,
});
const reward = (change: Partial<RewardHazard> = {}): SafetyPostWish => ({
  type: 'RewardHazard',
  data: rewardOf(change),
});
const rewarded: SafetyPostEvent = { type: 'HazardRewarded', data: rewardOf() };

describe('A safety post', () => {
  it('is filled for a crew by one of its workers (JX-49d)', () => {
    given().when(appoint()).then(appointed);
    given(appointed).when(appoint()).thenNothing();
    given(appointed)
      .when(appoint({ kind: 'youthSafetyPost' }))
      .thenRefused('organization.safetyPost.alreadyAppointed');
  });
  it('is a post of an open crew (JX-49d)', () =>
    given().when(appoint({}, false)).thenRefused('organization.safetyPost.notACrew', { unitId: 'rebar' }));
  it('is not filled ahead', () =>
    given()
      .when(appoint({ appointedOn: day('2026-11-21') }))
      .thenRefused('organization.entryDay.inFuture'));
  it('ends once, not before it began and not before its last hazard', () => {
    given(appointed).when(end('2026-11-02')).then(ended('2026-11-02'));
    given(appointed).when(end('2026-11-01')).thenRefused('organization.entryDay.beforeEarlier');
    given(appointed, found()).when(end('2026-11-10')).then(ended('2026-11-10'));
    given(appointed, found()).when(end('2026-11-09')).thenRefused('organization.safetyPost.hazardAfterwards');
    given(appointed, ended('2026-11-15')).when(end('2026-11-15')).thenNothing();
    given(appointed, ended('2026-11-15')).when(end('2026-11-16')).thenRefused('organization.safetyPost.endedOtherwise');
  });
  it('must exist', () => given().when(find()).thenRefused('organization.safetyPost.unknown'));
  it('is reached through its crew', () => {
    const { reach, organizationOf } = safetyPostAggregate;
    const state = safetyPost.evolve(safetyPost.initialState, appointed);
    expect([reach(appoint(), safetyPost.initialState), reach(find(), state)]).toEqual([['rebar'], ['rebar']]);
    expect(reach(find(), safetyPost.initialState)).toEqual([]);
    expect(() => organizationOf(find(), safetyPost.initialState)).toThrow('never filled');
  });
});

describe('A hazard that a safety post finds', () => {
  it('is recorded by kind, with crew and post, once (JX-49d)', () => {
    given(appointed).when(find()).then(found());
    given(appointed, found()).when(find()).thenNothing();
    given(appointed, found())
      .when(find({ kind: 'fire' }))
      .thenRefused('organization.safetyPost.hazardDiffers');
  });
  it.each([
    ['2026-11-01', false],
    ['2026-11-02', true],
    ['2026-11-15', true],
    ['2026-11-16', false],
  ])('on %s, of a post held from 2 to 15 November: %s (JX-49d)', (foundOn, held) => {
    const story = given(appointed, ended('2026-11-15')).when(find({ foundOn: day(foundOn) }));
    if (held) story.then(found({ foundOn: day(foundOn) }));
    else story.thenRefused('organization.safetyPost.notHeld', { on: foundOn });
  });
  it('is put right once, on the day it was found or after', () => {
    given(appointed, found())
      .when(remedy('2026-11-10'))
      .then({ type: 'HazardRemedied', data: remedyOn('2026-11-10') });
    given(appointed, found()).when(remedy('2026-11-09')).thenRefused('organization.entryDay.beforeEarlier');
    given(appointed, found(), { type: 'HazardRemedied', data: remedyOn('2026-11-10') })
      .when(remedy('2026-11-11'))
      .thenNothing();
    given(appointed).when(remedy('2026-11-10')).thenRefused('organization.safetyPost.hazardUnknown');
  });
  it('is rewarded once (JX-49d)', () => {
    given(appointed, found()).when(reward()).then(rewarded);
    given(appointed, found(), rewarded).when(reward()).thenNothing();
    given(appointed, found(), rewarded)
      .when(reward({ paidFen: fen(6_000) }))
      .thenRefused('organization.safetyPost.alreadyRewarded');
  });
  it('is rewarded in money with a sum, and otherwise without', () => {
    for (const change of [{ paidFen: fen(0) }, { reward: 'points' }] as const)
      given(appointed, found()).when(reward(change)).thenRefused('organization.safetyPost.moneyWithoutSum');
    const { paidFen: _paidFen, ...points } = rewardOf({ reward: 'points' });
    given(appointed, found())
      .when({ type: 'RewardHazard', data: points })
      .then({ type: 'HazardRewarded', data: points });
  });
});
