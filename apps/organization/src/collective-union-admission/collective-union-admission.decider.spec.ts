import type { CollectiveUnionAdmissionEvent } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import {
  collectiveUnionAdmission,
  type CollectiveUnionAdmissionWish,
  MOST_ADMITTED_AT_ONCE,
} from './collective-union-admission.decider';

const given = specify(collectiveUnionAdmission);
const admissionId = 'joining-1';

const opening = {
  admissionId,
  massOrganizationId: 'lot-3-union',
  unitId: 'lot-3',
  basis: '总工发〔2021〕12号',
  openedOn: day('2026-04-07'),
};
const open = (unionIsActive = true, unitIsCovered = true): CollectiveUnionAdmissionWish => ({
  type: 'OpenCollectiveAdmission',
  data: opening,
  unionIsActive,
  unitIsCovered,
});
const opened: CollectiveUnionAdmissionEvent = { type: 'CollectiveAdmissionOpened', data: opening };

const form = { fileName: '入会申请书.pdf', sha256: 'a'.repeat(64) };
const yes = (workerId: string, consentedOn = '2026-04-10') => ({
  admissionId,
  workerId,
  employmentForm: 'subcontracted' as const,
  givenBy: 'signedForm' as const,
  form,
  consentedOn: day(consentedOn),
});
const consent = (...of: Parameters<typeof yes>): CollectiveUnionAdmissionWish => ({
  type: 'RecordUnionConsent',
  data: yes(...of),
});
const consented = (...of: Parameters<typeof yes>): CollectiveUnionAdmissionEvent => ({
  type: 'WorkerConsentedToJoin',
  data: yes(...of),
});
const no = (workerId: string) => ({ admissionId, workerId, declinedOn: day('2026-04-12') });
const declined = (workerId: string): CollectiveUnionAdmissionEvent => ({
  type: 'WorkerDeclinedToJoin',
  data: no(workerId),
});
const decline = (workerId: string): CollectiveUnionAdmissionWish => ({
  type: 'RecordUnionDecline',
  data: no(workerId),
});
const hold = (heldOn = '2026-04-28'): CollectiveUnionAdmissionWish => ({
  type: 'HoldCollectiveAdmission',
  data: { admissionId, heldOn: day(heldOn) },
});
const held: CollectiveUnionAdmissionEvent = {
  type: 'CollectiveAdmissionHeld',
  data: { admissionId, heldOn: day('2026-04-28') },
};
const admitted = (workerId: string): CollectiveUnionAdmissionEvent => ({
  type: 'WorkerAdmittedToUnion',
  data: {
    admissionId,
    massOrganizationId: 'lot-3-union',
    unitId: 'lot-3',
    workerId,
    employmentForm: 'subcontracted',
    consentedOn: day('2026-04-10'),
    admittedOn: day('2026-04-28'),
  },
});

describe('A collective admission (CC-12a)', () => {
  it('CC-12d: keeps which rules of admission were in force, and is told once whatever rules follow', () => {
    const rules = { unitId: 'cccc', version: 2 };
    const underRules: CollectiveUnionAdmissionEvent = {
      type: 'CollectiveAdmissionOpened',
      data: { ...opening, rules },
    };
    given()
      .when({ ...open(), rules } as CollectiveUnionAdmissionWish)
      .then(underRules);
    given(underRules).when(open()).thenNothing();
  });
  it('is opened by an active union for a unit that it covers', () => {
    given().when(open()).then(opened);
    given().when(open(false)).thenRefused('organization.collectiveUnionAdmission.unionNotActive');
    given().when(open(true, false)).thenRefused('organization.collectiveUnionAdmission.unitNotCovered');
    given(opened).when(open()).thenNothing();
  });
  it('UN-07: admits each who consented himself, and nobody who was only there', () =>
    given(opened, consented('w-1'), consented('w-2'), declined('w-3'))
      .when(hold())
      .then(held, admitted('w-1'), admitted('w-2')));
  it('UN-07: records one consent after the other, each with the form that the worker signed', () => {
    given(opened).when(consent('w-1')).then(consented('w-1'));
    const { form: _form, ...unsigned } = yes('w-1');
    given(opened)
      .when({ type: 'RecordUnionConsent', data: unsigned })
      .thenRefused('organization.collectiveUnionAdmission.formMissing');
    const onPhone = { ...unsigned, givenBy: 'ownPhone' as const };
    given(opened)
      .when({ type: 'RecordUnionConsent', data: onPhone })
      .then({ type: 'WorkerConsentedToJoin', data: onPhone });
  });
  it('UN-07: without one consent there is nothing to hold', () => {
    given(opened).when(hold()).thenRefused('organization.collectiveUnionAdmission.nobodyConsented');
    given(opened, consented('w-1'), declined('w-1'))
      .when(hold())
      .thenRefused('organization.collectiveUnionAdmission.nobodyConsented');
  });
  it('lets a worker change his mind until the ceremony, either way', () => {
    given(opened, consented('w-1')).when(decline('w-1')).then(declined('w-1'));
    given(opened, declined('w-1')).when(consent('w-1')).then(consented('w-1'));
    given(opened, consented('w-1')).when(consent('w-1')).thenNothing();
    given(opened, declined('w-1')).when(decline('w-1')).thenNothing();
  });
  it('takes no answers after the ceremony, which is held once', () => {
    given(opened, consented('w-1'), held, admitted('w-1')).when(hold()).thenNothing();
    given(opened, consented('w-1'), held)
      .when(consent('w-2'))
      .thenRefused('organization.collectiveUnionAdmission.alreadyHeld', { heldOn: '2026-04-28' });
  });
  it('needs every consent by the day of the ceremony', () => {
    given(opened, consented('w-1'))
      .when(hold('2026-04-10'))
      .then(
        { type: 'CollectiveAdmissionHeld', data: { admissionId, heldOn: day('2026-04-10') } },
        {
          type: 'WorkerAdmittedToUnion',
          data: { ...(admitted('w-1').data as object), admittedOn: day('2026-04-10') } as never,
        },
      );
    given(opened, consented('w-1', '2026-04-11'))
      .when(hold('2026-04-10'))
      .thenRefused('organization.collectiveUnionAdmission.consentAfterCeremony');
  });
  it(`takes ${MOST_ADMITTED_AT_ONCE} workers, not one more`, () => {
    const all = Array.from({ length: MOST_ADMITTED_AT_ONCE }, (_, number) => consented(`w-${number}`));
    given(opened, ...all.slice(1))
      .when(consent('w-0'))
      .then(consented('w-0'));
    given(opened, ...all)
      .when(consent('w-more'))
      .thenRefused('organization.collectiveUnionAdmission.full', { most: MOST_ADMITTED_AT_ONCE });
  });
  it('takes no answer before it was opened, or of a day to come', () => {
    given().when(consent('w-1')).thenRefused('organization.collectiveUnionAdmission.unknown');
    given(opened).when(consent('w-1', '2026-04-06')).thenRefused('organization.collectiveUnionAdmission.beforeOpening');
    given(opened).when(consent('w-1', '2026-11-21')).thenRefused('organization.collectiveUnionAdmission.dayInFuture');
  });
});
