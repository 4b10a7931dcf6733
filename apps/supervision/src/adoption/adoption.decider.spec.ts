import type { AdoptionEvent, AdoptProgramme, DepartmentMapping, IssueReport, Programme } from '@gongyou/contracts';
import type { Day, Period } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { groupUnits, smallProgramme, smallProgrammeWith } from '../testing/small-programme';
import { adoption, type AdoptionWish } from './adoption.decider';

const given = specify(adoption);
const day = (text: string) => text as Day;
/** The day on which commands arrive. */
const TODAY = day('2026-11-20');
const TOMORROW = day('2026-11-21');
const of = { programmeId: 'small-reform', organizationId: 'group' };

const mapping: DepartmentMapping[] = [
  { departmentId: 'production', unitId: 'production-department' },
  { departmentId: 'human-resources', unitId: 'personnel-department' },
];
const adoptable: AdoptProgramme = {
  ...of,
  programmeVersion: 1,
  adoptedOn: day('2026-10-01'),
  leadingGroup: { name: '领导小组', posts: [{ post: '组长', holder: '党委书记' }] },
  officeUnitId: 'union-office',
  departments: mapping,
};

const adopt = (
  other: Partial<AdoptProgramme> = {},
  programme: Programme | undefined = smallProgramme,
): AdoptionWish => ({
  type: 'AdoptProgramme',
  data: { ...adoptable, ...other },
  programme,
  units: groupUnits,
});
const adopted: AdoptionEvent = { type: 'ProgrammeAdopted', data: adoptable };

const remap = (departments: DepartmentMapping[], effectiveOn = TODAY): AdoptionWish => ({
  type: 'RemapDepartments',
  data: { ...of, departments, effectiveOn },
  programme: smallProgramme,
  units: groupUnits,
});
const remapped = (departments: DepartmentMapping[], effectiveOn = TODAY): AdoptionEvent => ({
  type: 'DepartmentsRemapped',
  data: { ...of, departments, effectiveOn },
});
const toHighway: DepartmentMapping[] = [{ departmentId: 'production', unitId: 'first-highway' }];

/** A version in which finance leads a measure as well. */
const amendedProgramme = smallProgrammeWith({
  measures: smallProgramme.measures.map((measure) => ({ ...measure, leadDepartmentIds: ['production', 'finance'] })),
});
const finance: DepartmentMapping[] = [{ departmentId: 'finance', unitId: 'first-highway' }];
const takeOver = (
  departments = finance,
  programmeVersion = 2,
  programme: Programme | undefined = amendedProgramme,
): AdoptionWish => ({
  type: 'TakeOverAmendment',
  data: { ...of, programmeVersion, departments, effectiveOn: TODAY },
  programme,
  units: groupUnits,
});
const takenOver = (programmeVersion = 2): AdoptionEvent => ({
  type: 'AmendmentTakenOver',
  data: { ...of, programmeVersion, departments: finance, effectiveOn: TODAY },
});

const report: IssueReport = {
  ...of,
  period: '2026-Q4' as Period,
  asOfDay: TODAY,
  asOfPosition: 41,
  reportSha256: 'a'.repeat(64),
};
const issue = (other: Partial<IssueReport> = {}, lastPosition = 41): AdoptionWish => ({
  type: 'IssueReport',
  data: { ...report, ...other },
  lastPosition,
});
const issued = (other: Partial<IssueReport> = {}): AdoptionEvent => ({
  type: 'LeadingGroupReportIssued',
  data: { ...report, issuedOn: TODAY, ...other },
});

describe('An organization that adopts a programme', () => {
  it('has its leading group, its office and a unit for every lead department (CC-OG1, CC-OG2, QD-04)', () =>
    given().when(adopt()).then(adopted));
  it('can map cooperating departments too', () =>
    given()
      .when(adopt({ departments: [...mapping, ...finance] }))
      .then({ type: 'ProgrammeAdopted', data: { ...adoptable, departments: [...mapping, ...finance] } }));
  it('adopts it once, however often it is told', () => given(adopted).when(adopt()).thenNothing());
  it('adopts it once, also when departments were mapped to others since', () =>
    given(adopted, remapped(toHighway)).when(adopt()).thenNothing());
  it('refuses to adopt it in another way', () =>
    given(adopted)
      .when(adopt({ officeUnitId: 'group' }))
      .thenRefused('supervision.adoption.alreadyAdopted'));
  it('needs a version that was published', () =>
    given()
      .when({ type: 'AdoptProgramme', data: { ...adoptable, programmeVersion: 7 }, units: groupUnits })
      .thenRefused('supervision.adoption.versionUnknown', { programmeVersion: 7 }));
  it('can adopt it today', () =>
    given()
      .when(adopt({ adoptedOn: TODAY }))
      .then({ type: 'ProgrammeAdopted', data: { ...adoptable, adoptedOn: TODAY } }));
  it('cannot adopt it on a day to come', () =>
    given()
      .when(adopt({ adoptedOn: TOMORROW }))
      .thenRefused('supervision.adoption.dayInFuture'));
  it('leaves no lead department without a unit', () =>
    given()
      .when(adopt({ departments: mapping.slice(0, 1) }))
      .thenRefused('supervision.adoption.leadDepartmentUnmapped', { departmentIds: 'human-resources' }));
  it('maps no department that the programme does not name', () =>
    given()
      .when(adopt({ departments: [...mapping, { departmentId: 'marketing', unitId: 'group' }] }))
      .thenRefused('supervision.adoption.departmentUnknown', { departmentIds: 'marketing' }));
  it('maps a department to one unit only', () =>
    given()
      .when(adopt({ departments: [...mapping, ...toHighway] }))
      .thenRefused('supervision.adoption.departmentRepeated', { departmentIds: 'production' }));
  it.each([
    ['does not exist', 'nowhere', 'unknown'],
    ['is closed', 'closed-company', 'closed'],
    ['belongs to others', 'other-group', 'outside'],
  ])('gives neither office nor department to a unit that %s', (_, unitId, fault) => {
    given()
      .when(adopt({ officeUnitId: unitId }))
      .thenRefused(`supervision.adopterUnit.${fault}`, { unitIds: unitId });
    given()
      .when(adopt({ departments: [mapping[0]!, { departmentId: 'human-resources', unitId }] }))
      .thenRefused(`supervision.adopterUnit.${fault}`, { unitIds: unitId });
  });
  it('has to exist itself', () =>
    given()
      .when(adopt({ organizationId: 'nowhere' }))
      .thenRefused('supervision.adopterUnit.unknown', { unitIds: 'nowhere' }));
});

describe('The departments of an adopted programme', () => {
  it('can be given to other units', () => given(adopted).when(remap(toHighway)).then(remapped(toHighway)));
  it('change nothing where they are already', () =>
    given(adopted, remapped(toHighway)).when(remap(toHighway)).thenNothing());
  it('can be given back', () =>
    given(adopted, remapped(toHighway))
      .when(remap([mapping[0]!]))
      .then(remapped([mapping[0]!])));
  it('must be departments of the programme', () =>
    given(adopted)
      .when(remap([{ departmentId: 'marketing', unitId: 'group' }]))
      .thenRefused('supervision.adoption.departmentUnknown'));
  it('go to units of the adopter only', () =>
    given(adopted)
      .when(remap([{ departmentId: 'production', unitId: 'other-group' }]))
      .thenRefused('supervision.adopterUnit.outside'));
  it('cannot change hands on a day to come', () =>
    given(adopted).when(remap(toHighway, TOMORROW)).thenRefused('supervision.adoption.dayInFuture'));
  it('can change hands on the day of the adoption, and not a day earlier', () => {
    given(adopted)
      .when(remap(toHighway, day('2026-10-01')))
      .then(remapped(toHighway, day('2026-10-01')));
    given(adopted)
      .when(remap(toHighway, day('2026-09-30')))
      .thenRefused('supervision.adoption.beforeLastChange', { changedOn: '2026-10-01' });
  });
  it('cannot change hands before they last did', () =>
    given(adopted, remapped(toHighway))
      .when(remap(finance, day('2026-11-19')))
      .thenRefused('supervision.adoption.beforeLastChange'));
  it('need an adoption', () => given().when(remap(toHighway)).thenRefused('supervision.adoption.unknown'));
});

describe('An amended programme', () => {
  it('is taken over with units for what is new in it (CC-T1)', () => given(adopted).when(takeOver()).then(takenOver()));
  it('is taken over once, however often it is told', () => given(adopted, takenOver()).when(takeOver()).thenNothing());
  it('leaves no new lead department without a unit', () =>
    given(adopted)
      .when(takeOver([]))
      .thenRefused('supervision.adoption.leadDepartmentUnmapped', { departmentIds: 'finance' }));
  it('has to be newer than the one that is followed', () =>
    given(adopted, takenOver(3))
      .when(takeOver())
      .thenRefused('supervision.adoption.versionNotNewer', { programmeVersion: 3 }));
  it('has to exist', () =>
    given(adopted)
      .when({
        type: 'TakeOverAmendment',
        data: { ...of, programmeVersion: 2, departments: finance, effectiveOn: TODAY },
        units: groupUnits,
      })
      .thenRefused('supervision.adoption.versionUnknown', { programmeVersion: 2 }));
  it('gives work to units of the adopter only', () =>
    given(adopted)
      .when(takeOver([{ departmentId: 'finance', unitId: 'other-group' }]))
      .thenRefused('supervision.adopterUnit.outside'));
  it('needs an adoption', () => given().when(takeOver()).thenRefused('supervision.adoption.unknown'));
});

describe('A leading-group report', () => {
  it('is put on record by its hash (CC-16a)', () => given(adopted).when(issue()).then(issued()));
  it('is put on record once, however often it is told', () => given(adopted, issued()).when(issue()).thenNothing());
  it('is known again when another one was issued since', () =>
    given(adopted, issued(), issued({ asOfPosition: 40 }))
      .when(issue())
      .thenNothing());
  it('cannot say something else about the same facts', () =>
    given(adopted, issued())
      .when(issue({ reportSha256: 'b'.repeat(64) }))
      .thenRefused('supervision.adoption.reportDiffers'));
  it('can be issued again as of a later position', () =>
    given(adopted, issued())
      .when(issue({ asOfPosition: 42, reportSha256: 'b'.repeat(64) }, 42))
      .then(issued({ asOfPosition: 42, reportSha256: 'b'.repeat(64) })));
  it('cannot be taken at a position that the ledger has not reached', () =>
    given(adopted).when(issue({}, 40)).thenRefused('supervision.adoption.positionUnknown', { lastPosition: 40 }));
  it('cannot be taken as of a day to come', () =>
    given(adopted)
      .when(issue({ asOfDay: TOMORROW }))
      .thenRefused('supervision.adoption.dayInFuture'));
  it('can be taken on the first day of its period, and not the day before', () => {
    given(adopted)
      .when(issue({ asOfDay: day('2026-10-01') }))
      .then(issued({ asOfDay: day('2026-10-01') }));
    given(adopted)
      .when(issue({ asOfDay: day('2026-09-30') }))
      .thenRefused('supervision.adoption.periodNotBegun');
  });
  it('needs an adoption', () => given().when(issue()).thenRefused('supervision.adoption.unknown'));
});
