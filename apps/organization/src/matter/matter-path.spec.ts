import type { UnitKind } from '@gongyou/contracts';
import { matterPath } from './matter-path';

const path = (...kinds: UnitKind[]) =>
  matterPath(kinds.map((kind, index) => ({ kind, unitId: `${kind}-${index}` }))).map(
    ({ level, unitId }) => `${level} ${unitId}`,
  );

describe('The way of a matter (JX-14)', () => {
  it('leads from the crew over project and district to the company', () =>
    expect(path('crew', 'project', 'projectDistrict', 'company', 'group')).toEqual([
      'crew crew-0',
      'project project-1',
      'district projectDistrict-2',
      'company company-3',
    ]));
  it('begins with the labour team where the team itself asks', () =>
    expect(path('labourSubcontractor', 'project', 'company')[0]).toBe('crew labourSubcontractor-0'));
  it('passes over departments, over the team around a crew, and over a level that the tree does not have', () =>
    expect(path('crew', 'labourSubcontractor', 'department', 'project', 'group')).toEqual([
      'crew crew-0',
      'project project-3',
      'company group-4',
    ]));
  it('has no beginning below a project', () => expect(path('project', 'company')[0]).toBe('project project-0'));
});
