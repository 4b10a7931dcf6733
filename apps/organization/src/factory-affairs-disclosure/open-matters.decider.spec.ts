import type { OpenMatter, OpenMattersEvent, PublishOpenMatters } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { mattersInForce, openMatters } from './open-matters.decider';

const given = specify(openMatters);
const wages: OpenMatter = { matterId: 'wages', title: '工资发放', everyMonths: 1 };
const insurance: OpenMatter = { matterId: 'insurance', title: '社保缴纳', everyMonths: 3 };
const list = (effectiveOn: string, ...matters: OpenMatter[]): PublishOpenMatters => ({
  ...{ unitId: 'haimen', basis: '公开事项目录', matters },
  effectiveOn: day(effectiveOn),
});
const publish = (...of: Parameters<typeof list>) => ({ type: 'PublishOpenMatters', data: list(...of) }) as const;
const published = (...of: Parameters<typeof list>): OpenMattersEvent => ({
  type: 'OpenMattersPublished',
  data: list(...of),
});

describe('The matters that must be open (HM-04g)', () => {
  it('HM-04g: are a list with its document, from a day on, one after the other', () => {
    given().when(publish('2026-01-01', wages)).then(published('2026-01-01', wages));
    given(published('2026-01-01', wages)).when(publish('2026-01-01', wages)).thenNothing();
    given(published('2026-01-01', wages))
      .when(publish('2026-01-02', insurance))
      .then(published('2026-01-02', insurance));
    given(published('2026-01-01', wages))
      .when(publish('2026-01-01', insurance))
      .thenRefused('organization.openMatters.effectiveTooEarly');
  });
  it('hold each matter once', () =>
    given()
      .when(publish('2026-01-01', wages, { ...insurance, matterId: 'wages' }))
      .thenRefused('organization.openMatters.matterRepeated', { matterId: 'wages' }));
  it('are those of the list that took effect last by the day', () => {
    const state = { lists: [list('2026-01-01', wages), list('2026-06-01', insurance)] };
    expect(mattersInForce(state, day('2025-12-31'))).toBeUndefined();
    expect(mattersInForce(state, day('2026-05-31'))?.matters).toEqual([wages]);
    expect(mattersInForce(state, day('2026-06-01'))?.matters).toEqual([insurance]);
  });
});
