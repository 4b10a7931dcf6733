import type { LiaisonContactCardHolderEvent } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { type CardCircumstances, liaisonContactCardHolder } from './liaison-contact-card-holder.decider';

const given = specify(liaisonContactCardHolder);
const holder = { projectId: 'bridge', workerId: 'w-1' };
const issue = (edition: number | undefined, issuedOn = '2026-11-10', other: Partial<CardCircumstances> = {}) => ({
  type: 'IssueLiaisonContactCard' as const,
  data: { ...holder, issuedOn: day(issuedOn) },
  circumstances: { edition, isOnSite: true, ...other },
});
const issued = (edition: number, issuedOn = '2026-11-10'): LiaisonContactCardHolderEvent => ({
  type: 'LiaisonContactCardIssued',
  data: { ...holder, edition, issuedOn: day(issuedOn) },
});
const acknowledge = (acknowledgedOn = '2026-11-12') => ({
  type: 'AcknowledgeLiaisonContactCard' as const,
  data: { ...holder, acknowledgedOn: day(acknowledgedOn) },
});
const acknowledged = (edition: number, acknowledgedOn = '2026-11-12'): LiaisonContactCardHolderEvent => ({
  type: 'LiaisonContactCardAcknowledged',
  data: { ...holder, edition, acknowledgedOn: day(acknowledgedOn) },
});

describe('A contact card', () => {
  it('is issued to a worker on site, once in each edition (JX-12c)', () => {
    given().when(issue(1)).then(issued(1));
    given(issued(1)).when(issue(1, '2026-11-11')).thenNothing();
    given(issued(1), acknowledged(1)).when(issue(2, '2026-11-20')).then(issued(2, '2026-11-20'));
  });
  it('is issued to nobody who is not on site, nor where there is none', () => {
    given()
      .when(issue(1, undefined, { isOnSite: false }))
      .thenRefused('organization.liaisonContactCardHolder.notOnSite');
    given().when(issue(undefined)).thenRefused('organization.liaisonContactCardHolder.cardNotDesigned');
  });
  it('is acknowledged once, on the day it was issued at the earliest (JX-12c)', () => {
    given(issued(1)).when(acknowledge('2026-11-10')).then(acknowledged(1, '2026-11-10'));
    given(issued(1))
      .when(acknowledge('2026-11-09'))
      .thenRefused('organization.liaisonContactCardHolder.dayTooEarly', { earliest: '2026-11-10' });
    given(issued(1)).when(acknowledge('2026-11-21')).thenRefused('organization.liaisonContactCardHolder.dayInFuture');
    given(issued(1), acknowledged(1)).when(acknowledge('2026-11-13')).thenNothing();
    given().when(acknowledge()).thenRefused('organization.liaisonContactCardHolder.notIssued');
  });
  it('is to be acknowledged anew in a new edition (JX-12c)', () =>
    given(issued(1), acknowledged(1), issued(2, '2026-11-15'))
      .when(acknowledge('2026-11-16'))
      .then(acknowledged(2, '2026-11-16')));
});
