import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import {
  checked,
  commandContracts,
  type ContractClass,
  ContractViolation,
  eventContracts,
  jsonSchemaOf,
  jsonSchemas,
  ProgrammeTarget,
  queryContracts,
} from '../index';
import { valuesOf, type Values } from './testing/values-of-schema';

const contracts = [...commandContracts(), ...queryContracts(), ...eventContracts()];

const ajv = addFormats(new Ajv2020({ strict: true, allErrors: false, keywords: ['x-personal'] }));
const compiled = new Map<ContractClass, ValidateFunction>();
const fitsSchema = (target: ContractClass, value: unknown): boolean => {
  if (!compiled.has(target)) compiled.set(target, ajv.compile(jsonSchemaOf(target)));
  return compiled.get(target)!(value);
};

const isTaken = (target: ContractClass, value: unknown): boolean => {
  try {
    checked(target, value);
    return true;
  } catch (error) {
    if (error instanceof ContractViolation) return false;
    throw error;
  }
};

describe('The JSON Schemas', () => {
  it('name every declared command, query and event, and every class nested in them', () => {
    const schemas = jsonSchemas();
    expect(contracts.filter((each) => !(each.class.name in schemas))).toEqual([]);
    const referred = [...JSON.stringify(schemas).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name!);
    expect(referred.filter((name) => !(name in schemas))).toEqual([]);
    expect(referred).toContain('Evidence');
  });

  it('carry the texts of the declaration in both languages', () => {
    expect(jsonSchemas()['ReportProgress']).toMatchObject({
      title: '报告任务进展',
      description: 'Report progress on a task',
    });
  });

  it('keep every pattern of a field that has several', () => {
    const { properties } = jsonSchemas()['RegisterEnterpriseClient'] as unknown as {
      properties: { clientName: object };
    };
    expect(properties.clientName).toMatchObject({
      pattern: expect.any(String),
      allOf: [{ pattern: expect.any(String) }],
    });
  });
});

describe.each(contracts.map((each) => ({ name: each.class.name, target: each.class })))(
  'The schema of $name',
  ({ target }) => {
    const values: Values = valuesOf(jsonSchemaOf(target));

    it('takes what the check takes, of values made to fit it', () => {
      fc.assert(
        fc.property(values.fitting, (value) => {
          expect([fitsSchema(target, value), isTaken(target, value)]).toEqual([true, true]);
        }),
        { numRuns: 10 },
      );
    });

    it('takes and refuses the same as the check, of values with one thing changed', () => {
      fc.assert(
        fc.property(values.changed, (value) => {
          expect({ value, taken: isTaken(target, value) }).toEqual({ value, taken: fitsSchema(target, value) });
        }),
        { numRuns: 40 },
      );
    });
  },
);

describe('The check is narrower than the schema', () => {
  const establish = { unitId: 'crew-7', kind: 'crew', name: '钢筋一班', establishedOn: '2026-11-20' };
  const target = contracts.find((each) => each.class.name === 'EstablishUnit')!.class;

  it('for a credit code with a wrong check character', () => {
    const value = { ...establish, creditCode: '91370200MA3TX8K000' };
    expect([fitsSchema(target, value), isTaken(target, value)]).toEqual([true, false]);
  });

  it('for a target with more than four decimal places', () => {
    const target = { indicator: 'share', op: '>=', unit: 'percent', stated: 'number', value: 0.00001 };
    expect([fitsSchema(ProgrammeTarget, target), isTaken(ProgrammeTarget, target)]).toEqual([true, false]);
  });
});

describe('The check is wider than the schema', () => {
  const tasks = { programme: 'cccc-reform', organization: 'zhongjiao' };
  const target = contracts.find((each) => each.class.name === 'Tasks')!.class;

  it('for a whole number of a query that is written as text, as the parameters of a route are', () => {
    expect([fitsSchema(target, { ...tasks, limit: '50' }), isTaken(target, { ...tasks, limit: '50' })]).toEqual([
      false,
      true,
    ]);
  });
  it.each(['', ' ', '0x10', '1e2', '5.0', true, [5], '١'])('but not for %j', (limit) => {
    expect(isTaken(target, { ...tasks, limit })).toBe(false);
  });
});
