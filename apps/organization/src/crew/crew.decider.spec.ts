import type { FormCrew } from '@gongyou/contracts';
import type { CrewUnit, CrewWish } from './crew.decider';
import { day, dissolved, fact, FORMED, formed, given, led, TODAY, TOMORROW, wish } from '../testing/crew-story';

const crewUnit: CrewUnit = { kind: 'crew', closed: false };
const subcontractor: CrewUnit = { kind: 'labourSubcontractor', closed: false };

const form = (data: Partial<FormCrew> = {}, known: { unit?: CrewUnit; subcontractor?: CrewUnit } = {}): CrewWish => ({
  type: 'FormCrew',
  data: { unitId: 'rebar-crew', trade: '020', formedOn: FORMED, ...data },
  unit: crewUnit,
  ...known,
});
const revise = (trade: string, labourSubcontractorId?: string, known?: CrewUnit, revisedOn = TODAY): CrewWish => ({
  type: 'ReviseCrew',
  data: { unitId: 'rebar-crew', trade, ...(labourSubcontractorId && { labourSubcontractorId }), revisedOn },
  subcontractor: known,
});
const dissolve = (dissolvedOn: string = TODAY) =>
  wish('DissolveCrew', { reason: '完工', dissolvedOn: day(dissolvedOn) });
const appoint = (workerId: string, appointedOn: string = TODAY) =>
  wish('AppointCrewLeader', { workerId, appointedOn: day(appointedOn) });
const relieve = (relievedOn: string = TODAY) =>
  wish('RelieveCrewLeader', { reason: '调离', relievedOn: day(relievedOn) });

describe('A crew', () => {
  describe('when it is formed', () => {
    it('stands under its unit (QD-03, DS-03)', () => given().when(form()).then(formed()));
    it('can be one of a labour subcontractor (QD-51)', () =>
      given()
        .when(form({ labourSubcontractorId: 'qingdao-labour' }, { subcontractor }))
        .then(formed({ labourSubcontractorId: 'qingdao-labour' })));
    it('is formed once, however often it is told', () => given(formed(), dissolved()).when(form()).thenNothing());
    it('refuses another trade under the same unit', () =>
      given(formed())
        .when(form({ trade: '050' }))
        .thenRefused('organization.crew.alreadyFormed'));
    it('cannot be formed on a day to come', () =>
      given()
        .when(form({ formedOn: TOMORROW }))
        .thenRefused('organization.crew.dayInFuture', { on: TOMORROW }));
    it('needs a unit that exists', () =>
      given()
        .when({ type: 'FormCrew', data: { unitId: 'rebar-crew', trade: '020', formedOn: FORMED } })
        .thenRefused('organization.crew.unitUnknown', { unitId: 'rebar-crew' }));
    it('needs a unit that is open', () =>
      given()
        .when(form({}, { unit: { ...crewUnit, closed: true } }))
        .thenRefused('organization.crew.unitClosed'));
    it('needs a unit of the kind crew', () =>
      given()
        .when(form({}, { unit: { kind: 'department', closed: false } }))
        .thenRefused('organization.crew.unitIsNoCrew', { kind: 'department' }));
    it.each<[string, CrewUnit | undefined, string]>([
      ['is unknown', undefined, 'organization.crew.unitUnknown'],
      ['is a company of another kind', { kind: 'company', closed: false }, 'organization.crew.notALabourSubcontractor'],
      ['is closed', { ...subcontractor, closed: true }, 'organization.crew.unitClosed'],
    ])('refuses a labour subcontractor that %s', (_, known, code) =>
      given()
        .when(form({ labourSubcontractorId: 'qingdao-labour' }, known && { subcontractor: known }))
        .thenRefused(code),
    );
  });

  describe('when it is revised', () => {
    it('works in another trade', () =>
      given(formed())
        .when(revise('050'))
        .then(fact('CrewRevised', { trade: '050', revisedOn: TODAY })));
    it('works for another labour subcontractor', () =>
      given(formed())
        .when(revise('020', 'qingdao-labour', subcontractor))
        .then(fact('CrewRevised', { trade: '020', labourSubcontractorId: 'qingdao-labour', revisedOn: TODAY })));
    it('changes nothing by what it is', () => given(formed()).when(revise('020')).thenNothing());
    it('cannot be revised before it was formed', () =>
      given(formed())
        .when(revise('050', undefined, undefined, day('2026-02-28')))
        .thenRefused('organization.crew.beforeFormation', { formedOn: FORMED }));
  });

  describe('when it is led', () => {
    it('has a leader from his day on (QD-03)', () => given(formed()).when(appoint('wang')).then(led('wang', TODAY)));
    it('tells whom the new leader replaces', () =>
      given(formed(), led('wang', '2026-04-01'))
        .when(appoint('li'))
        .then(fact('CrewLeaderAppointed', { workerId: 'li', replacedWorkerId: 'wang', appointedOn: TODAY })));
    it('changes nothing by the leader it has', () =>
      given(formed(), led('wang', '2026-04-01')).when(appoint('wang')).thenNothing());
    it('can take back an earlier leader on the day on which he left', () =>
      given(formed(), led('wang', '2026-04-01'), fact('CrewLeaderRelieved', relieved('2026-05-01')))
        .when(appoint('wang', '2026-05-01'))
        .then(led('wang', '2026-05-01')));
    it('cannot change its leader one day before he began', () =>
      given(formed(), led('wang', '2026-04-01'))
        .when(appoint('li', '2026-03-31'))
        .thenRefused('organization.crew.beforeLeader', { since: '2026-04-01' }));
    it('cannot be led before it was formed', () =>
      given(formed()).when(appoint('wang', '2026-02-28')).thenRefused('organization.crew.beforeFormation'));
    it('cannot be led from a day to come', () =>
      given(formed()).when(appoint('wang', TOMORROW)).thenRefused('organization.crew.dayInFuture'));
    it('stands without a leader when he is relieved', () =>
      given(formed(), led('wang', '2026-04-01'))
        .when(relieve('2026-04-01'))
        .then(fact('CrewLeaderRelieved', relieved('2026-04-01'))));
    it('cannot relieve a leader it does not have', () =>
      given(formed(), led('wang', '2026-04-01'), fact('CrewLeaderRelieved', relieved('2026-05-01')))
        .when(relieve())
        .thenRefused('organization.crew.noLeader'));
    it('cannot relieve him one day before he began', () =>
      given(formed(), led('wang', '2026-04-01'))
        .when(relieve('2026-03-31'))
        .thenRefused('organization.crew.beforeLeader'));
  });

  describe('when it is dissolved', () => {
    it('ends (QD-03)', () => given(formed()).when(dissolve()).then(dissolved()));
    it('ends once, however often it is told', () => given(formed(), dissolved()).when(dissolve()).thenNothing());
    it('can end on the day of the last thing told', () =>
      given(formed(), led('wang', '2026-11-10')).when(dissolve('2026-11-10')).then(dissolved('2026-11-10')));
    it('cannot end one day before it', () =>
      given(formed(), led('wang', '2026-11-10'))
        .when(dissolve('2026-11-09'))
        .thenRefused('organization.crew.beforeLastTold', { lastOn: '2026-11-10' }));
    it('takes nothing more', () =>
      given(formed(), dissolved())
        .when(appoint('wang'))
        .thenRefused('organization.crew.dissolved', { dissolvedOn: TODAY }));
  });

  it('has to be formed first', () => given().when(appoint('wang')).thenRefused('organization.crew.notFormed'));
});

function relieved(relievedOn: string) {
  return { workerId: 'wang', reason: '调离', relievedOn: day(relievedOn) };
}
