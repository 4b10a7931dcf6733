import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { validateSync } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import * as domain from './index';

class Everything {
  @domain.IsFen() fen = 1;
  @domain.IsDay() day = '2026-11-20';
  @domain.IsDay({ each: true }) days = ['2026-11-20'];
  @domain.IsMonth() month = '2026-11';
  @domain.IsPeriod() period = '2026-Q4';
  @domain.IsCreditCode() creditCode = '91370200MA3TX8K00X';
  @domain.IsResidentId() residentId = '11010519491231002X';
  @domain.IsText(10) text = '工友';
}

const schema = targetConstructorToSchema(Everything, { additionalConverters: domain.domainSchemaConverters });
const ajv = new Ajv();
addFormats(ajv);
const matchesSchema = ajv.compile(schema);
const passesDecorators = (value: Everything) => validateSync(value).length === 0;

describe('The JSON Schema of the decorators', () => {
  it('knows every decorator by the name of its constraint', () => {
    const decorators = Object.keys(domain).filter((name) => name.startsWith('Is'));
    expect(decorators.map((name) => name.replace('Is', 'is')).sort()).toEqual(
      Object.keys(domain.domainSchemaConverters).sort(),
    );
    const { constraints } = validateSync(Object.assign(new Everything(), { text: '' }))[0] ?? {};
    expect(Object.keys(constraints ?? {})).toEqual(['isText']);
  });
  it('takes what the decorators take', () => {
    expect(passesDecorators(new Everything())).toBe(true);
    expect(matchesSchema({ ...new Everything() })).toBe(true);
  });
  it.each([
    { fen: 1.5 },
    { fen: -1 },
    { fen: 2 ** 53 },
    { fen: '1' },
    { day: '2026-02-30' },
    { day: '1899-12-31' },
    { days: ['2026-11-20', '20261120'] },
    { month: '2026-13' },
    { period: '2026-Q5' },
    { creditCode: '9137020OMA3TX8K00X' },
    { residentId: '11010519491231002x' },
    { text: ' ' },
    { text: 'x'.repeat(11) },
    { text: 'nul\u0000' },
    { text: 7 },
  ])('refuses with the decorators %p', (change) => {
    expect(passesDecorators(Object.assign(new Everything(), change))).toBe(false);
    expect(matchesSchema({ ...new Everything(), ...change })).toBe(false);
  });
});
