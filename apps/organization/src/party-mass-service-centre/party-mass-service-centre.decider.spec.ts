import type { PartyMassServiceCentreEvent } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { isOpenOn, partyMassServiceCentre, type PartyMassServiceCentreWish } from './party-mass-service-centre.decider';

const given = specify(partyMassServiceCentre);
const refused = (rule: string) => `organization.partyMassServiceCentre.${rule}`;
const offer = { centreId: 'linjiang', areaSquareMetres: 860, services: ['职工书屋'], openingHours: '08:30-20:30' };
const opening = {
  ...{ ...offer, parkUnitId: 'linjiang-park', name: '党群服务中心', place: '临江大道188号' },
  openedOn: day('2026-01-15'),
};
const open = (changed: Partial<typeof opening> = {}, isOpenPark = true): PartyMassServiceCentreWish => ({
  type: 'OpenPartyMassServiceCentre',
  data: { ...opening, ...changed },
  isOpenPark,
});
const opened: PartyMassServiceCentreEvent = { type: 'PartyMassServiceCentreOpened', data: opening };
const revision = { ...offer, areaSquareMetres: 960, revisedOn: day('2026-05-01') };
const revise = (revisedOn = '2026-05-01'): PartyMassServiceCentreWish => ({
  type: 'RevisePartyMassServiceCentre',
  data: { ...revision, revisedOn: day(revisedOn) },
});
const revised: PartyMassServiceCentreEvent = { type: 'PartyMassServiceCentreRevised', data: revision };
const closing = { centreId: 'linjiang', reason: '迁址', closedOn: day('2026-10-01') };
const close: PartyMassServiceCentreWish = { type: 'ClosePartyMassServiceCentre', data: closing };
const closed: PartyMassServiceCentreEvent = { type: 'PartyMassServiceCentreClosed', data: closing };

describe('A Party-mass service centre (HM-03h)', () => {
  it('HM-03h: is registered in an open park with its area, services and opening hours, once', () => {
    given().when(open()).then(opened);
    given(opened).when(open()).thenNothing();
    given(opened)
      .when(open({ name: '另一个' }))
      .thenRefused(refused('alreadyOpened'));
    given().when(open({}, false)).thenRefused(refused('notAnOpenPark'));
    given().when(revise()).thenRefused(refused('unknown'));
  });
  it('is revised as a whole, from the day it opened on', () => {
    given(opened).when(revise()).then(revised);
    given(opened, revised).when(revise()).thenNothing();
    given(opened).when(revise('2026-01-14')).thenRefused('organization.entryDay.beforeEarlier');
    given(opened, revised).when(revise('2026-04-30')).thenRefused('organization.entryDay.beforeEarlier');
  });
  it('is closed once, and revised no more', () => {
    given(opened).when(close).then(closed);
    given(opened, closed).when(close).thenNothing();
    given(opened, closed).when(revise()).thenRefused(refused('closed'), { closedOn: '2026-10-01' });
  });
  it('is open from its first day to the day before it closes', () => {
    const state = [opened, closed].reduce(
      (folded, event) => partyMassServiceCentre.evolve(folded, event),
      partyMassServiceCentre.initialState,
    );
    const days = ['2026-01-14', '2026-01-15', '2026-09-30', '2026-10-01'].map((each) => isOpenOn(state, day(each)));
    expect(days).toEqual([false, true, true, false]);
    expect(isOpenOn(partyMassServiceCentre.initialState, day('2026-01-15'))).toBe(false);
  });
});
