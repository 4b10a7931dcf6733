import type { DefineInclusionChecklist, InclusionChecklistEvent } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { inclusionChecklist, type InclusionChecklistWish } from './inclusion-checklist.decider';

const given = specify(inclusionChecklist);
const items = (...ids: string[]) => ids.map((itemId) => ({ itemId, text: `纳入${itemId}` }));
const six = items('register', 'life', 'dues', 'study', 'appraisal', 'care');
const checklist = (changed: Partial<DefineInclusionChecklist> = {}): DefineInclusionChecklist => ({
  ...{ unitId: 'mechanisation', items: six, effectiveFrom: '2026-03-01' as Day },
  ...changed,
});
const define = (changed: Partial<DefineInclusionChecklist> = {}, unitOpen = true): InclusionChecklistWish => ({
  type: 'DefineInclusionChecklist',
  data: checklist(changed),
  unitOpen,
});
const defined = (changed: Partial<DefineInclusionChecklist> = {}): InclusionChecklistEvent => ({
  type: 'InclusionChecklistDefined',
  data: checklist(changed),
});

describe('The checklist of six inclusions', () => {
  it('is defined by a unit for itself, once (JX-30)', () => {
    given().when(define()).then(defined());
    given(defined()).when(define()).thenNothing();
    given().when(define({}, false)).thenRefused('organization.inclusionChecklist.unitMissing');
  });
  it('has six different items (JX-30)', () =>
    given()
      .when(define({ items: items('register', 'life', 'dues', 'study', 'appraisal', 'register') }))
      .thenRefused('organization.inclusionChecklist.itemTwice'));
  it('has its words put right, and keeps its ids (JX-30)', () => {
    const words = { items: six.map((item) => ({ ...item, text: `${item.text}管理` })) };
    given(defined()).when(define(words)).then(defined(words));
    given(defined())
      .when(define({ items: items('register', 'life', 'dues', 'study', 'appraisal', 'visits') }))
      .thenRefused('organization.inclusionChecklist.otherItems');
  });
});
