import type { OversightFindingEvent } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { oversightFinding, type OversightFindingWish } from './oversight-finding.decider';

const given = specify(oversightFinding);
const refused = (rule: string) => `organization.oversightFinding.${rule}`;
const evidence = [{ fileName: '记录.pdf', sha256: 'a'.repeat(64) }];
const finding = {
  ...{
    findingId: 'heat',
    unitId: 'steel',
    body: 'labourProtection' as const,
    subject: '高温防护',
    finding: '风机停用',
  },
  ...{ evidence, foundOn: day('2026-07-08') },
};
const record = (changed: Partial<typeof finding> = {}, isOpenEnterprise = true): OversightFindingWish => ({
  type: 'RecordOversightFinding',
  data: { ...finding, ...changed },
  isOpenEnterprise,
});
const recorded: OversightFindingEvent = { type: 'OversightFindingRecorded', data: finding };
const measure = (answeredOn = '2026-07-11') => ({
  ...{ findingId: 'heat', measure: '风机已修复', evidence },
  answeredOn: day(answeredOn),
});
const answer = (answeredOn?: string): OversightFindingWish => ({
  type: 'AnswerOversightFinding',
  data: measure(answeredOn),
});
const answered: OversightFindingEvent = { type: 'OversightFindingAnswered', data: measure() };

describe('A finding of the employees’ oversight (HM-04h)', () => {
  it('HM-04h: is recorded once, of an open enterprise', () => {
    given().when(record()).then(recorded);
    given(recorded).when(record()).thenNothing();
    given(recorded)
      .when(record({ subject: '照明' }))
      .thenRefused(refused('recordedOtherwise'));
    given().when(record({}, false)).thenRefused(refused('notAnOpenEnterprise'));
  });
  it('is answered once, on the day it was found at the earliest', () => {
    given(recorded).when(answer()).then(answered);
    given(recorded, answered).when(answer()).thenNothing();
    given(recorded, answered).when(answer('2026-07-12')).thenRefused(refused('answeredOtherwise'));
    given(recorded).when(answer('2026-07-07')).thenRefused('organization.entryDay.beforeEarlier');
    given().when(answer()).thenRefused(refused('unknown'));
  });
});
