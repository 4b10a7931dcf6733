import {
  employmentForms,
  type EnterSite,
  exitKinds,
  type RecordContract,
  type RegisterWorker,
  type WorkerEvent,
} from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import type { WorkRestriction } from '../work-restriction/work-restriction.decider';
import { worker } from './worker.decider';
import type { Identity, PlaceUnit, Profile, Site, WorkerWish } from './worker.wish';

const given = specify(worker);
const day = (text: string) => text as Day;
/** The day on which commands arrive. */
const TODAY = day('2026-11-20');
const TOMORROW = day('2026-11-21');
const KEY = 'a'.repeat(64);
const OTHER_KEY = 'b'.repeat(64);

const zhang = {
  workerId: 'w-1',
  organizationId: 'first-highway',
  name: '张晓明',
  identityDocumentType: '01',
  identityNumber: '110105199003070017',
  ethnicGroup: '01',
  education: '02',
  phone: '13800138000',
  registeredAddress: '河南省驻马店市上蔡县',
  presentAddress: '青岛市生活区3号楼',
  registeredOn: day('2020-03-02'),
} as const satisfies RegisterWorker;
const born = day('1990-03-07');
const profile: Profile = {
  name: zhang.name,
  identityNumber: zhang.identityNumber,
  birthDay: born,
  ethnicGroup: '01',
  phone: zhang.phone,
  registeredAddress: zhang.registeredAddress,
  presentAddress: zhang.presentAddress,
};
const company: PlaceUnit = { kind: 'company', closed: false };

const register = (
  data: Partial<RegisterWorker> = {},
  told: { identity?: Identity; unit?: PlaceUnit | undefined; current?: Profile } = {},
): WorkerWish => ({
  type: 'RegisterWorker',
  data: { ...zhang, ...data },
  identity: { identityKey: KEY },
  unit: company,
  ...told,
});
const registered = (data: object = {}): WorkerEvent => ({
  type: 'WorkerRegistered',
  data: { ...zhang, identityKey: KEY, sex: 'male', birthDay: born, ...data },
});

const contract = {
  workerId: 'w-1',
  contractId: 'c-1',
  kind: 'labourContract',
  employerUnitId: 'first-highway',
  signedOn: day('2020-03-02'),
  startsOn: day('2020-03-02'),
} as const;
const record = (data: Partial<RecordContract> = {}, employer: PlaceUnit | undefined = company): WorkerWish => ({
  type: 'RecordContract',
  data: { ...contract, ...data },
  employer,
});
const recorded = (data: Partial<RecordContract> = {}): WorkerEvent => ({
  type: 'ContractRecorded',
  data: { ...contract, ...data },
});
const trained = (trainedOn = day('2020-03-03')): WorkerEvent => ({
  type: 'SafetyTrainingRecorded',
  data: { workerId: 'w-1', trainingId: 't-1', organizationId: 'first-highway', hours: 50, trainedOn },
});

const site: Site = {
  project: { kind: 'project', closed: false },
  crew: { kind: 'crew', closed: false },
  crewBelowProject: true,
  crewLife: { formedOn: day('2020-03-01'), dissolvedOn: null },
  restrictions: [],
};
const entry = {
  workerId: 'w-1',
  projectId: 'bay-bridge',
  crewId: 'rebar-crew',
  workType: '020',
  workRole: '20',
  enteredOn: day('2026-11-02'),
} as const satisfies EnterSite;
const enter = (data: Partial<EnterSite> = {}, place: Partial<Site> = {}, birthDay = born): WorkerWish => ({
  type: 'EnterSite',
  data: { ...entry, ...data },
  site: { ...site, ...place },
  birthDay,
});
const entered = (data: object = {}): WorkerEvent => ({
  type: 'WorkerEnteredSite',
  data: { ...entry, contractId: 'c-1', ageGroup: 'adult', ...data },
});
const transfer = (crewId: string, transferredOn = TODAY, projectId = 'bay-bridge'): WorkerWish => ({
  type: 'TransferWorker',
  data: { workerId: 'w-1', projectId, crewId, workType: '020', workRole: '20', transferredOn },
  site,
  birthDay: born,
});
const transferred = (fromCrewId: string, crewId: string, transferredOn = TODAY): WorkerEvent => ({
  type: 'WorkerTransferred',
  data: {
    ...{ workerId: 'w-1', projectId: 'bay-bridge', fromCrewId, crewId },
    ...{ workType: '020', workRole: '20', ageGroup: 'adult', transferredOn },
  },
});
const leave = (leftOn = TODAY): WorkerWish => ({
  type: 'LeaveSite',
  data: { workerId: 'w-1', projectId: 'bay-bridge', leftOn },
});
const left = (leftOn = TODAY, crewId = 'rebar-crew'): WorkerEvent => ({
  type: 'WorkerLeftSite',
  data: { workerId: 'w-1', projectId: 'bay-bridge', crewId, leftOn },
});
/** All that RN-03 asks for. */
const fit = [registered(), recorded(), trained()];

describe('A registration in real name', () => {
  it('holds what the identity number tells of birth day and sex (RN-02, ID-02)', () =>
    given().when(register()).then(registered()));
  it('is made once, however often it is told', () =>
    given(registered())
      .when(register({}, { current: profile }))
      .thenNothing());
  it('asks for the command once more when it was made by another in the same instant', () =>
    given(registered()).when(register()).thenRefused('organization.worker.changedMeanwhile'));
  it.each([
    ['name', { name: '张小明' }],
    ['phone', { phone: '13900139000' }],
    ['education', { education: '03' as const }],
    ['unit', { organizationId: 'third-harbour' }],
  ])('refuses another %s under the same id', (_, other) =>
    given(registered())
      .when(register(other, { current: profile }))
      .thenRefused('organization.worker.alreadyRegistered'),
  );
  it('is one per person whatever the project: the holder of the identity is told (CC-13c, WZ-17c)', () =>
    given()
      .when(register({}, { identity: { identityKey: KEY, holder: 'w-9' } }))
      .thenRefused('organization.worker.identityTaken', { workerId: 'w-9' }));
  it('is taken up again by whoever took the identity and died before registering', () =>
    given()
      .when(register({}, { identity: { identityKey: KEY, holder: 'w-1' } }))
      .then(registered()));

  it('needs an identity number with a right check digit (T15)', () => {
    const number = '11010519491231002X';
    given()
      .when(register({ identityNumber: number }))
      .then(registered({ identityNumber: number, birthDay: '1949-12-31', sex: 'female' }));
    given()
      .when(register({ identityNumber: '110105194912310021' }))
      .thenRefused('domain.residentId.checkDigitWrong');
  });
  it('refuses a birth day or a sex that the number denies', () => {
    given()
      .when(register({ birthDay: day('1990-03-08') }))
      .thenRefused('organization.worker.documentSaysOtherwise');
    given()
      .when(register({ sex: 'female' }))
      .thenRefused('organization.worker.documentSaysOtherwise');
  });
  it('needs birth day and sex with a document that does not tell them', () => {
    const passport = { identityDocumentType: '08', identityNumber: 'E12345678' } as const;
    given().when(register(passport)).thenRefused('organization.worker.birthDayAndSexNeeded');
    given()
      .when(register({ ...passport, birthDay: TOMORROW, sex: 'male' }))
      .thenRefused('organization.worker.bornInFuture');
    given()
      .when(register({ ...passport, birthDay: born, sex: 'male' }))
      .then(registered(passport));
  });
  it('can be made today, and not on a day to come', () => {
    given()
      .when(register({ registeredOn: TODAY }))
      .then(registered({ registeredOn: TODAY }));
    given()
      .when(register({ registeredOn: TOMORROW }))
      .thenRefused('organization.worker.dayInFuture');
  });
  it('needs a unit that is known and open', () => {
    given()
      .when(register({}, { unit: undefined }))
      .thenRefused('organization.worker.unitUnknown');
    given()
      .when(register({}, { unit: { ...company, closed: true } }))
      .thenRefused('organization.worker.unitClosed');
  });
});

describe('A correction of a registration', () => {
  const correct = (data: object, told: { identity?: Identity } = {}): WorkerWish => ({
    type: 'CorrectWorker',
    data: { workerId: 'w-1', reason: '登记有误', approvedBy: '劳资专管员', correctedOn: TODAY, ...data },
    current: profile,
    ...told,
  });
  const corrected = (data: object): WorkerEvent => ({
    type: 'WorkerCorrected',
    data: { workerId: 'w-1', reason: '登记有误', approvedBy: '劳资专管员', correctedOn: TODAY, ...data },
  });

  it('records only what differs', () =>
    given(registered())
      .when(correct({ phone: '13900139000', name: zhang.name }))
      .then(corrected({ phone: '13900139000' })));
  it('is none when nothing differs', () =>
    given(registered())
      .when(correct({ phone: zhang.phone }))
      .thenNothing());
  it('of the number takes the other identity and names the one that is given free', () => {
    const number = '11010519491231002X';
    given(registered())
      .when(
        correct(
          { identityDocumentType: '01', identityNumber: number },
          { identity: { identityKey: OTHER_KEY, holder: 'w-1' } },
        ),
      )
      .then(
        corrected({
          ...{ identityNumber: number, birthDay: '1949-12-31', sex: 'female' },
          ...{ identityKey: OTHER_KEY, replacedIdentityKey: KEY },
        }),
      );
  });
  it('cannot take the identity of another registration', () =>
    given(registered())
      .when(
        correct(
          { identityDocumentType: '01', identityNumber: '11010519491231002X' },
          { identity: { identityKey: OTHER_KEY, holder: 'w-9' } },
        ),
      )
      .thenRefused('organization.worker.identityTaken', { workerId: 'w-9' }));
  it('names type and number of a document together', () =>
    given(registered())
      .when(correct({ identityNumber: '11010519491231002X' }))
      .thenRefused('organization.worker.documentTypeAndNumberTogether'));
  it('cannot make a birth day that the number denies', () =>
    given(registered())
      .when(correct({ birthDay: day('1991-03-07') }))
      .thenRefused('organization.worker.documentSaysOtherwise'));
});

describe('The papers of a worker', () => {
  it('hold the kind of the contract, not a yes or no (RN-03, RN-04)', () =>
    given(registered())
      .when(record({ kind: 'employmentAgreement' }))
      .then(recorded({ kind: 'employmentAgreement' })));
  it.each(employmentForms)('tell the form of employment %s (LC-07; JX-63)', (employmentForm) =>
    given(registered()).when(record({ employmentForm })).then(recorded({ employmentForm })),
  );
  it.each([
    ['of two years to the day', { endsOn: day('2022-03-01') }, true],
    ['of a day less', { endsOn: day('2022-02-28') }, false],
    ['without an end', {}, true],
    ['of a worker who is not dispatched', { endsOn: day('2022-02-28'), employmentForm: 'direct' }, true],
    ['of one who needs no labour contract', { endsOn: day('2022-02-28'), kind: 'employmentAgreement' }, true],
    ['signed before the rule', { signedOn: day('2014-02-28'), endsOn: day('2022-02-28') }, true],
    ['signed on the first day of the rule', { signedOn: day('2014-03-01'), endsOn: day('2022-02-28') }, false],
  ] as [string, Partial<RecordContract>, boolean][])(
    'of a dispatched worker: a contract %s (RN-12)',
    (_, term, enough) => {
      const dispatched = { employmentForm: 'dispatched' as const, ...term };
      const asked = given(registered()).when(record(dispatched));
      if (enough) asked.then(recorded(dispatched));
      else asked.thenRefused('organization.worker.dispatchTermTooShort', { months: 24 });
    },
  );
  it('are recorded once', () => {
    given(registered(), recorded()).when(record()).thenNothing();
    given(registered(), recorded())
      .when(record({ employmentForm: 'direct' }))
      .thenRefused('organization.worker.contractDiffers');
    given(registered(), recorded())
      .when(record({ kind: 'employmentAgreement' }))
      .thenRefused('organization.worker.contractDiffers');
  });
  it('can be signed today for a later start, and not tomorrow', () => {
    given(registered())
      .when(record({ signedOn: TODAY, startsOn: TOMORROW }))
      .then(recorded({ signedOn: TODAY, startsOn: TOMORROW }));
    given(registered())
      .when(record({ signedOn: TOMORROW }))
      .thenRefused('organization.worker.dayInFuture');
  });
  it('can end on the day they start, and not before', () => {
    given(registered())
      .when(record({ endsOn: day('2020-03-02') }))
      .then(recorded({ endsOn: day('2020-03-02') }));
    given(registered())
      .when(record({ endsOn: day('2020-03-01') }))
      .thenRefused('organization.worker.contractEndsBeforeItStarts');
  });
  it('end once, on a day within their term', () => {
    const end = (endedOn: Day): WorkerWish => ({
      type: 'EndContract',
      data: { workerId: 'w-1', contractId: 'c-1', endedOn },
    });
    const ended: WorkerEvent = {
      type: 'ContractEnded',
      data: { workerId: 'w-1', contractId: 'c-1', endedOn: day('2026-06-30') },
    };
    const until = recorded({ endsOn: day('2026-06-30') });
    given(registered(), until)
      .when(end(day('2026-06-30')))
      .then(ended);
    given(registered(), until)
      .when(end(day('2026-07-01')))
      .thenRefused('organization.worker.contractEndedBefore');
    given(registered(), recorded(), ended)
      .when(end(day('2026-06-30')))
      .thenNothing();
    given(registered(), recorded(), ended)
      .when(end(day('2026-05-30')))
      .thenRefused('organization.worker.contractEndedBefore');
    given(registered())
      .when(end(day('2026-06-30')))
      .thenRefused('organization.worker.contractUnknown');
  });
  it('hold basic safety training, recorded once and not ahead of its day', () => {
    const train = (trainedOn: Day, hours = 50): WorkerWish => ({
      type: 'RecordSafetyTraining',
      data: { workerId: 'w-1', trainingId: 't-1', organizationId: 'first-highway', hours, trainedOn },
    });
    given(registered()).when(train(TODAY)).then(trained(TODAY));
    given(registered()).when(train(TOMORROW)).thenRefused('organization.worker.dayInFuture');
    given(registered(), trained(TODAY)).when(train(TODAY)).thenNothing();
    given(registered(), trained(TODAY)).when(train(TODAY, 49)).thenRefused('organization.worker.trainingDiffers');
  });
});

describe('Entry to a site', () => {
  it.each([
    ['formed', { formedOn: day('2026-11-02'), dissolvedOn: null }, true],
    ['formed a day too late', { formedOn: day('2026-11-03'), dissolvedOn: null }, false],
    ['dissolved at the end of the day', { formedOn: day('2026-03-01'), dissolvedOn: day('2026-11-02') }, true],
    ['dissolved the day before', { formedOn: day('2026-03-01'), dissolvedOn: day('2026-11-01') }, false],
  ])('into a crew that was %s on 2026-11-02 (QD-03)', (_, crewLife, open) => {
    const asked = given(...fit).when(enter({}, { crewLife }));
    if (open) asked.then(entered());
    else asked.thenRefused('organization.worker.crewDidNotStand', { crewId: 'rebar-crew', on: '2026-11-02' });
  });
  it.each([undefined, ...employmentForms])(
    'asks for the same of a worker whose form of employment is %s (JX-63)',
    (employmentForm) => {
      const contracted = recorded(employmentForm && { employmentForm });
      given(registered(), contracted, trained()).when(enter()).then(entered());
      given(registered(), contracted).when(enter()).thenRefused('organization.worker.trainingMissing');
    },
  );
  it('is open to whoever has registration, contract and safety training (RN-03; CC-13c, WZ-17c)', () =>
    given(...fit)
      .when(enter())
      .then(entered()));
  it.each([
    ['contract', [registered(), trained()], 'contractMissing'],
    ['safety training', [registered(), recorded()], 'trainingMissing'],
    ['registration', [], 'unknown'],
  ])('is closed without %s (RN-03)', (_, history, code) =>
    given(...history)
      .when(enter())
      .thenRefused(`organization.worker.${code}`),
  );
  it.each([
    ['on the last day of the contract', { endsOn: entry.enteredOn }, true],
    ['on the day after it', { endsOn: day('2026-11-01') }, false],
    ['on the first day of the contract', { startsOn: entry.enteredOn }, true],
    ['on the day before it', { startsOn: day('2026-11-03') }, false],
    ['on the day of signing', { signedOn: entry.enteredOn }, true],
    ['on the day before signing', { signedOn: day('2026-11-03') }, false],
  ])('%s needs a contract in force', (_, term, open) => {
    const asked = given(registered(), recorded(term), trained()).when(enter());
    if (open) asked.then(entered());
    else asked.thenRefused('organization.worker.contractMissing', { on: '2026-11-02' });
  });
  it('needs the training on its day at the latest', () => {
    given(registered(), recorded(), trained(entry.enteredOn)).when(enter()).then(entered());
    given(registered(), recorded(), trained(day('2026-11-03')))
      .when(enter())
      .thenRefused('organization.worker.trainingMissing');
  });
  it('needs the registration on its day at the latest', () => {
    given(registered({ registeredOn: entry.enteredOn }), recorded(), trained())
      .when(enter())
      .then(entered());
    given(registered({ registeredOn: day('2026-11-03') }), recorded(), trained())
      .when(enter())
      .thenRefused('organization.worker.enteredBeforeRegistration');
  });
  it('takes an employment agreement for enough from the day on which the rule was widened (RN-03)', () => {
    const agreement = recorded({ kind: 'employmentAgreement' });
    const on = (enteredOn: Day) => given(registered(), agreement, trained()).when(enter({ enteredOn }));
    on(day('2022-08-01')).thenRefused('organization.worker.contractMissing');
    on(day('2022-08-02')).then(entered({ enteredOn: '2022-08-02' }));
  });

  it.each([
    ['project', { project: undefined }, 'unitUnknown'],
    ['project that is open', { project: { kind: 'project', closed: true } }, 'unitClosed'],
    ['project that is one', { project: { kind: 'company', closed: false } }, 'unitOfOtherKind'],
    ['crew', { crew: undefined }, 'unitUnknown'],
    ['crew that is one', { crew: { kind: 'department', closed: false } }, 'unitOfOtherKind'],
    ['crew of this site', { crewBelowProject: false }, 'crewOfOtherSite'],
    ['crew that was formed', { crewLife: undefined }, 'crewDidNotStand'],
  ] as [string, Partial<Site>, string][])('needs a %s', (_, place, code) =>
    given(...fit)
      .when(enter({}, place))
      .thenRefused(`organization.worker.${code}`),
  );
  it('gives managers the work type 900, and nobody else (DS-06)', () => {
    const manager = { workRole: '10', workType: '900' } as const;
    given(...fit)
      .when(enter(manager))
      .then(entered(manager));
    given(...fit)
      .when(enter({ workRole: '10' }))
      .thenRefused('organization.worker.managersWorkType');
    given(...fit)
      .when(enter({ workType: '900' }))
      .thenRefused('organization.worker.managersWorkType');
  });

  it('puts a worker into exactly one crew of the site', () => {
    given(...fit, entered())
      .when(enter())
      .thenNothing();
    given(...fit, entered())
      .when(enter({ crewId: 'formwork-crew' }))
      .thenRefused('organization.worker.alreadyOnSite', { crewId: 'rebar-crew' });
  });
  it('can be told for two sites', () =>
    given(...fit, entered())
      .when(enter({ projectId: 'north-port' }))
      .then(entered({ projectId: 'north-port' })));
  it('can follow an exit on the next day, and not on the same', () => {
    const out = [...fit, entered(), left(day('2026-11-10'))];
    given(...out)
      .when(enter({ enteredOn: day('2026-11-10') }))
      .thenRefused('organization.worker.enteredBeforeLeft');
    given(...out)
      .when(enter({ enteredOn: day('2026-11-11') }))
      .then(entered({ enteredOn: '2026-11-11' }));
  });
  it('cannot be told for a day to come', () =>
    given(...fit)
      .when(enter({ enteredOn: TOMORROW }))
      .thenRefused('organization.worker.dayInFuture'));
});

describe('Age on site', () => {
  const on = entry.enteredOn;
  it.each([
    ['is refused to who completes 16 years on the next day', '2010-11-03', 'underMinimumAge'],
    ['lets in a juvenile on the day he completes 16 years', '2010-11-02', 'juvenile'],
    ['takes for a juvenile who completes 18 years on the next day', '2008-11-03', 'juvenile'],
    ['takes for an adult who completes 18 years on the day', '2008-11-02', 'adult'],
  ])('%s (RN-11)', (_, birthDay, group) => {
    const asked = given(...fit).when(enter({ juvenileHealthCheckOn: on }, {}, day(birthDay)));
    if (group === 'underMinimumAge') asked.thenRefused('organization.worker.underMinimumAge');
    else asked.then(entered({ ageGroup: group }));
  });
  it('asks for a health check before a juvenile works (RN-11)', () => {
    const juvenile = day('2009-01-01');
    given(...fit)
      .when(enter({}, {}, juvenile))
      .thenRefused('organization.worker.juvenileHealthCheckMissing');
    given(...fit)
      .when(enter({ juvenileHealthCheckOn: day('2026-11-03') }, {}, juvenile))
      .thenRefused('organization.worker.juvenileHealthCheckMissing');
  });

  // Born in June 1966, a man reaches the retirement age at 60 years and 5 months.
  const agreement = [registered(), recorded({ kind: 'employmentAgreement' }), trained()];
  it.each([
    ['adult the day before he reaches the retirement age', '1966-06-03', 'adult'],
    ['over-age on the day he reaches it', '1966-06-02', 'overAge'],
  ])('counts a man as %s (OA-02)', (_, birthDay, ageGroup) =>
    given(...agreement)
      .when(enter({}, {}, day(birthDay)))
      .then(entered({ ageGroup })),
  );
  it('counts a woman by whether she manages (OA-02)', () => {
    // Born in January 1975: 50 years and 1 month as a worker, and below 55 as a manager.
    const woman = [registered({ sex: 'female' }), recorded({ kind: 'employmentAgreement' }), trained()];
    given(...woman)
      .when(enter({}, {}, day('1975-01-10')))
      .then(entered({ ageGroup: 'overAge' }));
    const manager = { workRole: '10', workType: '900' } as const;
    given(...woman)
      .when(enter(manager, {}, day('1975-01-10')))
      .then(entered({ ...manager, ageGroup: 'adult' }));
  });
  it('asks those over the retirement age for an employment agreement from 2026-07-01 on (OA-01, OA-04)', () => {
    const old = day('1960-01-01');
    given(...fit)
      .when(enter({ enteredOn: day('2026-06-30') }, {}, old))
      .then(entered({ enteredOn: '2026-06-30', ageGroup: 'overAge' }));
    given(...fit)
      .when(enter({ enteredOn: day('2026-07-01') }, {}, old))
      .thenRefused('organization.worker.overAgeNeedsAgreement');
    given(...agreement)
      .when(enter({ enteredOn: day('2026-07-01') }, {}, old))
      .then(entered({ enteredOn: '2026-07-01', ageGroup: 'overAge' }));
  });
  it('leaves those in agreed late retirement under labour-contract law, for three years at most (OA-10)', () => {
    const late = (lateRetirementUntil: string) => [
      registered(),
      recorded({ lateRetirementUntil: day(lateRetirementUntil) }),
      trained(),
    ];
    given(...late('2026-11-03'))
      .when(enter({}, {}, day('1966-06-02')))
      .then(entered({ ageGroup: 'adult' }));
    given(...late('2026-11-02'))
      .when(enter({}, {}, day('1966-06-02')))
      .thenRefused('organization.worker.overAgeNeedsAgreement');
    // Reached the legal age on 2023-11-02, at 60: three years have run.
    given(...late('2030-01-01'))
      .when(enter({}, {}, day('1963-11-02')))
      .thenRefused('organization.worker.overAgeNeedsAgreement');
    given(...late('2030-01-01'))
      .when(enter({}, {}, day('1963-11-03')))
      .then(entered({ ageGroup: 'adult' }));
  });

  const dangerous: WorkRestriction = {
    restrictionId: 'dangerous-work',
    group: 'overAge',
    workTypes: ['020'],
    basis: '令第56号第十三条',
    from: on,
    liftedFrom: null,
  };
  const old = day('1960-01-01');
  it('closes work that a place marks as dangerous to those over the retirement age (OA-07)', () => {
    const restrictions = [dangerous];
    given(...agreement)
      .when(enter({}, { restrictions }, old))
      .thenRefused('organization.worker.workRestricted', { restrictionId: 'dangerous-work' });
    given(...agreement)
      .when(enter({ workType: '390' }, { restrictions }, old))
      .then(entered({ workType: '390', ageGroup: 'overAge' }));
    given(...agreement)
      .when(enter({}, { restrictions }))
      .then(entered());
  });
  it('judges by the restrictions of the day of entry (OA-03, OA-07)', () => {
    const entry = (restriction: Partial<WorkRestriction>) =>
      given(...agreement).when(enter({}, { restrictions: [{ ...dangerous, ...restriction }] }, old));
    entry({ from: day('2026-11-03') }).then(entered({ ageGroup: 'overAge' }));
    entry({ liftedFrom: day('2026-11-03') }).thenRefused('organization.worker.workRestricted');
    entry({ liftedFrom: on }).then(entered({ ageGroup: 'overAge' }));
  });
  it('keeps a local ban by years apart from the retirement age (OA-03)', () => {
    const ban: WorkRestriction = { ...dangerous, group: 'yearsCompleted', years: 60, sex: 'male', workTypes: [] };
    const at = (birthDay: string, restriction = ban) =>
      given(...agreement).when(enter({}, { restrictions: [restriction] }, day(birthDay)));
    at('1966-11-03').then(entered());
    at('1966-11-02').thenRefused('organization.worker.workRestricted');
    at('1966-11-02', { ...ban, sex: 'female' }).then(entered());
  });
});

describe('On a site, a worker', () => {
  it('moves from one crew to another, and not back in time', () => {
    given(...fit, entered())
      .when(transfer('formwork-crew', entry.enteredOn))
      .then(transferred('rebar-crew', 'formwork-crew', entry.enteredOn));
    given(...fit, entered())
      .when(transfer('formwork-crew', day('2026-11-01')))
      .thenRefused('organization.worker.beforeLastChange', { since: '2026-11-02' });
    given(...fit, entered())
      .when(transfer('formwork-crew', TOMORROW))
      .thenRefused('organization.worker.dayInFuture');
  });
  it('is in the crew already, when he is told of twice', () =>
    given(...fit, entered(), transferred('rebar-crew', 'formwork-crew'))
      .when(transfer('formwork-crew'))
      .thenNothing());
  it('has to be on the site to be moved', () =>
    given(...fit)
      .when(transfer('formwork-crew'))
      .thenRefused('organization.worker.notOnSite'));
  it('leaves it from his present crew, on a day from his first in it on', () => {
    const moved = [...fit, entered(), transferred('rebar-crew', 'formwork-crew', day('2026-11-10'))];
    given(...moved)
      .when(leave(day('2026-11-10')))
      .then(left(day('2026-11-10'), 'formwork-crew'));
    given(...moved)
      .when(leave(day('2026-11-09')))
      .thenRefused('organization.worker.beforeLastChange');
    given(...moved)
      .when(leave(TOMORROW))
      .thenRefused('organization.worker.dayInFuture');
  });
  it.each(exitKinds)('leaves, and it is told that it was %s (QD-48)', (exitKind) => {
    const told = (event: { type: string; data: object }) => ({ ...event, data: { ...event.data, exitKind } });
    given(...fit, entered())
      .when(told(leave()) as WorkerWish)
      .then(told(left()) as WorkerEvent);
  });
  it('moves only to a crew that stands (QD-03)', () => {
    const move = transfer('formwork-crew') as WorkerWish & { type: 'TransferWorker' };
    given(...fit, entered())
      .when({ ...move, site: { ...site, crewLife: { formedOn: day('2026-03-01'), dissolvedOn: day('2026-11-19') } } })
      .thenRefused('organization.worker.crewDidNotStand', { crewId: 'formwork-crew', on: TODAY });
  });
  it('leaves once', () => {
    given(...fit, entered(), left())
      .when(leave())
      .thenNothing();
    given(...fit, entered(), left())
      .when(leave(day('2026-11-19')))
      .thenRefused('organization.worker.notOnSite');
  });
});

describe('Two registrations of one person', () => {
  const merge = (intoWorkerId = 'w-2'): WorkerWish => ({
    type: 'MergeWorker',
    data: { workerId: 'w-1', intoWorkerId, reason: '同一人', approvedBy: '人力资源部', mergedOn: TODAY },
    into: 'registered',
  });
  const merged = (data: object = {}): WorkerEvent => ({
    type: 'WorkerMerged',
    data: {
      ...{ workerId: 'w-1', intoWorkerId: 'w-2', registrations: [{ workerId: 'w-1', identityKey: KEY }] },
      ...{ projectIds: [], reason: '同一人', approvedBy: '人力资源部', mergedOn: TODAY, ...data },
    },
  });
  const taken: WorkerEvent = {
    type: 'DuplicateTakenOver',
    data: {
      ...{ workerId: 'w-1', registrations: [{ workerId: 'w-0', identityKey: OTHER_KEY }] },
      ...{ projectIds: ['north-port'], mergedOn: TODAY },
    },
  };

  it('become one by a correction that says why and by whom', () => given(registered()).when(merge()).then(merged()));
  it('take along what ended in the duplicate before', () =>
    given(...fit, entered(), left(), taken)
      .when(merge())
      .then(
        merged({
          registrations: [
            { workerId: 'w-1', identityKey: KEY },
            { workerId: 'w-0', identityKey: OTHER_KEY },
          ],
          projectIds: ['bay-bridge', 'north-port'],
        }),
      ));
  it('are merged once', () => {
    given(registered(), merged()).when(merge()).thenNothing();
    given(registered(), merged()).when(merge('w-3')).thenRefused('organization.worker.merged', { intoWorkerId: 'w-2' });
  });
  it('are merged only while the duplicate is on no site, so that nobody is in two crews of one', () =>
    given(...fit, entered())
      .when(merge())
      .thenRefused('organization.worker.stillOnSite', { projectIds: ['bay-bridge'] }));
  it('are two, and the other one lives', () => {
    given(registered()).when(merge('w-1')).thenRefused('organization.worker.mergedIntoItself');
    given(registered())
      .when({ ...merge(), into: 'erased' } as WorkerWish)
      .thenRefused('organization.worker.mergedIntoNone');
  });
  it('leave the duplicate closed to everything else', () =>
    given(registered(), merged()).when(record()).thenRefused('organization.worker.merged', { intoWorkerId: 'w-2' }));
  it('are told to the one that lives on, once', () => {
    const takeOver: WorkerWish = { type: 'TakeOverDuplicate', data: taken.data };
    given(registered()).when(takeOver).then(taken);
    given(registered(), taken).when(takeOver).thenNothing();
  });

  describe('are erased together', () => {
    it('with the sites of both', () => {
      const events = worker.decide(
        { type: 'EraseWorker', data: erasure, current: profile, keptRecordId: 'kept-1' },
        [registered(), taken].reduce(worker.evolve, worker.initialState),
        { today: TODAY, actor: 'user:test' },
      );
      expect(events[1]).toMatchObject({
        data: {
          kept: [{ projectIds: ['north-port'] }],
          registrations: [{ workerId: 'w-1' }, { workerId: 'w-0' }],
        },
      });
    });
  });
});

const erasure = { workerId: 'w-1', reason: 'asked-by-the-person', erasedOn: TODAY } as const;

describe('The erasure of a person', () => {
  const erase: WorkerWish = { type: 'EraseWorker', data: erasure, current: profile, keptRecordId: 'kept-1' };
  const registrations = [{ workerId: 'w-1', identityKey: KEY }];
  const erasedWholly: WorkerEvent = { type: 'WorkerErased', data: { ...erasure, kept: [], registrations } };
  const { birthDay: _birthDay, ethnicGroup: _ethnicGroup, ...inTheLedger } = profile;
  const recordKept: WorkerEvent = {
    type: 'LegalRecordKept',
    data: { workerId: 'w-1', keptRecordId: 'kept-1', ...inTheLedger },
  };
  const erasedKeeping: WorkerEvent = {
    type: 'WorkerErased',
    data: {
      ...erasure,
      kept: [
        {
          what: 'labourLedger',
          basis: '《保障农民工工资支付条例》第十五条、第二十八条；《劳动合同法实施条例》第八条',
          yearsAfterSettlement: 3,
          projectIds: ['bay-bridge'],
        },
      ],
      keptRecordId: 'kept-1',
      registrations,
    },
  };

  it('leaves nothing of who never worked on a site (PI-07)', () =>
    given(...fit)
      .when(erase)
      .then(erasedWholly));
  it('locks away the labour ledger of the sites he worked on, and tells the reason (T21; PI-07, WG-06, WG-18)', () =>
    given(...fit, entered(), left())
      .when(erase)
      .then(recordKept, erasedKeeping));
  it('waits until he has left all sites', () =>
    given(...fit, entered())
      .when(erase)
      .thenRefused('organization.worker.stillOnSite'));
  it('happens once, and closes the registration', () => {
    given(...fit, erasedWholly)
      .when(erase)
      .thenNothing();
    given(...fit, erasedWholly)
      .when(record())
      .thenRefused('organization.worker.erased');
  });

  describe('keeps what law demands', () => {
    const destroy = (destroyedOn: string): WorkerWish => ({
      type: 'DestroyKeptRecord',
      data: {
        ...{ workerId: 'w-1', completedOn: day('2027-06-30'), settledOn: day('2027-09-15') },
        destroyedOn: day(destroyedOn),
      },
    });
    const later = { today: day('2031-01-01') };
    const destroyed: WorkerEvent = {
      type: 'KeptRecordDestroyed',
      data: { ...(destroy('2030-09-16').data as WorkerEvent['data']), keptRecordId: 'kept-1' } as never,
    };
    const kept = [...fit, entered(), left(), recordKept, erasedKeeping];

    it('until three years after completion and settlement, the later of both (T8; WG-18)', () => {
      given(...kept)
        .when(destroy('2030-09-15'), later)
        .thenRefused('organization.worker.keptByLaw', { until: '2030-09-15' });
      given(...kept)
        .when(destroy('2030-09-16'), later)
        .then(destroyed);
    });
    it('and destroys it once', () => {
      given(...kept, destroyed)
        .when(destroy('2030-09-16'), later)
        .thenNothing();
      given(...fit, erasedWholly)
        .when(destroy('2030-09-16'), later)
        .thenRefused('organization.worker.nothingKept');
    });
  });
});
