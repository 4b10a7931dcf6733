import type { LearningPlaceEvent, OpenLearningPlace } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { learningPlace, type LearningPlaceWish } from './learning-place.decider';

const given = specify(learningPlace);
const day = (text: string) => text as Day;
const learningPlaceId = 'room-1';
const room: OpenLearningPlace = {
  learningPlaceId,
  unitId: 'bay-bridge',
  kind: 'memberActivityRoom',
  place: '项目部二楼',
  areaSquareMetres: 60,
  equipment: '投影、桌椅',
  signposted: true,
  openingHours: '08:00-21:00',
  openedOn: day('2026-03-20'),
};
const open = (changed: Partial<OpenLearningPlace> = {}, unitExists = true): LearningPlaceWish => ({
  type: 'OpenLearningPlace',
  data: { ...room, ...changed },
  unitExists,
});
const opened: LearningPlaceEvent = { type: 'LearningPlaceOpened', data: room };
const checked = { learningPlaceId, standard: '党员活动室标准', met: true, checkedOn: day('2026-05-15') };
const check = (changed: Partial<typeof checked> = {}): LearningPlaceWish => ({
  type: 'CheckLearningPlace',
  data: { ...checked, ...changed },
});
const wasChecked: LearningPlaceEvent = { type: 'LearningPlaceChecked', data: checked };
const close: LearningPlaceWish = { type: 'CloseLearningPlace', data: { learningPlaceId, closedOn: day('2026-11-10') } };
const closed: LearningPlaceEvent = {
  type: 'LearningPlaceClosed',
  data: { learningPlaceId, closedOn: day('2026-11-10') },
};

describe('A learning place', () => {
  it('is opened in a unit that is there, once (WZ-15a)', () => {
    given().when(open()).then(opened);
    given(opened).when(open()).thenNothing();
    given().when(open({}, false)).thenRefused('organization.learningPlace.unitMissing');
    given(opened)
      .when(open({ place: '三楼' }))
      .thenRefused('organization.learningPlace.alreadyOpened');
  });
  it('is held against the standard, from the day it opened on (WZ-15a)', () => {
    given(opened).when(check()).then(wasChecked);
    given(opened, wasChecked).when(check()).thenNothing();
    given(opened)
      .when(check({ checkedOn: day('2026-03-19') }))
      .thenRefused('organization.entryDay.beforeEarlier');
  });
  it('is closed once, and not checked afterwards', () => {
    given(opened).when(close).then(closed);
    given(opened, closed).when(close).thenNothing();
    given(opened, closed).when(check()).thenRefused('organization.learningPlace.closed');
    given().when(check()).thenRefused('organization.learningPlace.unknown');
  });
});
