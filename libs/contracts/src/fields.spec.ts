import {
  checked,
  ContractViolation,
  IsIdentifier,
  IsIdentifierList,
  IsIndicatorName,
  IsNested,
  IsNestedList,
  IsSha256,
} from './index';

class Crew {
  @IsIdentifier() crewId!: string;
}

class Example {
  @IsIdentifier() id!: string;
  @IsIdentifierList(2) ids!: string[];
  @IsIndicatorName() indicator!: string;
  @IsSha256() sha256!: string;
  @IsNested(() => Crew) crew!: Crew;
  @IsNestedList(() => Crew, 2, 1) crews!: Crew[];
}

const example = {
  id: 'crew-7',
  ids: ['a', 'b-2'],
  indicator: 'onTimeFullWagePaymentRate',
  sha256: '0'.repeat(64),
  crew: { crewId: 'crew-7' },
  crews: [{ crewId: 'crew-8' }],
};

const isTaken = (change: Partial<Record<keyof Example, unknown>>): boolean => {
  try {
    checked(Example, { ...example, ...change });
    return true;
  } catch (error) {
    if (error instanceof ContractViolation) return false;
    throw error;
  }
};

describe('The fields of contracts', () => {
  it('take what they are for', () => {
    expect(isTaken({})).toBe(true);
    expect(isTaken({ id: 'a'.repeat(64), ids: [] })).toBe(true);
    expect(checked(Example, example).crews[0]).toBeInstanceOf(Crew);
  });

  it.each([
    '',
    'A',
    'crew_7',
    '-crew',
    'crew-',
    'crew--7',
    'crew 7',
    'crew.7',
    'crew\n',
    '班组',
    'a'.repeat(65),
    7,
    ['a'],
  ])('take nothing else as an identifier: %j', (id) => {
    expect(isTaken({ id })).toBe(false);
    expect(isTaken({ ids: [id] })).toBe(false);
  });
  it('bound a list of identifiers', () => {
    expect(isTaken({ ids: ['a', 'b', 'c'] })).toBe(false);
    expect(isTaken({ ids: 'a' })).toBe(false);
  });
  it.each(['OnTime', 'on-time', '1st', '', 'a'.repeat(101)])('take nothing else as an indicator: %j', (indicator) => {
    expect(isTaken({ indicator })).toBe(false);
  });
  it.each(['0'.repeat(63), '0'.repeat(65), 'A'.repeat(64), 'g'.repeat(64)])(
    'take nothing else as a SHA-256: %j',
    (sha256) => {
      expect(isTaken({ sha256 })).toBe(false);
    },
  );
  it.each([[[]], 'x', 7, true, { crewId: 'A' }, {}])('take nothing else as a nested object: %j', (crew) => {
    expect(isTaken({ crew })).toBe(false);
    expect(isTaken({ crews: [crew] })).toBe(false);
  });
  it('bound a list of nested objects from both sides', () => {
    expect(isTaken({ crews: [] })).toBe(false);
    expect(isTaken({ crews: Array.from({ length: 3 }, () => ({ crewId: 'crew-8' })) })).toBe(false);
  });
});
