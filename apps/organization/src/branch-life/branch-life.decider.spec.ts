import type { BranchLifeEvent, RecordBranchLife } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { branchLife, type BranchLifeWish } from './branch-life.decider';

const given = specify(branchLife);
const entry: RecordBranchLife = {
  recordId: 'r-1',
  partyOrganizationId: 'bay-branch',
  kind: 'themeDay',
  heldOn: '2026-10-20' as Day,
  subject: '主题党日',
  present: 10,
  crewIds: ['rebar-crew'],
};
const branch = { unitId: 'bay-bridge', hasCommittee: true };
const record = (changed: Partial<RecordBranchLife> = {}, by: typeof branch | undefined = branch): BranchLifeWish => ({
  type: 'RecordBranchLife',
  data: { ...entry, ...changed },
  branch: by,
});
const recorded = (changed: Partial<RecordBranchLife> = {}): BranchLifeEvent => ({
  type: 'BranchLifeRecorded',
  data: { ...entry, ...changed, unitId: 'bay-bridge' },
});
const reason = '漏计一人';
const correct = (changed: Partial<RecordBranchLife>): BranchLifeWish => ({
  type: 'CorrectBranchLife',
  data: { ...entry, ...changed, reason },
});
const corrected: BranchLifeEvent = { type: 'BranchLifeCorrected', data: { ...entry, present: 11, reason } };
const withdraw: BranchLifeWish = { type: 'WithdrawBranchLife', data: { recordId: 'r-1', reason } };
const withdrawn: BranchLifeEvent = { type: 'BranchLifeWithdrawn', data: { recordId: 'r-1', reason } };

describe('The ledger of branch life', () => {
  it('takes what was held, with the crews that took part, once (HM-02g, WZ-19b, QD-11)', () => {
    given().when(record()).then(recorded());
    given(recorded()).when(record()).thenNothing();
    given(recorded(), corrected).when(record()).thenNothing();
    given(recorded())
      .when(record({ present: 11 }))
      .thenRefused('organization.branchLife.alreadyRecorded');
  });
  it('takes nothing of an organization that is not there, nor of a day to come', () => {
    given().when({ type: 'RecordBranchLife', data: entry }).thenRefused('organization.branchLife.branchMissing');
    given()
      .when(record({ heldOn: '2026-11-21' as Day }))
      .thenRefused('organization.entryDay.inFuture');
  });
  it('takes a meeting of the committee where there is one (PO-02, PO-04)', () => {
    const meeting = { kind: 'committeeMeeting' as const };
    given().when(record(meeting)).then(recorded(meeting));
    given()
      .when(record(meeting, { ...branch, hasCommittee: false }))
      .thenRefused('organization.branchLife.noCommittee');
  });
  it('takes a lecture with the post of the lecturer, and training with its hours (WZ-15d, PO-07)', () => {
    given()
      .when(record({ kind: 'partyLecture' }))
      .thenRefused('organization.branchLife.lecturerMissing');
    const lecture = { kind: 'partyLecture', lecturer: 'secretary', ratingPercent: 92 } as const;
    given().when(record(lecture)).then(recorded(lecture));
    given()
      .when(record({ kind: 'training' }))
      .thenRefused('organization.branchLife.classHoursMissing');
  });
  it('names who gave a lecture, and nobody of any other meeting (WZ-15d)', () => {
    const lecture = { kind: 'partyLecture', lecturer: 'secretary', lecturerId: 'member-4c1d' } as const;
    given().when(record(lecture)).then(recorded(lecture));
    given()
      .when(record({ lecturerId: 'member-4c1d' }))
      .thenRefused('organization.branchLife.lecturerOfNoLecture');
  });
  it('can serve a crew-building task, with the crews that took part (QD-11)', () => {
    const served = { kind: 'activity', crewTaskId: 'qd-crew-2026-08' } as const;
    given().when(record(served)).then(recorded(served));
    given()
      .when(record({ ...served, crewIds: [] }))
      .thenRefused('organization.branchLife.crewsMissing');
  });
  it('is put right by another entry, with the reason (WZ-19b)', () => {
    given(recorded())
      .when(correct({ present: 11 }))
      .then(corrected);
    given(recorded(), corrected)
      .when(correct({ present: 11 }))
      .thenNothing();
    given(recorded())
      .when(correct({ partyOrganizationId: 'other-branch' }))
      .thenRefused('organization.branchLife.anotherBranch');
    given()
      .when(correct({ present: 11 }))
      .thenRefused('organization.branchLife.unknown');
  });
  it('has an entry withdrawn that was never held, and once (WZ-19b)', () => {
    given(recorded()).when(withdraw).then(withdrawn);
    given(recorded(), withdrawn).when(withdraw).thenNothing();
    given(recorded(), withdrawn)
      .when(correct({ present: 11 }))
      .thenRefused('organization.branchLife.withdrawn');
    given().when(withdraw).thenRefused('organization.branchLife.unknown');
  });
});
