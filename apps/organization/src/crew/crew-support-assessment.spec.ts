import type { CrewEvent } from '@gongyou/contracts';
import { day, dissolved, fact, formed, given, TODAY, TOMORROW, wish } from '../testing/crew-story';
import { crew } from './crew.decider';
import { supportOnRecord } from './crew-support-assessment';

const assigned = fact('CrewSupportAssigned', {
  assignmentId: 's1',
  managerId: 'zhao',
  duties: ['每周到班组两次'],
  fromDay: day('2026-04-01'),
});
const ended = fact('CrewSupportEnded', { assignmentId: 's1', reason: '期满', endedOn: day('2026-06-30') });
const assessment = (
  assessmentId = 'a1',
  assessedOn: string = TODAY,
  grade: 'excellent' | 'competent' = 'excellent',
) => ({
  ...{ assignmentId: 's1', assessmentId, grade, note: '解决材料周转问题三件' },
  assessedOn: day(assessedOn),
});
const assess = (told = assessment()) => wish('AssessCrewSupport', told);
const assessed = (told = assessment()) => fact('CrewSupportAssessed', { ...told, managerId: 'zhao' });

describe('How a manager answered for a crew (QD-14)', () => {
  it.each([
    ['while he does', [formed(), assigned]],
    ['when he has gone', [formed(), assigned, ended]],
    ['when the crew has ended', [formed(), assigned, dissolved('2026-10-31')]],
  ] as [string, CrewEvent[]][])('is assessed %s (QD-14)', (_, history) =>
    given(...history)
      .when(assess())
      .then(assessed()),
  );
  it('is assessed from his first day on, and not one day earlier', () => {
    given(formed(), assigned)
      .when(assess(assessment('a1', '2026-04-01')))
      .then(assessed(assessment('a1', '2026-04-01')));
    given(formed(), assigned)
      .when(assess(assessment('a1', '2026-03-31')))
      .thenRefused('organization.crew.assessedBeforeService', { fromDay: '2026-04-01' });
  });
  it('is assessed today at the latest', () => {
    given(formed(), assigned)
      .when(assess(assessment('a1', TOMORROW)))
      .thenRefused('organization.crew.dayInFuture');
  });
  it('is assessed once under an id, however often it is told', () => {
    given(formed(), assigned, assessed()).when(assess()).thenNothing();
    given(formed(), assigned, assessed())
      .when(assess(assessment('a1', TODAY, 'competent')))
      .thenRefused('organization.crew.idTaken', { id: 'a1' });
  });
  it('has to be his: there is none without an assignment', () =>
    given(formed()).when(assess()).thenRefused('organization.crew.recordUnknown', { id: 's1' }));
  it('has to be a crew', () => given().when(assess()).thenRefused('organization.crew.notFormed'));
});

describe('An assignment as it stands on record (QD-14)', () => {
  const onRecordOn = (on: string, ...events: CrewEvent[]) =>
    supportOnRecord(
      events.reduce((state, event) => crew.evolve(state, event), crew.initialState),
      's1',
      day(on),
    );
  const onRecord = (...events: CrewEvent[]) => onRecordOn(TODAY, ...events);

  it('lasts, without a grade', () =>
    expect(onRecord(formed(), assigned)).toEqual({
      ...{ managerId: 'zhao', fromDay: '2026-04-01', endedOn: undefined, grade: undefined },
    }));
  it('ends with its crew, or before it', () => {
    expect(onRecord(formed(), assigned, dissolved('2026-10-31'))).toMatchObject({ endedOn: '2026-10-31' });
    expect(onRecord(formed(), assigned, ended, dissolved('2026-10-31'))).toMatchObject({ endedOn: '2026-06-30' });
  });
  it('has the grade of its latest assessment, in whatever order they are told', () => {
    const [early, late] = [
      assessed(assessment('a1', '2026-07-10', 'competent')),
      assessed(assessment('a2', '2026-11-10', 'excellent')),
    ];
    expect(onRecord(formed(), assigned, late, early)).toMatchObject({ grade: 'excellent' });
    expect(onRecord(formed(), assigned, early, late)).toMatchObject({ grade: 'excellent' });
  });
  it('is taken as it stood on the day: what came later does not count', () => {
    const history = [formed(), assigned, ended, assessed(assessment('a1', '2026-07-10'))];
    expect(onRecordOn('2026-06-29', ...history)).toMatchObject({ endedOn: undefined, grade: undefined });
    expect(onRecordOn('2026-06-30', ...history)).toMatchObject({ endedOn: '2026-06-30', grade: undefined });
    expect(onRecordOn('2026-07-09', ...history)).toMatchObject({ grade: undefined });
    expect(onRecordOn('2026-07-10', ...history)).toMatchObject({ grade: 'excellent' });
  });
  it('is none where nobody was assigned', () => {
    expect(onRecord(formed())).toBeUndefined();
    expect(onRecord()).toBeUndefined();
  });
});
