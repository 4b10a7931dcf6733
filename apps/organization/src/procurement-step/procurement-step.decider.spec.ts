import { type ProcurementStepEvent, type ProcurementStepKind, procurementStepKinds } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { procurementStep, type ProcurementStepWish } from './procurement-step.decider';

const given = specify(procurementStep);
const stepId = 'price-april';
const opening = (kind: ProcurementStepKind = 'unitPrice') => ({
  ...{ stepId, unitId: 'lot-3', kind, title: '钢筋单价', labourSubcontractorId: 'haian' },
  openedOn: day('2026-04-02'),
});
const open = (changed: Partial<ProcurementStepWish & { type: 'OpenProcurementStep' }> = {}): ProcurementStepWish => ({
  type: 'OpenProcurementStep',
  data: opening(),
  unitIsOpen: true,
  labourSubcontractorKind: 'labourSubcontractor',
  ...changed,
});
const opened = (kind?: ProcurementStepKind): ProcurementStepEvent => ({
  type: 'ProcurementStepOpened',
  data: opening(kind),
});
const participation = {
  ...{ stepId, officerId: 'officer-3', opinion: 'agreed' as const, statement: '同意' },
  tookPartOn: day('2026-04-06'),
};
const join: ProcurementStepWish = {
  type: 'RecordStepParticipation',
  data: participation,
  officer: {
    service: { level: 'project', unitId: 'lot-3', managingUnitIds: [], onDutyFrom: day('2026-01-05'), endsOn: null },
    ancestorIds: [],
  },
  place: { unitId: 'lot-3', ancestorIds: [] },
};
const joined: ProcurementStepEvent = { type: 'LiaisonOfficerJoinedStep', data: participation };
const closing = (closedOn = '2026-04-08') => ({
  ...{ stepId, outcome: '按限价下浮2%', evidence: [{ fileName: '确认单.pdf', sha256: 'b'.repeat(64) }] },
  closedOn: day(closedOn),
});
const close = (officerRequired: boolean, closedOn?: string): ProcurementStepWish => ({
  type: 'CloseProcurementStep',
  data: closing(closedOn),
  officerRequired,
});
const closed = (officerRequired: boolean): ProcurementStepEvent => ({
  type: 'ProcurementStepClosed',
  data: { ...closing(), officerRequired },
});

describe('A tender, contract, measurement or price decision', () => {
  it('is opened once in an open unit, for a labour subcontractor if it is known', () => {
    given().when(open()).then(opened());
    given(opened()).when(open()).thenNothing();
    given(opened())
      .when(open({ data: opening('tender') }))
      .thenRefused('organization.procurementStep.alreadyOpened');
    given()
      .when(open({ unitIsOpen: false }))
      .thenRefused('organization.procurementStep.unitMissing');
    given()
      .when(open({ labourSubcontractorKind: 'company' }))
      .thenRefused('organization.procurementStep.notALabourSubcontractor');
    const { labourSubcontractorId: _unknownYet, ...data } = opening('tender');
    given()
      .when(open({ data, labourSubcontractorKind: undefined }))
      .then({ type: 'ProcurementStepOpened', data });
  });
  it('JX-23: records the officer who took part, with opinion and day, once', () => {
    given(opened()).when(join).then(joined);
    given(opened(), joined).when(join).thenNothing();
    given().when(join).thenRefused('organization.procurementStep.unknown');
  });
  it.each(procurementStepKinds)('JX-23: a %s that requires an officer cannot close without one', (kind) => {
    given(opened(kind))
      .when(close(true))
      .thenRefused('organization.liaisonParticipation.officerMissing', { step: kind });
    given(opened(kind), joined).when(close(true)).then(closed(true));
    given(opened(kind)).when(close(false)).then(closed(false));
  });
  it('is closed once, from the day on which it was opened, and takes nothing afterwards', () => {
    given(opened(), closed(false)).when(close(false)).thenNothing();
    given(opened(), closed(false)).when(close(false, '2026-04-09')).thenRefused('organization.procurementStep.closed');
    given(opened(), closed(false)).when(join).thenRefused('organization.procurementStep.closed');
    given(opened()).when(close(false, '2026-04-01')).thenRefused('organization.entryDay.beforeEarlier');
  });
});
