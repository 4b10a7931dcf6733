import type { LiaisonParticipation } from '@gongyou/contracts';
import { type Day, day } from '@gongyou/domain';
import { type ParticipatingOfficer, requireParticipation, takesPart } from './participation';

const moment = { today: day('2026-11-20'), actor: 'user:test' };
const told = (tookPartOn = '2026-04-06'): LiaisonParticipation => ({
  officerId: 'officer-3',
  opinion: 'objected',
  statement: '单价低于上月',
  tookPartOn: day(tookPartOn),
});
const officer = (unitId: string, ancestorIds: string[] = [], endsOn: Day | null = null): ParticipatingOfficer => ({
  service: { level: 'project', unitId, managingUnitIds: [], onDutyFrom: day('2026-04-06'), endsOn },
  ancestorIds,
});
const matter = (...participations: LiaisonParticipation[]) => ({
  openedOn: day('2026-04-02'),
  place: { unitId: 'lot-3', ancestorIds: ['district', 'company'] },
  participations,
});

describe('The participation of a liaison officer (JX-23)', () => {
  it.each([
    ['in the unit itself', officer('lot-3')],
    ['above it', officer('district')],
    ['below it', officer('rebar-crew', ['lot-3', 'district'])],
  ])('comes from a post %s', (_, from) => expect(takesPart(told(), from, matter(), moment)).toBe(true));
  it('comes from no post elsewhere', () =>
    expect(() => takesPart(told(), officer('lot-9', ['district']), matter(), moment)).toThrow(
      expect.objectContaining({ code: 'organization.liaisonParticipation.postElsewhere' }),
    ));
  it('is told once', () => expect(takesPart(told(), officer('lot-3'), matter(told()), moment)).toBe(false));
  it('stands beside an earlier one on another day', () =>
    expect(takesPart(told('2026-04-07'), officer('lot-3'), matter(told()), moment)).toBe(true));
  it.each([
    ['of the first day on duty', '2026-04-06', true],
    ['of the day before', '2026-04-05', false],
    ['of the last day', '2026-04-08', true],
    ['of the day after', '2026-04-09', false],
  ])('%s counts, or does not', (_, on, counts) => {
    const take = () => takesPart(told(on), officer('lot-3', [], day('2026-04-08')), matter(), moment);
    if (counts) expect(take()).toBe(true);
    else expect(take).toThrow(expect.objectContaining({ code: 'organization.liaisonParticipation.notOnDuty' }));
  });
  it('is none of somebody who never was an officer, and none from before the matter was opened', () => {
    expect(() => takesPart(told(), undefined, matter(), moment)).toThrow(
      expect.objectContaining({ code: 'organization.liaisonParticipation.notOnDuty' }),
    );
    expect(() => takesPart(told('2026-04-01'), officer('lot-3'), matter(), moment)).toThrow(
      expect.objectContaining({ code: 'organization.entryDay.beforeEarlier' }),
    );
  });
});

describe('A step that requires a liaison officer (JX-23)', () => {
  const close =
    (isRequired: boolean, on: string, ...participations: LiaisonParticipation[]) =>
    () =>
      requireParticipation('measurement', isRequired, participations, day(on));
  const missing = expect.objectContaining({ code: 'organization.liaisonParticipation.officerMissing' }) as Error;

  it('cannot be closed without one', () => expect(close(true, '2026-04-08')).toThrow(missing));
  it('can be closed on the day on which one took part, not on the day before', () => {
    expect(close(true, '2026-04-06', told())).not.toThrow();
    expect(close(true, '2026-04-05', told())).toThrow(missing);
  });
  it('can be closed without one where none is required', () => expect(close(false, '2026-04-08')).not.toThrow());
});
