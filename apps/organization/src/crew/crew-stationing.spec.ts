import { day, fact, FORMED, formed, given, TODAY, TOMORROW, wish } from '../testing/crew-story';

const support = (assignmentId: string, fromDay: string, plannedUntil?: string) => ({
  assignmentId,
  managerId: 'manager-zhao',
  duties: ['每周到班组两次'],
  fromDay: day(fromDay),
  ...(plannedUntil !== undefined && { plannedUntil: day(plannedUntil) }),
});
const ending = (assignmentId: string, endedOn: string) => ({ assignmentId, reason: '期满', endedOn: day(endedOn) });
const station = (stationingId: string, workerId: string, fromDay: string) => ({
  stationingId,
  workerId,
  fromDay: day(fromDay),
});

describe('The manager who answers for a crew', () => {
  const assigned = fact('CrewSupportAssigned', support('s1', '2026-04-01'));
  const ended = fact('CrewSupportEnded', ending('s1', '2026-06-30'));

  it('is assigned with his duties from a day on (QD-13)', () =>
    given(formed())
      .when(wish('AssignCrewSupport', support('s1', '2026-04-01')))
      .then(assigned));
  it('can be assigned on the day the crew is formed (QD-13)', () =>
    given(formed())
      .when(wish('AssignCrewSupport', support('s1', FORMED)))
      .then(fact('CrewSupportAssigned', support('s1', FORMED))));
  it('cannot be assigned one day earlier', () =>
    given(formed())
      .when(wish('AssignCrewSupport', support('s1', '2026-02-28')))
      .thenRefused('organization.crew.beforeFormation'));
  it('cannot be assigned from a day to come', () =>
    given(formed())
      .when(wish('AssignCrewSupport', support('s1', TOMORROW)))
      .thenRefused('organization.crew.dayInFuture'));
  it('can be meant to answer for one day', () =>
    given(formed())
      .when(wish('AssignCrewSupport', support('s1', '2026-04-01', '2026-04-01')))
      .then(fact('CrewSupportAssigned', support('s1', '2026-04-01', '2026-04-01'))));
  it('cannot be meant to end before he begins', () =>
    given(formed())
      .when(wish('AssignCrewSupport', support('s1', '2026-04-01', '2026-03-31')))
      .thenRefused('organization.crew.endsBeforeItBegins', { fromDay: '2026-04-01' }));
  it('is assigned once, however often it is told', () =>
    given(formed(), assigned, ended)
      .when(wish('AssignCrewSupport', support('s1', '2026-04-01')))
      .thenNothing());
  it('refuses another assignment under the same id', () =>
    given(formed(), assigned)
      .when(wish('AssignCrewSupport', support('s1', '2026-04-02')))
      .thenRefused('organization.crew.idTaken', { id: 's1' }));

  it('is the only one as long as he answers (QD-13)', () =>
    given(formed(), assigned)
      .when(wish('AssignCrewSupport', support('s2', '2026-07-01')))
      .thenRefused('organization.crew.supportStands', { assignmentId: 's1' }));
  it('cannot begin on the last day of the one before', () =>
    given(formed(), assigned, ended)
      .when(wish('AssignCrewSupport', support('s2', '2026-06-30')))
      .thenRefused('organization.crew.supportStands'));
  it('can begin one day after it', () =>
    given(formed(), assigned, ended)
      .when(wish('AssignCrewSupport', support('s2', '2026-07-01')))
      .then(fact('CrewSupportAssigned', support('s2', '2026-07-01'))));

  it('answers no more after his last day (QD-13)', () =>
    given(formed(), assigned)
      .when(wish('EndCrewSupport', ending('s1', '2026-06-30')))
      .then(ended));
  it('is relieved once, however often it is told', () =>
    given(formed(), assigned, ended)
      .when(wish('EndCrewSupport', ending('s1', '2026-07-15')))
      .thenNothing());
  it('can be relieved on his first day', () =>
    given(formed(), assigned)
      .when(wish('EndCrewSupport', ending('s1', '2026-04-01')))
      .then(fact('CrewSupportEnded', ending('s1', '2026-04-01'))));
  it('cannot be relieved before it', () =>
    given(formed(), assigned)
      .when(wish('EndCrewSupport', ending('s1', '2026-03-31')))
      .thenRefused('organization.crew.endsBeforeItBegins'));
  it('has to be known', () =>
    given(formed())
      .when(wish('EndCrewSupport', ending('s9', '2026-06-30')))
      .thenRefused('organization.crew.recordUnknown', { id: 's9' }));
});

describe('A Party member', () => {
  const stationed = fact('PartyMemberStationed', station('p1', 'chen', '2026-04-01'));
  const ended = fact('PartyMemberStationingEnded', { stationingId: 'p1', reason: '调离', endedOn: day('2026-06-30') });
  const end = (endedOn: string) =>
    wish('EndPartyMemberStationing', { stationingId: 'p1', reason: '调离', endedOn: day(endedOn) });

  it('is stationed with the crew from a day on (QD-10)', () =>
    given(formed())
      .when(wish('StationPartyMember', station('p1', 'chen', '2026-04-01')))
      .then(stationed));
  it('can be stationed beside another (QD-10)', () =>
    given(formed(), stationed)
      .when(wish('StationPartyMember', station('p2', 'sun', '2026-04-01')))
      .then(fact('PartyMemberStationed', station('p2', 'sun', '2026-04-01'))));
  it('is stationed once at a time', () =>
    given(formed(), stationed)
      .when(wish('StationPartyMember', station('p2', 'chen', '2026-05-01')))
      .thenRefused('organization.crew.alreadyStationed', { stationingId: 'p1' }));
  it('cannot come again on his last day', () =>
    given(formed(), stationed, ended)
      .when(wish('StationPartyMember', station('p2', 'chen', '2026-06-30')))
      .thenRefused('organization.crew.alreadyStationed'));
  it('can come again one day after it', () =>
    given(formed(), stationed, ended)
      .when(wish('StationPartyMember', station('p2', 'chen', '2026-07-01')))
      .then(fact('PartyMemberStationed', station('p2', 'chen', '2026-07-01'))));
  it('leaves after his last day (QD-10)', () => given(formed(), stationed).when(end('2026-06-30')).then(ended));
  it('leaves once, however often it is told', () => given(formed(), stationed, ended).when(end(TODAY)).thenNothing());
});
