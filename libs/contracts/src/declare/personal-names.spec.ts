import { IsOptional, IsString } from 'class-validator';
import { DomainEvent, IsIdentifier, IsNested, IsShortText, Personal } from '../index';
import { biometricFields, unmarkedPersonalFields } from '../testing/personal-names';

const declaration = { context: 'training', summary: { zh: '试验', en: 'A trial' } } as const;

describe('The contracts', () => {
  it('have no field for a biometric template (PI-03, PI-12)', () => {
    expect(biometricFields()).toEqual([]);
  });

  it('mark every field of an event that by its name tells of a person', () => {
    expect(unmarkedPersonalFields()).toEqual([]);
  });

  it('are searched at all depths: a template and an unmarked field are found wherever they stand', () => {
    class TrialGateReading {
      @IsString() faceTemplate!: string;
      @IsString() 指纹!: string;
      /** Neither a face nor a phone. */
      @IsString() surfaceArea!: string;
      @IsString() microphoneCount!: string;
      @IsOptional() @IsString() phone?: string;
    }
    @DomainEvent({ ...declaration, person: 'workerId' })
    class TrialTraineeSeen {
      @IsIdentifier() workerId!: string;
      @IsShortText(50) name!: string;
      @Personal('identityNumber') @IsShortText(50) idNumber!: string;
      @IsString() bankAccount!: string;
      @IsNested(() => TrialGateReading) reading!: TrialGateReading;
    }
    expect(TrialTraineeSeen.name).toBe('TrialTraineeSeen');
    expect(biometricFields()).toEqual(['TrialGateReading.faceTemplate', 'TrialGateReading.指纹']);
    expect(unmarkedPersonalFields()).toEqual([
      'TrialGateReading.phone',
      'TrialTraineeSeen.bankAccount',
      'TrialTraineeSeen.name',
    ]);
  });

  it('may name a unit without marking its name', () => {
    @DomainEvent(declaration)
    class TrialCrewNamed {
      @IsIdentifier() crewId!: string;
      @IsShortText(50) name!: string;
    }
    expect(TrialCrewNamed.name).toBe('TrialCrewNamed');
    expect(unmarkedPersonalFields().filter((field) => field.startsWith('TrialCrewNamed'))).toEqual([]);
  });
});
