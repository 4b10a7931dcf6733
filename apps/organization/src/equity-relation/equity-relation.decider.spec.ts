import type { EquityRelationEvent, RecordEquityRelation } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { equityRelation, type EquityRelationWish } from './equity-relation.decider';

const given = specify(equityRelation);
const refused = (rule: string) => `organization.equityRelation.${rule}`;
const holding = (changed: Partial<RecordEquityRelation> = {}): RecordEquityRelation => ({
  ...{ labourSubcontractorId: 'haian', contractorId: 'harbour', kind: 'controlling', shareBasisPoints: 5_100 },
  evidence: [{ fileName: '协议.pdf', sha256: 'c'.repeat(64) }],
  fromDay: day('2025-07-01'),
  ...changed,
});
const record = (
  changed: Partial<RecordEquityRelation> = {},
  known: Partial<EquityRelationWish & { type: 'RecordEquityRelation' }> = {},
): EquityRelationWish => ({
  type: 'RecordEquityRelation',
  data: holding(changed),
  contractor: { kind: 'company', closed: false },
  labourSubcontractor: { kind: 'labourSubcontractor', closed: false },
  ...known,
});
const recorded = (changed: Partial<RecordEquityRelation> = {}): EquityRelationEvent => ({
  type: 'EquityRelationRecorded',
  data: holding(changed),
});
const ending = { labourSubcontractorId: 'haian', contractorId: 'harbour', reason: '转让', endedOn: day('2026-09-01') };
const end = (endedOn = '2026-09-01'): EquityRelationWish => ({
  type: 'EndEquityRelation',
  data: { ...ending, endedOn: day(endedOn) },
});
const ended: EquityRelationEvent = { type: 'EquityRelationEnded', data: ending };

describe('The equity relation of a contractor to a labour subcontractor (QD-50)', () => {
  it('QD-50: has a kind, a share and a first day, and is told once', () => {
    given().when(record()).then(recorded());
    given(recorded()).when(record()).thenNothing();
  });
  it('is one of an open group or company to an open labour subcontractor', () => {
    given()
      .when(record({}, { contractor: { kind: 'group', closed: false } }))
      .then(recorded());
    for (const contractor of [
      undefined,
      { kind: 'project', closed: false },
      { kind: 'company', closed: true },
    ] as const)
      given().when(record({}, { contractor })).thenRefused(refused('notAContractor'));
    for (const unit of [
      undefined,
      { kind: 'company', closed: false },
      { kind: 'labourSubcontractor', closed: true },
    ] as const)
      given()
        .when(record({}, { labourSubcontractor: unit }))
        .thenRefused(refused('notALabourSubcontractor'));
  });
  it('holds at most half as a minority, and the whole when merged', () => {
    given()
      .when(record({ kind: 'minority', shareBasisPoints: 5_000 }))
      .then(recorded({ kind: 'minority', shareBasisPoints: 5_000 }));
    given()
      .when(record({ kind: 'minority', shareBasisPoints: 5_001 }))
      .thenRefused(refused('shareDoesNotFit'), { most: 5_000 });
    given()
      .when(record({ kind: 'merged', shareBasisPoints: 10_000 }))
      .then(recorded({ kind: 'merged', shareBasisPoints: 10_000 }));
    given()
      .when(record({ kind: 'merged', shareBasisPoints: 9_999 }))
      .thenRefused(refused('shareDoesNotFit'), { least: 10_000 });
  });
  it('adds up to the whole at most: 49% beside 51%, not 49.01%', () => {
    const other = { contractorId: 'highway', kind: 'minority' } as const;
    given(recorded())
      .when(record({ ...other, shareBasisPoints: 4_900 }))
      .then(recorded({ ...other, shareBasisPoints: 4_900 }));
    given(recorded())
      .when(record({ ...other, shareBasisPoints: 4_901 }))
      .thenRefused(refused('moreThanTheWhole'), { together: 10_001 });
    const later = { ...other, shareBasisPoints: 4_901, fromDay: day('2026-09-01') };
    given(recorded(), ended).when(record(later)).then(recorded(later));
    const dayBefore = { ...later, fromDay: day('2026-08-31') };
    given(recorded(), ended).when(record(dayBefore)).thenRefused(refused('moreThanTheWhole'));
  });
  it('changes from a day on, not before it began', () => {
    const more = { shareBasisPoints: 6_000, fromDay: day('2026-01-01') };
    given(recorded()).when(record(more)).then(recorded(more));
    given(recorded())
      .when(record({ ...more, fromDay: day('2025-06-30') }))
      .thenRefused('organization.entryDay.beforeEarlier');
  });
  it('ends once, and can begin again', () => {
    given(recorded()).when(end()).then(ended);
    given(recorded(), ended).when(end()).thenNothing();
    given(recorded(), ended).when(end('2026-09-02')).thenRefused(refused('unknown'));
    given().when(end()).thenRefused(refused('unknown'));
    given(recorded()).when(end('2025-06-30')).thenRefused('organization.entryDay.beforeEarlier');
    const again = { fromDay: day('2026-09-01') };
    given(recorded(), ended).when(record(again)).then(recorded(again));
  });
});
