import type { MassOrganizationPostingEvent } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { massOrganizationPosting, type MassOrganizationPostingWish } from './mass-organization-posting.decider';

const given = specify(massOrganizationPosting);

const posting = (mode: 'partTime' | 'seconded' = 'partTime', endsOn = '2026-10-31') => ({
  postingId: 'p-1',
  workerId: 'w-1',
  massOrganizationId: 'haimen-union',
  post: '兼职副主席',
  mode,
  beginsOn: day('2026-07-01'),
  endsOn: day(endsOn),
});
const begin = (of = posting(), hostUnitId: string | undefined = 'haimen'): MassOrganizationPostingWish => ({
  type: 'BeginPosting',
  data: of,
  hostUnitId,
});
const began = (of = posting()): MassOrganizationPostingEvent => ({
  type: 'PostingBegan',
  data: { ...of, unitId: 'haimen' },
});
const ending = (endedOn: string) => ({ postingId: 'p-1', reason: '调往外地', endedOn: day(endedOn) });
const end = (endedOn: string): MassOrganizationPostingWish => ({ type: 'EndPosting', data: ending(endedOn) });
const ended = (endedOn: string): MassOrganizationPostingEvent => ({ type: 'PostingEnded', data: ending(endedOn) });

describe('A worker’s post in a mass organization (HM-03a)', () => {
  it.each(['partTime', 'seconded'] as const)('is %s, for a term', (mode) =>
    given()
      .when(begin(posting(mode)))
      .then(began(posting(mode))),
  );
  it('is recorded once', () => {
    given(began()).when(begin()).thenNothing();
    given(began())
      .when(begin(posting('seconded')))
      .thenRefused('organization.massOrganizationPosting.alreadyBegun');
  });
  it('is in an organization that is active', () =>
    given()
      .when({ type: 'BeginPosting', data: posting() })
      .thenRefused('organization.massOrganizationPosting.organizationNotActive'));
  it('has a term of at least a day', () => {
    given()
      .when(begin(posting('seconded', '2026-07-01')))
      .then(began(posting('seconded', '2026-07-01')));
    given()
      .when(begin(posting('seconded', '2026-06-30')))
      .thenRefused('organization.massOrganizationPosting.endsBeforeItBegins');
  });
  it('ends early up to the last day of its term', () => {
    given(began()).when(end('2026-10-31')).then(ended('2026-10-31'));
    given(began()).when(end('2026-11-01')).thenRefused('organization.massOrganizationPosting.alreadyOver');
    given(began()).when(end('2026-06-30')).thenRefused('organization.massOrganizationPosting.outsideTerm');
    given(began(), ended('2026-09-01')).when(end('2026-09-02')).thenNothing();
  });
  it('is assessed, also after it is over (CC-03b)', () => {
    const data = { postingId: 'p-1', grade: 'excellent' as const, note: '办复31件', assessedOn: day('2026-11-15') };
    given(began()).when({ type: 'AssessPosting', data }).then({ type: 'PostingAssessed', data });
    given(began(), { type: 'PostingAssessed', data }).when({ type: 'AssessPosting', data }).thenNothing();
    given().when({ type: 'AssessPosting', data }).thenRefused('organization.massOrganizationPosting.unknown');
  });
});
