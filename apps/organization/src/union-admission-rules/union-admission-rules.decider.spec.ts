import { type PublishUnionAdmissionRules, type UnionAdmissionRulesEvent } from '@gongyou/contracts';
import { type Day, day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { rulesInForce, unionAdmissionRules } from './union-admission-rules.decider';

const given = specify(unionAdmissionRules);

const rules = (changes: Partial<PublishUnionAdmissionRules> = {}): PublishUnionAdmissionRules => ({
  unitId: 'cccc',
  version: 1,
  basis: [
    { documentNumber: '总工发〔2021〕12号', title: '关于推进新就业形态劳动者入会工作的若干意见（试行）' },
    { documentNumber: '中交党办发〔2022〕80号', title: '关于加快培育新时代中交产业工人队伍的指导意见' },
  ],
  categories: [{ categoryId: 'lorry-driver', name: '货车司机', employmentForm: 'platform' }],
  steps: [
    { stepId: 'consent', text: '本人自愿申请' },
    { stepId: 'ceremony', text: '集体入会仪式，发放会员证' },
  ],
  inForceFrom: day('2023-01-01'),
  ...changes,
});
const publish = (changes: Partial<PublishUnionAdmissionRules> = {}) => ({
  type: 'PublishUnionAdmissionRules' as const,
  data: rules(changes),
});
const published = (changes: Partial<PublishUnionAdmissionRules> = {}): UnionAdmissionRulesEvent => ({
  type: 'UnionAdmissionRulesPublished',
  data: rules(changes),
});
const second = { version: 2, inForceFrom: day('2026-01-01') };

describe('The rules of union admission (CC-12d)', () => {
  it('cite the two documents, and set up the categories of new forms and the steps', () =>
    given().when(publish()).then(published()));
  it('rest on 总工发〔2021〕12号', () =>
    given()
      .when(publish({ basis: rules().basis.slice(1) }))
      .thenRefused('organization.unionAdmissionRules.basisMissing', { documentNumber: '总工发〔2021〕12号' }));
  it('come in versions, one after the other, each told once', () => {
    given(published()).when(publish(second)).then(published(second));
    given(published()).when(publish()).thenNothing();
    given(published())
      .when(publish({ steps: rules().steps.slice(1) }))
      .thenRefused('organization.unionAdmissionRules.publishedOtherwise', { version: 1 });
    given(published())
      .when(publish({ ...second, version: 3 }))
      .thenRefused('organization.unionAdmissionRules.notTheNextVersion', { next: 2 });
  });
  it('are in force from a later day than the version before: the day after, not the same', () => {
    const dayAfter = { ...second, inForceFrom: day('2023-01-02') };
    given(published()).when(publish(dayAfter)).then(published(dayAfter));
    given(published())
      .when(publish({ ...second, inForceFrom: day('2023-01-01') }))
      .thenRefused('organization.unionAdmissionRules.inForceBeforeLast', { lastFrom: '2023-01-01' });
  });
  it('name each category and each step once', () =>
    given()
      .when(publish({ steps: [...rules().steps, { stepId: 'consent', text: '再次确认' }] }))
      .thenRefused('organization.unionAdmissionRules.namedTwice', { id: 'consent' }));
  it('are those of the day', () => {
    const state = { versions: [rules(), rules(second)] };
    const versionOn = (on: string) => rulesInForce(state, on as Day)?.version;
    expect(['2022-12-31', '2023-01-01', '2025-12-31', '2026-01-01'].map(versionOn)).toEqual([undefined, 1, 1, 2]);
  });
});
