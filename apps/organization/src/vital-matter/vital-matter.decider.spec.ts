import type { VitalMatterEvent } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import type { CongressDecision } from '../congress/congress.decider';
import { vitalMatter, type VitalMatterWish } from './vital-matter.decider';

const given = specify(vitalMatter);
const matterId = 'm-1';
const resolution = { congressId: 'congress-6', resolutionId: 'r-1' };

const decision = (changes: Partial<CongressDecision> = {}): CongressDecision => ({
  unitId: 'first-highway',
  matter: 'payScheme',
  isPassed: true,
  votedOn: day('2026-01-20'),
  ...changes,
});
const matter = (inForceFrom = '2026-02-01') => ({
  ...{ matterId, unitId: 'first-highway', matter: 'payScheme' as const, title: '薪酬分配方案' },
  inForceFrom: day(inForceFrom),
});
const bring = (by: CongressDecision | undefined = decision(), inForceFrom?: string): VitalMatterWish => ({
  type: 'BringVitalMatterIntoForce',
  data: { ...matter(inForceFrom), ...resolution },
  decision: by,
});
const tookEffect = (inForceFrom?: string): VitalMatterEvent => ({
  type: 'VitalMatterTookEffect',
  data: { ...matter(inForceFrom), ...resolution },
});
const finding = (foundOn = '2026-03-01') => ({ ...matter(), foundOn: day(foundOn) });
const report = (foundOn?: string, unitIsKnown = true): VitalMatterWish => ({
  type: 'ReportUnresolvedVitalMatter',
  data: finding(foundOn),
  unitIsKnown,
});
const found: VitalMatterEvent = { type: 'VitalMatterFoundUnresolved', data: finding() };
const covering = (coveredOn = '2026-05-01') => ({ matterId, ...resolution, coveredOn: day(coveredOn) });
const cover = (by: CongressDecision | undefined = decision(), coveredOn?: string): VitalMatterWish => ({
  type: 'CoverVitalMatter',
  data: covering(coveredOn),
  decision: by,
});
const covered: VitalMatterEvent = { type: 'VitalMatterCovered', data: covering() };
const revoking = { matterId, reason: '新方案', revokedOn: day('2026-06-01') };
const revoke: VitalMatterWish = { type: 'RevokeVitalMatter', data: revoking };
const revoked: VitalMatterEvent = { type: 'VitalMatterRevoked', data: revoking };

describe('A matter of vital interest (HM-04i)', () => {
  it('takes effect by a resolution that the congress passed, on that day and not before', () => {
    given().when(bring()).then(tookEffect());
    given().when(bring(decision(), '2026-01-20')).then(tookEffect('2026-01-20'));
    given()
      .when(bring(decision(), '2026-01-19'))
      .thenRefused('organization.vitalMatter.beforeResolution', { votedOn: '2026-01-20' });
  });
  it('does not take effect without a resolution, or by one that was not passed', () => {
    given()
      .when({ type: 'BringVitalMatterIntoForce', data: { ...matter(), ...resolution } })
      .thenRefused('organization.vitalMatter.resolutionUnknown');
    given()
      .when(bring(decision({ isPassed: false })))
      .thenRefused('organization.vitalMatter.notPassed');
  });
  it('does not take effect by a resolution on something else, or of somebody else', () => {
    given()
      .when(bring(decision({ matter: 'welfare' })))
      .thenRefused('organization.vitalMatter.resolutionOnAnotherMatter', { matter: 'welfare' });
    given()
      .when(bring(decision({ unitId: 'third-harbour' })))
      .thenRefused('organization.vitalMatter.resolutionOfAnotherUnit', { unitId: 'third-harbour' });
  });
  it('is told once', () => {
    given(tookEffect()).when(bring()).thenNothing();
    given(tookEffect()).when(bring(decision(), '2026-02-02')).thenRefused('organization.vitalMatter.toldOtherwise');
    given(found).when(report()).thenNothing();
    given(found).when(bring()).thenRefused('organization.vitalMatter.toldOtherwise');
  });
  it('is a finding when it is in force without a resolution, from the day on which it took effect', () => {
    given().when(report()).then(found);
    given()
      .when(report('2026-02-01'))
      .then({ type: 'VitalMatterFoundUnresolved', data: finding('2026-02-01') });
    given()
      .when(report('2026-01-31'))
      .thenRefused('organization.vitalMatter.foundBeforeInForce', { inForceFrom: '2026-02-01' });
    given().when(report('2026-11-21')).thenRefused('organization.vitalMatter.dayInFuture');
    given().when(report(undefined, false)).thenRefused('organization.vitalMatter.unitUnknown');
  });
  it('is a finding no more once the congress has passed it, or it was revoked', () => {
    given(found).when(cover()).then(covered);
    given(found, covered).when(cover()).thenNothing();
    given(found)
      .when(cover(decision({ isPassed: false })))
      .thenRefused('organization.vitalMatter.notPassed');
    given(found).when(revoke).then(revoked);
    given(found, revoked).when(revoke).thenNothing();
    given(found, revoked).when(cover()).thenRefused('organization.vitalMatter.revoked');
  });
  it('keeps the resolution that covers it', () => {
    const another = { type: 'CoverVitalMatter', data: { ...covering(), resolutionId: 'r-2' } } as const;
    given(found, covered).when(another).thenRefused('organization.vitalMatter.coveredAlready');
    given(tookEffect()).when(another).thenRefused('organization.vitalMatter.coveredAlready');
    given().when(cover()).thenRefused('organization.vitalMatter.unknown');
  });
});
