import type { CrewMatter } from '@gongyou/contracts';
import { day, fact, FORMED, formed, given, TODAY, TOMORROW, wish } from '../testing/crew-story';

const power = {
  delegationId: 'd1',
  catalogueVersion: 1,
  power: 'safetyStop',
  grantorId: 'manager-zhao',
  holderId: 'wang',
  limits: '仅限本作业面',
  fromDay: day('2026-05-01'),
  untilDay: day('2026-10-31'),
};
const delegated = fact('PowerDelegated', power);
const revoked = (revokedOn: string) =>
  fact('PowerRevoked', { delegationId: 'd1', reason: '持有人离任', revokedOn: day(revokedOn) });
const revoke = (revokedOn: string) =>
  wish('RevokePower', { delegationId: 'd1', reason: '持有人离任', revokedOn: day(revokedOn) });
const use = (usedOn: string, useId = 'u1') =>
  wish('UsePower', { useId, delegationId: 'd1', action: '停工整改', usedOn: day(usedOn) });
const used = (usedOn: string) =>
  fact('PowerUsed', {
    useId: 'u1',
    delegationId: 'd1',
    power: 'safetyStop',
    holderId: 'wang',
    action: '停工整改',
    usedOn: day(usedOn),
  });

describe('A power of management', () => {
  describe('when it is delegated', () => {
    it('names grantor, holder, limits and validity (QD-29)', () =>
      given(formed()).when(wish('DelegatePower', power)).then(delegated));
    it('can be given ahead of its time', () => {
      const ahead = { ...power, fromDay: TOMORROW, untilDay: TOMORROW };
      given(formed()).when(wish('DelegatePower', ahead)).then(fact('PowerDelegated', ahead));
    });
    it('cannot end before it begins', () =>
      given(formed())
        .when(wish('DelegatePower', { ...power, untilDay: day('2026-04-30') }))
        .thenRefused('organization.crew.endsBeforeItBegins', { fromDay: '2026-05-01' }));
    it('can begin with the crew, not one day earlier', () => {
      const first = { ...power, fromDay: FORMED };
      given(formed()).when(wish('DelegatePower', first)).then(fact('PowerDelegated', first));
      given(formed())
        .when(wish('DelegatePower', { ...power, fromDay: day('2026-02-28') }))
        .thenRefused('organization.crew.beforeFormation');
    });
    it.each([
      ['a power that the version does not list', { power: 'hiringAndFiring' }],
      ['a version that there is not', { catalogueVersion: 2 }],
      ['a power named like the methods of every object', { power: 'toString' }],
    ])('refuses %s (QD-29)', (_, other) =>
      given(formed())
        .when(wish('DelegatePower', { ...power, ...other }))
        .thenRefused('organization.crew.powerNotInCatalogue'),
    );
    it('cannot be given by its holder to himself', () =>
      given(formed())
        .when(wish('DelegatePower', { ...power, grantorId: 'wang' }))
        .thenRefused('organization.crew.powerGivenToItself'));
    it('is given once, however often it is told', () =>
      given(formed(), delegated, revoked('2026-06-01')).when(wish('DelegatePower', power)).thenNothing());
    it('refuses another power under the same id', () =>
      given(formed(), delegated)
        .when(wish('DelegatePower', { ...power, power: 'qualityStop' }))
        .thenRefused('organization.crew.idTaken'));
  });

  describe('when it is used', () => {
    it.each(['2026-05-01', '2026-10-31'])('is logged with its holder on %s (QD-29)', (on) =>
      given(formed(), delegated).when(use(on)).then(used(on)),
    );
    it.each(['2026-04-30', '2026-11-01'])('is refused on %s, the day before or after its time (QD-29)', (on) =>
      given(formed(), delegated).when(use(on)).thenRefused('organization.crew.powerNotInForce', { usedOn: on }),
    );
    it('is logged on the day before it was revoked, and refused on the day itself (QD-29)', () => {
      given(formed(), delegated, revoked('2026-06-01')).when(use('2026-05-31')).then(used('2026-05-31'));
      given(formed(), delegated, revoked('2026-06-01'))
        .when(use('2026-06-01'))
        .thenRefused('organization.crew.powerNotInForce');
    });
    it('is logged once, however often it is told', () =>
      given(formed(), delegated, used('2026-05-02'), revoked('2026-05-02')).when(use('2026-05-02')).thenNothing());
    it('refuses another use under the same id', () =>
      given(formed(), delegated, used('2026-05-02')).when(use('2026-05-03')).thenRefused('organization.crew.idTaken'));
    it('has to be given first', () =>
      given(formed()).when(use('2026-05-02')).thenRefused('organization.crew.recordUnknown', { id: 'd1' }));
  });

  describe('when it is revoked', () => {
    it('holds no more (QD-29)', () =>
      given(formed(), delegated).when(revoke('2026-06-01')).then(revoked('2026-06-01')));
    it('can be revoked on its last day, and not after it', () => {
      given(formed(), delegated).when(revoke('2026-10-31')).then(revoked('2026-10-31'));
      given(formed(), delegated)
        .when(revoke('2026-11-01'))
        .thenRefused('organization.crew.powerLapsed', { untilDay: '2026-10-31' });
    });
    it('is revoked once, however often it is told', () =>
      given(formed(), delegated, revoked('2026-06-01')).when(revoke('2026-07-01')).thenNothing());
  });
});

describe('A crew meeting', () => {
  const matter = (change: Partial<CrewMatter> = {}): CrewMatter => ({
    title: '停工整改安排',
    outcome: 'decided',
    decision: '停工两小时',
    votesFor: 6,
    votesAgainst: 5,
    votesAbstained: 1,
    power: 'safetyStop',
    ...change,
  });
  const record = (matters: CrewMatter[], heldOn = '2026-06-30', counts = { memberCount: 18, presentCount: 12 }) =>
    wish('RecordCrewMeeting', { meetingId: 'm1', ...counts, matters, heldOn: day(heldOn) });
  const held = (within: boolean, heldOn = '2026-06-30', told = matter()) =>
    fact('CrewMeetingHeld', {
      meetingId: 'm1',
      memberCount: 18,
      presentCount: 12,
      matters: [{ ...told, withinDelegatedPowers: within }],
      heldOn: day(heldOn),
    });

  it('keeps matter, decision, number present and votes (QD-30)', () =>
    given(formed(), delegated)
      .when(record([matter()]))
      .then(held(true)));
  it.each([
    ['2026-04-30', false],
    ['2026-05-01', true],
    ['2026-10-31', true],
    ['2026-11-01', false],
  ])('on %s lies within the delegated powers: %s (QD-29, QD-30)', (on, within) =>
    given(formed(), delegated)
      .when(record([matter()], on))
      .then(held(within, on)),
  );
  it('marks a matter for which no power was given', () => {
    const other = matter({ power: 'bonusDistribution' });
    given(formed(), delegated)
      .when(record([other]))
      .then(held(false, '2026-06-30', other));
  });
  it('judges by its own day, when it is told after the power was revoked', () =>
    given(formed(), delegated, revoked('2026-07-01'))
      .when(record([matter()]))
      .then(held(true)));
  it('is recorded once, however often it is told, whatever became of the power', () =>
    given(formed(), delegated, held(true), revoked('2026-06-15'))
      .when(record([matter()]))
      .thenNothing());
  it('refuses other content under the same id', () =>
    given(formed(), delegated, held(true))
      .when(record([matter({ votesFor: 7, votesAgainst: 4 })]))
      .thenRefused('organization.crew.idTaken'));

  it('can have all members present, and not one more', () => {
    const all = { memberCount: 12, presentCount: 12 };
    given(formed())
      .when(record([matter({ outcome: 'referred' })], '2026-06-30', all))
      .then(
        fact('CrewMeetingHeld', {
          meetingId: 'm1',
          ...all,
          matters: [{ ...matter({ outcome: 'referred' }), withinDelegatedPowers: false }],
          heldOn: day('2026-06-30'),
        }),
      );
    given(formed())
      .when(record([matter()], '2026-06-30', { memberCount: 11, presentCount: 12 }))
      .thenRefused('organization.crew.morePresentThanMembers', { presentCount: 12, memberCount: 11 });
  });
  it('cannot have one vote more than there were people', () =>
    given(formed())
      .when(record([matter(), matter({ votesAbstained: 2 })]))
      .thenRefused('organization.crew.moreVotesThanPresent', { matter: 2, votes: 13, presentCount: 12 }));
  it('cannot decide a matter by a tie', () =>
    given(formed())
      .when(record([matter({ votesFor: 6, votesAgainst: 6, votesAbstained: 0 })]))
      .thenRefused('organization.crew.decidedAgainstTheVote', { matter: 1 }));
  it('cannot be held on a day to come', () =>
    given(formed())
      .when(record([matter()], TOMORROW))
      .thenRefused('organization.crew.dayInFuture'));
  it('can be held on the day it is told of', () =>
    given(formed())
      .when(record([matter()], TODAY))
      .then(held(false, TODAY)));
});
