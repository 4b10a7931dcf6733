import { checked, ContractViolation } from '../check';
import { Programme, programmeMaxBytes, type ProgrammeTarget } from './programme';
import { programmeFaults } from './programme-faults';

const both = (text: string) => ({ zh: text, en: text });

/** Two measures, three departments, a duty: nothing in it is at fault. */
const sound = (): Programme =>
  checked(Programme, {
    programmeId: 'harbour-crews',
    title: both('t'),
    issuer: both('i'),
    basisDocuments: [],
    leadingBody: {
      kind: 'leadingGroup',
      name: both('n'),
      posts: [],
      members: ['board', 'union'],
      officeDepartmentId: 'union',
    },
    departments: ['board', 'union', 'training'].map((departmentId) => ({ departmentId, name: both(departmentId) })),
    parts: ['skills', 'rights'].map((partId) => ({ partId, title: both(partId) })),
    items: [{ provisionId: 'HC-0', kind: 'task', text: both('0') }],
    measures: [
      {
        measureId: 'hc-1',
        number: 1,
        partId: 'skills',
        title: both('1'),
        keyPoints: both('1'),
        leadDepartmentIds: ['training'],
        cooperatingDepartmentIds: ['union', 'board'],
        provisionIds: ['HC-1a', 'HC-1b', 'HC-1c', 'HC-1d'],
        items: [
          { provisionId: 'HC-1a', kind: 'measure', text: both('a') },
          { provisionId: 'HC-1b', withinProvisionId: 'HC-1a', kind: 'task', text: both('b') },
          {
            provisionId: 'HC-1c',
            withinProvisionId: 'HC-1b',
            kind: 'rhythm',
            text: both('c'),
            target: {
              indicator: 'meetings',
              op: '>=',
              value: 1,
              unit: 'times',
              period: 'quarter',
              stated: 'frequency',
            },
          },
        ],
      },
      {
        measureId: 'hc-2',
        number: 1,
        partId: 'rights',
        title: both('2'),
        keyPoints: both('2'),
        leadDepartmentIds: [],
        cooperatingDepartmentIds: [],
        provisionIds: ['HC-2a'],
        items: [
          {
            provisionId: 'HC-2a',
            kind: 'ratio',
            text: both('a'),
            target: { indicator: 'share', op: '>=', value: 5, unit: 'perMille', stated: 'number', basisPoints: 50 },
          },
        ],
      },
    ],
    duties: [
      {
        dutyId: 'd-1',
        provisionId: 'HC-1c',
        measureId: 'hc-1',
        title: both('d'),
        period: 'quarter',
        evidence: both('e'),
      },
    ],
  });

/** The faults after a change, as `path code`. */
const faultsAfter = (change: (programme: Programme) => void): string[] => {
  const programme = sound();
  change(programme);
  return programmeFaults(programme).map(({ path, code }) => `${path} ${code.split('.')[2]}`);
};

const target = (programme: Programme): ProgrammeTarget => programme.measures[1]!.items[0]!.target!;

describe('A programme', () => {
  it('that holds together has no fault', () => expect(programmeFaults(sound())).toEqual([]));

  it('may leave a leading body out, and then needs no name', () =>
    expect(faultsAfter(({ leadingBody }) => Object.assign(leadingBody, { kind: 'none', name: undefined }))).toEqual(
      [],
    ));

  it('numbers its measures anew in each part, and there each number once', () =>
    expect(faultsAfter(({ measures }) => (measures[1]!.partId = 'skills'))).toEqual([
      'measures[1].number repeatedMeasureNumber',
    ]));

  it.each<[string, (programme: Programme) => unknown, string[]]>([
    [
      'a department twice',
      (p) => p.departments.push(p.departments[0]!),
      ['departments[3].departmentId repeatedDepartment'],
    ],
    ['a part twice', (p) => p.parts.push(p.parts[0]!), ['parts[2].partId repeatedPart']],
    ['a measure twice', (p) => (p.measures[1]!.measureId = 'hc-1'), ['measures[1].measureId repeatedMeasure']],
    ['a duty twice', (p) => p.duties.push(p.duties[0]!), ['duties[1].dutyId repeatedDuty']],
    [
      'a provision in two measures',
      (p) => p.measures[1]!.provisionIds.push('HC-1d'),
      ['measures[1].provisionIds[1] repeatedProvision'],
    ],
    [
      'a provision of a measure among those of the whole',
      (p) => p.measures[1]!.provisionIds.push('HC-0'),
      ['measures[1].provisionIds[1] repeatedProvision'],
    ],
    [
      'an item twice',
      (p) => p.measures[1]!.items.push(p.measures[1]!.items[0]!),
      ['measures[1].items[1].provisionId repeatedItem'],
    ],
    [
      'an unknown lead department',
      (p) => p.measures[0]!.leadDepartmentIds.push('nobody'),
      ['measures[0].leadDepartmentIds[1] unknownDepartment'],
    ],
    [
      'an unknown cooperating department',
      (p) => p.measures[0]!.cooperatingDepartmentIds.push('nobody'),
      ['measures[0].cooperatingDepartmentIds[2] unknownDepartment'],
    ],
    ['an unknown member', (p) => p.leadingBody.members.push('nobody'), ['leadingBody.members[2] unknownDepartment']],
    [
      'an unknown office',
      (p) => (p.leadingBody.officeDepartmentId = 'nobody'),
      ['leadingBody.officeDepartmentId unknownDepartment'],
    ],
    ['a leading body without a name', (p) => delete p.leadingBody.name, ['leadingBody leadingBodyUnnamed']],
    [
      'a department named twice in a row',
      (p) => p.measures[0]!.leadDepartmentIds.push('training'),
      ['measures[0].leadDepartmentIds[1] repeatedMention'],
    ],
    [
      'a department that leads and cooperates',
      (p) => p.measures[0]!.cooperatingDepartmentIds.push('training'),
      ['measures[0].cooperatingDepartmentIds[2] leadAlsoCooperates'],
    ],
    ['an unknown part', (p) => (p.measures[0]!.partId = 'nowhere'), ['measures[0].partId unknownPart']],
    [
      'an item that its measure does not list',
      (p) => p.measures[1]!.items.push({ provisionId: 'HC-9', kind: 'task', text: both('9') }),
      ['measures[1].items[1].provisionId unknownProvision'],
    ],
    [
      'an item within a provision that is nowhere',
      (p) => (p.measures[0]!.items[1]!.withinProvisionId = 'HC-9'),
      ['measures[0].items[1].withinProvisionId unknownProvision'],
    ],
    [
      'an item within one of another measure',
      (p) => (p.measures[0]!.items[1]!.withinProvisionId = 'HC-2a'),
      ['measures[0].items[1].withinProvisionId withinAnotherMeasure'],
    ],
    [
      'an item within itself',
      (p) => (p.measures[0]!.items[0]!.withinProvisionId = 'HC-1a'),
      ['measures[0].items[0].withinProvisionId provisionCycle'],
    ],
    [
      'a circle of two below an item that is not in it',
      (p) => (p.measures[0]!.items[1]!.withinProvisionId = 'HC-1c'),
      ['measures[0].items[1].withinProvisionId provisionCycle'],
    ],
    [
      'a target without the value it needs',
      (p) => delete target(p).value,
      ['measures[1].items[0].target valueMissing'],
    ],
    [
      'a value where the period before is the measure',
      (p) => (target(p).op = 'increase'),
      ['measures[1].items[0].target.value valueNotWanted'],
    ],
    [
      'basis points one off',
      (p) => (target(p).basisPoints = 51),
      ['measures[1].items[0].target.basisPoints basisPointsDiffer'],
    ],
    [
      'basis points of something that is no share',
      (p) => (target(p).unit = 'times'),
      ['measures[1].items[0].target.basisPoints basisPointsNotWanted'],
    ],
    [
      'basis points of a unit named like a property of every object',
      (p) => (target(p).unit = 'constructor'),
      ['measures[1].items[0].target.basisPoints basisPointsNotWanted'],
    ],
    ['a duty of an unknown measure', (p) => (p.duties[0]!.measureId = 'hc-9'), ['duties[0].measureId unknownMeasure']],
    [
      'a duty on a provision of another measure',
      (p) => (p.duties[0]!.measureId = 'hc-2'),
      ['duties[0].provisionId dutyOutsideMeasure'],
    ],
    [
      'a duty on a provision that has no item',
      (p) => (p.duties[0]!.provisionId = 'HC-1d'),
      ['duties[0].provisionId dutyOutsideMeasure'],
    ],
    [
      'a duty more seldom than its target',
      (p) => (p.duties[0]!.period = 'year'),
      ['duties[0].period dutyPeriodDiffers'],
    ],
  ])('is at fault with %s', (_, change, expected) => {
    expect(faultsAfter((programme) => void change(programme))).toEqual(expected);
  });

  it('shows a circle once, the way it runs', () => {
    const programme = sound();
    programme.measures[0]!.items[0]!.withinProvisionId = 'HC-1c';
    expect(programmeFaults(programme)).toEqual([
      {
        code: 'supervision.programme.provisionCycle',
        path: 'measures[0].items[0].withinProvisionId',
        detail: { cycle: 'HC-1a → HC-1c → HC-1b → HC-1a' },
        zh: '条款层级成环：HC-1a → HC-1c → HC-1b → HC-1a',
        en: 'Provisions are within one another in a circle: HC-1a → HC-1c → HC-1b → HC-1a.',
      },
    ]);
  });

  it('may have as many bytes as an event takes, and not one more', () => {
    const bytes = (programme: Programme) => Buffer.byteLength(JSON.stringify(programme));
    const filledTo = (programme: Programme, size: number) => {
      programme.title.zh = 't'.repeat(size - bytes(programme) + 1);
      expect(bytes(programme)).toBe(size);
    };
    expect(faultsAfter((programme) => filledTo(programme, programmeMaxBytes))).toEqual([]);
    expect(faultsAfter((programme) => filledTo(programme, programmeMaxBytes + 1))).toEqual([' tooLarge']);
  });

  it.each([
    ['a list as an object', { leadingBody: [] }, '/leadingBody'],
    ['a list within a list', { measures: [[]] }, '/measures'],
    ['more measures than any programme has', { measures: Array.from({ length: 201 }, () => ({})) }, '/measures'],
    ['a null for what may be left out', { issuedOn: null }, '/issuedOn'],
    ['a field of its own', { colour: 'red' }, '/colour'],
    ['an identifier that no stream could carry', { programmeId: 'a b' }, '/programmeId'],
  ])('is refused by its contract with %s', (_, change, pointer) => {
    const pointers = (): string[] => {
      try {
        checked(Programme, { ...sound(), ...change });
        return [];
      } catch (error) {
        if (error instanceof ContractViolation) return error.violations.map((violation) => violation.pointer);
        throw error;
      }
    };
    expect(pointers()).toContain(pointer);
  });
});
