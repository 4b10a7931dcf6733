import type { Programme, ProgrammeEvent } from '@gongyou/contracts';
import { specify } from '@gongyou/event-sourcing/testing';
import { smallProgramme, smallProgrammeWith } from '../testing/small-programme';
import { programme, type ProgrammeWish, versionOf } from './programme.decider';

const given = specify(programme);
const amendedContent = smallProgrammeWith({ title: { zh: '修订版', en: 'Amended' } });
const thirdContent = smallProgrammeWith({ title: { zh: '第三版', en: 'Third' } });

const publish = (
  content: Programme = smallProgramme,
  publishedByUnitId?: string,
  publisher?: { closed: boolean },
): ProgrammeWish => ({
  type: 'PublishProgramme',
  data: { programme: content, publishedByUnitId },
  publisher,
});
const published = (publishedByUnitId?: string): ProgrammeEvent => ({
  type: 'ProgrammePublished',
  data: { programmeId: 'small-reform', programmeVersion: 1, programme: smallProgramme, publishedByUnitId },
});
const amend = (content = amendedContent, amendsVersion = 1): ProgrammeWish => ({
  type: 'AmendProgramme',
  data: { programme: content, amendsVersion, reason: '年度任务调整' },
});
const amended = (content = amendedContent, programmeVersion = 2): ProgrammeEvent => ({
  type: 'ProgrammeAmended',
  data: { programmeId: 'small-reform', programmeVersion, programme: content, reason: '年度任务调整' },
});

describe('A reform programme', () => {
  it('is published as its first version (QD-01, CC-T1)', () => given().when(publish()).then(published()));
  it('is published for the unit that publishes it', () =>
    given()
      .when(publish(smallProgramme, 'group', { closed: false }))
      .then(published('group')));
  it('needs a publisher that exists', () =>
    given().when(publish(smallProgramme, 'nowhere')).thenRefused('supervision.programme.publisherUnknown'));
  it('needs a publisher that is open', () =>
    given()
      .when(publish(smallProgramme, 'group', { closed: true }))
      .thenRefused('supervision.programme.publisherClosed'));
  it('is published once, however often it is told', () => given(published()).when(publish()).thenNothing());
  it('is known again by its first version when it was amended since', () =>
    given(published(), amended()).when(publish()).thenNothing());
  it('refuses other content under the same id: that is an amendment', () =>
    given(published()).when(publish(amendedContent)).thenRefused('supervision.programme.alreadyPublished'));
  it('refuses another publisher for the same content', () =>
    given(published('group'))
      .when(publish(smallProgramme, 'other-group', { closed: false }))
      .thenRefused('supervision.programme.alreadyPublished'));
  it('is refused with everything that does not hold together', () =>
    given()
      .when(
        publish(smallProgrammeWith({ departments: [], parts: [{ partId: 'skills', title: smallProgramme.title }] })),
      )
      .thenRefused('supervision.programme.faulty', {
        faultCount: 5,
        faults: expect.arrayContaining([
          expect.objectContaining({ code: 'supervision.programme.unknownPart', path: 'measures[0].partId' }),
          expect.objectContaining({
            code: 'supervision.programme.unknownDepartment',
            path: 'measures[0].leadDepartmentIds[0]',
          }),
        ]) as unknown,
      }));
  it('tells no more faults than a person can read, but counts them all', () =>
    given()
      .when(
        publish(smallProgrammeWith({ departments: Array.from({ length: 150 }, () => smallProgramme.departments[0]!) })),
      )
      .thenRefused('supervision.programme.faulty', { faultCount: 151, faults: { length: 100 } }));

  it('is amended by a new version beside the old one (CC-T1)', () => given(published()).when(amend()).then(amended()));
  it('is amended from its newest version on', () =>
    given(published(), amended()).when(amend(thirdContent, 2)).then(amended(thirdContent, 3)));
  it('is amended once, however often it is told', () => given(published(), amended()).when(amend()).thenNothing());
  it.each([0, 2])('refuses an amendment that starts from version %i when the newest is 1', (version) =>
    given(published())
      .when(amend(amendedContent, version))
      .thenRefused('supervision.programme.notTheNewestVersion', { newestVersion: 1 }),
  );
  it('loses no amendment when two start from the same version', () =>
    given(published(), amended())
      .when(amend(thirdContent, 1))
      .thenRefused('supervision.programme.notTheNewestVersion', { newestVersion: 2 }));
  it('refuses an amendment that changes nothing', () =>
    given(published()).when(amend(smallProgramme)).thenRefused('supervision.programme.nothingAmended'));
  it('can go back to what an older version said', () =>
    given(published(), amended()).when(amend(smallProgramme, 2)).then(amended(smallProgramme, 3)));
  it('refuses an amendment that does not hold together', () =>
    given(published())
      .when(amend(smallProgrammeWith({ departments: [] })))
      .thenRefused('supervision.programme.faulty'));
  it('has to be published before it is amended', () =>
    given().when(amend()).thenRefused('supervision.programme.unknown'));

  it('keeps every version for those who adopted it', () => {
    const state = [published(), amended()].reduce(
      (folded, event) => programme.evolve(folded, event),
      programme.initialState,
    );
    expect([0, 1, 2, 3].map((version) => versionOf(state, version))).toEqual([
      undefined,
      smallProgramme,
      amendedContent,
      undefined,
    ]);
  });
});
