import type { DesignLiaisonContactCard, LiaisonContactCardEvent } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { liaisonContactCard, type ShownOfficer } from './liaison-contact-card.decider';

const given = specify(liaisonContactCard);
const officer: ShownOfficer = { officerId: 'p-1', projectId: 'bridge', publicationId: 'first' };
const successor: ShownOfficer = { officerId: 'p-2', projectId: 'bridge', publicationId: 'first' };
const told: DesignLiaisonContactCard = {
  projectId: 'bridge',
  officerId: 'p-1',
  hotline: '400 800 1234',
  complaintCode: 'bridge-complaints',
  designedOn: day('2026-11-10'),
};
const design = (other: Partial<DesignLiaisonContactCard> = {}, shown: ShownOfficer | undefined = officer) => ({
  type: 'DesignLiaisonContactCard' as const,
  data: { ...told, ...other },
  officer: shown,
});
const renew = (shown: ShownOfficer | undefined, present: ShownOfficer | undefined, renewedOn = '2026-11-20') => ({
  type: 'RenewLiaisonContactCard' as const,
  data: { projectId: 'bridge', officerId: shown?.officerId ?? 'p-2', renewedOn: day(renewedOn) },
  officer: shown,
  present,
});
const designed = (edition: number, other: Partial<LiaisonContactCardEvent['data']> = {}): LiaisonContactCardEvent => ({
  type: 'LiaisonContactCardDesigned',
  data: { ...told, edition, publicationId: 'first', ...other },
});

describe('The contact card of a project', () => {
  it('shows an officer of the project who is on duty and disclosed (JX-12c)', () => {
    given().when(design()).then(designed(1));
    for (const shown of [undefined, { ...officer, projectId: 'port' }])
      given()
        .when({ ...design(), officer: shown })
        .thenRefused('organization.liaisonContactCard.officerNotShown');
  });
  it('comes in a new edition when it shows something else, and only then (JX-12c)', () => {
    given(designed(1)).when(design()).thenNothing();
    given(designed(1))
      .when(design({ designedOn: day('2026-11-11') }))
      .thenNothing();
    given(designed(1))
      .when(design({ hotline: '12345' }))
      .then(designed(2, { hotline: '12345' }));
  });
  it('is designed in the order of the days, and not ahead', () => {
    given(designed(1))
      .when(design({ hotline: '12345', designedOn: day('2026-11-09') }))
      .thenRefused('organization.liaisonContactCard.dayTooEarly', { earliest: '2026-11-10' });
    given()
      .when(design({ designedOn: day('2026-11-21') }))
      .thenRefused('organization.liaisonContactCard.dayInFuture');
  });
});

describe('A change of officer', () => {
  const renewed = (other: Partial<LiaisonContactCardEvent['data']>) =>
    designed(2, { designedOn: day('2026-11-20'), ...other });

  it('makes a new edition with the hotline and the code of the last one (JX-12c)', () =>
    given(designed(1))
      .when(renew(successor, undefined))
      .then(renewed({ officerId: 'p-2' })));
  it('does not, while the officer on the card is still there', () =>
    given(designed(1)).when(renew(successor, officer)).thenNothing());
  it('is one of phone too (JX-12c)', () => {
    given(designed(1)).when(renew(officer, officer)).thenNothing();
    const published = { ...officer, publicationId: 'second' };
    given(designed(1))
      .when(renew(published, published))
      .then(renewed({ publicationId: 'second' }));
  });
  it('changes nothing where there is no card, or nobody to show', () => {
    given().when(renew(successor, undefined)).thenRefused('organization.liaisonContactCard.notDesigned');
    given(designed(1)).when(renew(undefined, undefined)).thenRefused('organization.liaisonContactCard.officerNotShown');
  });
});
