import { day, fact, formed, given, led, TODAY, wish } from '../testing/crew-story';

const item = {
  itemId: 'i1',
  kind: 'disclosure' as const,
  title: '高支模专项方案交底',
  issuedOn: day('2026-06-02'),
  acknowledgeBy: day('2026-06-04'),
};
const issued = fact('CrewItemIssued', item);
const acknowledge = (workerId: string, on: string) =>
  wish('AcknowledgeCrewItem', { itemId: 'i1', workerId, acknowledgedOn: day(on) });
const acknowledged = (workerId: string, asLeader: boolean, on: string) =>
  fact('CrewItemAcknowledged', { itemId: 'i1', workerId, asLeader, acknowledgedOn: day(on) });

describe('What is issued to a crew', () => {
  it('reaches it with the last day for acknowledging it (QD-12)', () =>
    given(formed()).when(wish('IssueCrewItem', item)).then(issued));
  it('can ask for it on the same day, and not before', () => {
    const atOnce = { ...item, acknowledgeBy: item.issuedOn };
    given(formed()).when(wish('IssueCrewItem', atOnce)).then(fact('CrewItemIssued', atOnce));
    given(formed())
      .when(wish('IssueCrewItem', { ...item, acknowledgeBy: day('2026-06-01') }))
      .thenRefused('organization.crew.endsBeforeItBegins');
  });
  it('is issued once, however often it is told', () =>
    given(formed(), issued, acknowledged('wang', false, '2026-06-03'))
      .when(wish('IssueCrewItem', item))
      .thenNothing());
  it('refuses another item under the same id', () =>
    given(formed(), issued)
      .when(wish('IssueCrewItem', { ...item, title: '另一份' }))
      .thenRefused('organization.crew.idTaken'));

  it('is acknowledged by the leader of the day (QD-12)', () =>
    given(formed(), led('wang', '2026-06-03'), issued)
      .when(acknowledge('wang', '2026-06-03'))
      .then(acknowledged('wang', true, '2026-06-03')));
  it('is noted by a member, which is not yet the leader on the day before', () =>
    given(formed(), led('wang', '2026-06-03'), issued)
      .when(acknowledge('wang', '2026-06-02'))
      .then(acknowledged('wang', false, '2026-06-02')));
  it('can be acknowledged by either leader on the day of the change, by the former one not after it', () => {
    const changed = [formed(), led('wang', '2026-04-01'), led('li', '2026-06-03'), issued];
    given(...changed)
      .when(acknowledge('wang', '2026-06-03'))
      .then(acknowledged('wang', true, '2026-06-03'));
    given(...changed)
      .when(acknowledge('li', '2026-06-03'))
      .then(acknowledged('li', true, '2026-06-03'));
    given(...changed)
      .when(acknowledge('wang', '2026-06-04'))
      .then(acknowledged('wang', false, '2026-06-04'));
  });
  it('is acknowledged by each member once', () =>
    given(formed(), issued, acknowledged('wang', false, '2026-06-03'))
      .when(acknowledge('wang', TODAY))
      .thenNothing());
  it('cannot be acknowledged before it was issued', () =>
    given(formed(), issued)
      .when(acknowledge('wang', '2026-06-01'))
      .thenRefused('organization.crew.acknowledgedBeforeIssue', { issuedOn: '2026-06-02' }));
  it('has to be issued', () =>
    given(formed()).when(acknowledge('wang', TODAY)).thenRefused('organization.crew.recordUnknown', { id: 'i1' }));
});
