import { IsResidentId } from '@gongyou/domain';
import { IsOptional } from 'class-validator';
import {
  asyncApiDocument,
  checked,
  DomainEvent,
  findEvent,
  IsIdentifier,
  IsNested,
  isSealed,
  IsShortText,
  jsonSchemaOf,
  openApiDocument,
  Personal,
  personalFields,
} from '../index';

const summary = { zh: '试验', en: 'A trial' };
const declaration = { context: 'organization', summary } as const;

@DomainEvent({ ...declaration, person: 'workerId' })
class TrialWorkerKnown {
  @IsIdentifier() workerId!: string;
  @Personal('name') @IsShortText(50) name!: string;
  @Personal('identityNumber') @IsOptional() @IsResidentId() residentId?: string;
}

class TrialContact {
  @Personal('phone') @IsShortText(20) phone!: string;
}

describe('Personal fields', () => {
  it('are found by the class that declares them, and by one that extends it', () => {
    class Extended extends TrialWorkerKnown {
      @Personal('address') address!: string;
    }
    expect(personalFields(TrialWorkerKnown)).toEqual({ name: 'name', residentId: 'identityNumber' });
    expect(personalFields(Extended)).toEqual({ name: 'name', residentId: 'identityNumber', address: 'address' });
  });

  it('are checked like every other field', () => {
    const plain = { workerId: 'worker-7', name: '张晓明', residentId: '11010519491231002X' };
    expect({ ...checked(TrialWorkerKnown, plain) }).toEqual(plain);
    expect(() => checked(TrialWorkerKnown, { ...plain, residentId: '110105194912310021' })).toThrow('/residentId');
  });

  it('carry their kind in the schema that the plain message is checked by', () => {
    expect(jsonSchemaOf(TrialWorkerKnown)['properties']).toMatchObject({
      workerId: expect.not.objectContaining({ 'x-personal': expect.anything() }),
      name: { type: 'string', maxLength: 50, 'x-personal': 'name' },
      residentId: { pattern: expect.stringContaining('[\\dX]'), 'x-personal': 'identityNumber' },
    });
  });

  it.each([
    ['AsyncAPI', asyncApiDocument({ version: '0.1.0' })],
    ['OpenAPI', openApiDocument({ version: '0.1.0' })],
  ])('of an event are described in %s as they are handed on: sealed', (_, document) => {
    const schemas = document.components.schemas as unknown as Record<string, { properties: object }>;
    expect(schemas['TrialWorkerKnown']!.properties).toMatchObject({
      name: expect.not.objectContaining({ maxLength: 50 }),
      residentId: { type: 'string', pattern: '^sealed:v1:[A-Za-z0-9_-]+$', 'x-personal': 'identityNumber' },
    });
  });

  it.each([
    ['sealed:v1:AAEC_w-8', true],
    ['sealed:v1:', false],
    ['sealed:v2:AAEC', false],
    ['SEALED:v1:AAEC', false],
    ['张晓明', false],
  ])('are recognized once they are sealed: %s is %s', (text, sealed) => {
    expect(isSealed(text)).toBe(sealed);
  });
});

describe('The declaration of an event with personal fields', () => {
  const declare = (target: new () => object, person?: string) => () =>
    DomainEvent({ ...declaration, ...(person !== undefined && { person }) })(target);

  it('that names no person stops the start', () => {
    class TrialNobody {
      @Personal('name') @IsShortText(50) name!: string;
    }
    expect(declare(TrialNobody)).toThrow('does not name their person');
    expect(findEvent('TrialNobody')).toBeUndefined();
  });

  it('that names its person by a field that is not there, or may be left out, stops the start', () => {
    class TrialSomebody {
      @IsOptional() @IsIdentifier() workerId?: string;
      @Personal('name') @IsShortText(50) name!: string;
    }
    expect(declare(TrialSomebody, 'personId')).toThrow('no field that it always has');
    expect(declare(TrialSomebody, 'workerId')).toThrow('no field that it always has');
  });

  it('that would seal the name of its person stops the start', () => {
    class TrialCircle {
      @Personal('identityNumber') @IsIdentifier() workerId!: string;
    }
    expect(declare(TrialCircle, 'workerId')).toThrow('would seal the field that names its person');
  });

  it('that hides them in a nested class stops the start, for the ledger would not find them', () => {
    class TrialNested {
      @IsIdentifier() workerId!: string;
      @IsNested(() => TrialContact) contact!: TrialContact;
    }
    expect(declare(TrialNested, 'workerId')).toThrow('nested class');
  });
});
