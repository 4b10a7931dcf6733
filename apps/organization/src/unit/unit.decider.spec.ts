import { type UnitEvent, type UnitKind, unitKinds } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { unit, type UnitAbove, type UnitWish } from './unit.decider';

const given = specify(unit);
const day = (text: string) => text as Day;
/** The day on which commands arrive. */
const TODAY = day('2026-11-20');
const TOMORROW = day('2026-11-21');

const crew = {
  unitId: 'rebar-crew',
  kind: 'crew',
  name: '钢筋一班',
  parentId: 'bay-bridge',
  establishedOn: day('2026-03-01'),
} as const;
const project: UnitAbove = { kind: 'project', closed: false, ancestorIds: ['first-highway', 'cccc'] };

const establish = (
  wish: Partial<UnitWish & { type: 'EstablishUnit' }>['data'] = crew,
  above: UnitAbove | undefined = project,
): UnitWish => ({
  type: 'EstablishUnit',
  data: wish,
  above,
});
const established = (data: Partial<(UnitEvent & { type: 'UnitEstablished' })['data']> = {}): UnitEvent => ({
  type: 'UnitEstablished',
  data: { ...crew, ...data },
});
const rename = (name: string, renamedOn = TODAY): UnitWish => ({
  type: 'RenameUnit',
  data: { unitId: 'rebar-crew', name, renamedOn },
});
const renamed = (name: string, renamedOn = TODAY): UnitEvent => ({
  type: 'UnitRenamed',
  data: { unitId: 'rebar-crew', name, renamedOn },
});
const move = (parentId: string, above: UnitAbove | undefined = project, movedOn = TODAY): UnitWish => ({
  type: 'MoveUnit',
  data: { unitId: 'rebar-crew', parentId, movedOn },
  above,
});
const moved = (parentId: string, movedOn = TODAY): UnitEvent => ({
  type: 'UnitMoved',
  data: { unitId: 'rebar-crew', parentId, movedOn },
});
const close = (openUnitsBelow = 0, closedOn = TODAY): UnitWish => ({
  type: 'CloseUnit',
  data: { unitId: 'rebar-crew', closedOn, reason: '工程完工' },
  openUnitsBelow,
  crewStands: false,
});
const closed = (closedOn = TODAY): UnitEvent => ({
  type: 'UnitClosed',
  data: { unitId: 'rebar-crew', closedOn, reason: '工程完工' },
});

describe('An organization unit', () => {
  describe('when it is established', () => {
    it('stands below its parent (QD-03, QD-08)', () => given().when(establish()).then(established()));
    it('can start on the day it is told of', () =>
      given()
        .when(establish({ ...crew, establishedOn: TODAY }))
        .then(established({ establishedOn: TODAY })));
    it('cannot start on a day to come', () =>
      given()
        .when(establish({ ...crew, establishedOn: TOMORROW }))
        .thenRefused('organization.unit.dayInFuture', { on: TOMORROW }));
    it('is established once, however often it is told', () => given(established()).when(establish()).thenNothing());
    it('is still the same unit when it is told again after it changed and ended', () =>
      given(established(), renamed('钢筋班'), closed()).when(establish()).thenNothing());
    it.each([
      ['kind', { kind: 'department' as UnitKind }],
      ['name', { name: '钢筋二班' }],
      ['parent', { parentId: 'north-port' }],
      ['first day', { establishedOn: day('2026-03-02') }],
    ])('refuses another %s under the same id', (_, other) =>
      given(established())
        .when(establish({ ...crew, ...other }))
        .thenRefused('organization.unit.alreadyEstablished'),
    );
    it('needs a parent that exists', () =>
      given()
        .when({ type: 'EstablishUnit', data: crew })
        .thenRefused('organization.unit.parentUnknown', { parentId: 'bay-bridge' }));
    it('needs a parent that is open', () =>
      given()
        .when(establish(crew, { ...project, closed: true }))
        .thenRefused('organization.unit.parentClosed'));
  });

  describe('by its kind', () => {
    const below = (kind: UnitKind, parentKind: UnitKind) =>
      given().when(establish({ ...crew, kind }, { ...project, kind: parentKind }));

    it.each(['governmentBody', 'group', 'company', 'labourSubcontractor'] as const)(
      'can be the root of a tree as a %s (HM-18a, CC-OG1)',
      (kind) =>
        given()
          .when({ type: 'EstablishUnit', data: { ...crew, kind, parentId: undefined } })
          .then(established({ kind, parentId: undefined })),
    );
    it.each(['projectDistrict', 'project', 'department', 'crew', 'industrialPark'] as const)(
      'needs a parent as a %s',
      (kind) =>
        given()
          .when({ type: 'EstablishUnit', data: { ...crew, kind, parentId: undefined } })
          .thenRefused('organization.unit.kindNeedsParent', { kind }),
    );
    it.each([
      ['company', 'group'],
      ['company', 'governmentBody'],
      ['group', 'group'],
      ['project', 'company'],
      ['department', 'project'],
      ['department', 'governmentBody'],
      ['crew', 'project'],
      ['crew', 'company'],
      ['governmentBody', 'governmentBody'],
      ['projectDistrict', 'company'],
      ['projectDistrict', 'group'],
      ['project', 'projectDistrict'],
      ['labourSubcontractor', 'project'],
      ['labourSubcontractor', 'company'],
      ['crew', 'labourSubcontractor'],
      ['industrialPark', 'governmentBody'],
      ['company', 'industrialPark'],
    ] as const)('can stand as a %s below a %s (QD-03, QD-08, JX-06, HM-03h)', (kind, parentKind) =>
      below(kind, parentKind).then(established({ kind })),
    );
    it.each([
      ['group', 'company'],
      ['company', 'project'],
      ['project', 'crew'],
      ['crew', 'crew'],
      ['crew', 'group'],
      ['crew', 'governmentBody'],
      ['governmentBody', 'group'],
      ['projectDistrict', 'project'],
      ['projectDistrict', 'projectDistrict'],
      ['company', 'projectDistrict'],
      ['crew', 'projectDistrict'],
      ['labourSubcontractor', 'labourSubcontractor'],
      ['labourSubcontractor', 'crew'],
      ['industrialPark', 'company'],
      ['crew', 'industrialPark'],
    ] as const)('cannot stand as a %s below a %s', (kind, parentKind) =>
      below(kind, parentKind).thenRefused('organization.unit.kindNotAllowedBelow', { kind, parentKind }),
    );
    it.each(unitKinds)('never stands below a crew as a %s', (kind) =>
      below(kind, 'crew').thenRefused('organization.unit.kindNotAllowedBelow'),
    );
  });

  describe('when it is renamed', () => {
    it('carries the new name', () => given(established()).when(rename('钢筋班')).then(renamed('钢筋班')));
    it('changes nothing by the name it has', () =>
      given(established(), renamed('钢筋班')).when(rename('钢筋班')).thenNothing());
    it('can take an earlier name again', () =>
      given(established(), renamed('钢筋班')).when(rename('钢筋一班')).then(renamed('钢筋一班')));
    it('can be renamed from its first day on', () =>
      given(established())
        .when(rename('钢筋班', day('2026-03-01')))
        .then(renamed('钢筋班', day('2026-03-01'))));
    it('cannot be renamed before it existed', () =>
      given(established())
        .when(rename('钢筋班', day('2026-02-28')))
        .thenRefused('organization.unit.beforeEstablishment'));
    it('cannot be renamed on a day to come', () =>
      given(established()).when(rename('钢筋班', TOMORROW)).thenRefused('organization.unit.dayInFuture'));
    it('has to exist', () => given().when(rename('钢筋班')).thenRefused('organization.unit.unknown'));
    it('has to be open', () =>
      given(established(), closed()).when(rename('钢筋班')).thenRefused('organization.unit.closed'));
  });

  describe('when it is moved', () => {
    it('stands below the other parent', () => given(established()).when(move('north-port')).then(moved('north-port')));
    it('changes nothing where it stands already', () => given(established()).when(move('bay-bridge')).thenNothing());
    it('can be moved back', () =>
      given(established(), moved('north-port')).when(move('bay-bridge')).then(moved('bay-bridge')));
    it('cannot stand below itself', () =>
      given(established()).when(move('rebar-crew')).thenRefused('organization.unit.belowItself'));
    it('cannot stand below what stands below it', () =>
      given(established({ kind: 'company' }))
        .when(move('sub-company', { kind: 'company', closed: false, ancestorIds: ['middle-company', 'rebar-crew'] }))
        .thenRefused('organization.unit.belowItself'));
    it('needs a parent that exists', () =>
      given(established())
        .when({ type: 'MoveUnit', data: { unitId: 'rebar-crew', parentId: 'nowhere', movedOn: TODAY } })
        .thenRefused('organization.unit.parentUnknown'));
    it('needs a parent that is open', () =>
      given(established())
        .when(move('north-port', { ...project, closed: true }))
        .thenRefused('organization.unit.parentClosed'));
    it('needs a parent of a fitting kind', () =>
      given(established())
        .when(move('cccc', { ...project, kind: 'group' }))
        .thenRefused('organization.unit.kindNotAllowedBelow'));
    it('cannot be moved on a day to come', () =>
      given(established())
        .when(move('north-port', project, TOMORROW))
        .thenRefused('organization.unit.dayInFuture'));
    it('cannot be moved before it existed', () =>
      given(established())
        .when(move('north-port', project, day('2026-02-28')))
        .thenRefused('organization.unit.beforeEstablishment'));
  });

  describe('when it is closed', () => {
    it('ends', () => given(established()).when(close()).then(closed()));
    it('ends once, however often it is told', () => given(established(), closed()).when(close()).thenNothing());
    it('cannot end while one open unit stands below it', () =>
      given(established()).when(close(1)).thenRefused('organization.unit.hasOpenUnitsBelow', { openUnitsBelow: 1 }));
    it('cannot end while its crew stands', () =>
      given(established())
        .when({ ...close(), crewStands: true } as UnitWish)
        .thenRefused('organization.unit.crewStands'));
    it('takes nothing more', () =>
      given(established(), closed()).when(move('north-port')).thenRefused('organization.unit.closed'));
    it('cannot end on a day to come', () =>
      given(established()).when(close(0, TOMORROW)).thenRefused('organization.unit.dayInFuture'));
    it('cannot end before it existed', () =>
      given(established())
        .when(close(0, day('2026-02-28')))
        .thenRefused('organization.unit.beforeEstablishment'));
    it('has to exist', () => given().when(close()).thenRefused('organization.unit.unknown'));
  });

  describe('when its credit code is recorded', () => {
    const VALID = '91370200MA3TX8K00X';
    const WRONG = '91370200MA3TX8K001';
    const notice = {
      publisher: '青岛市住房和城乡建设局',
      title: '2025 年度优秀劳务企业公示',
      publishedOn: day('2025-12-31'),
    };
    const record = (creditCode: string, publishedIn?: typeof notice, recordedOn = TODAY): UnitWish => ({
      type: 'RecordCreditCode',
      data: { unitId: 'rebar-crew', creditCode, publishedIn, recordedOn },
    });
    const recorded = (
      creditCode: string,
      check: (UnitEvent & { type: 'CreditCodeRecorded' })['data']['check'],
      publishedIn?: typeof notice,
    ): UnitEvent => ({
      type: 'CreditCodeRecorded',
      data: { unitId: 'rebar-crew', creditCode, check, publishedIn, recordedOn: TODAY },
    });

    it('carries a code that passes its check (ID-01)', () =>
      given(established()).when(record(VALID)).then(recorded(VALID, 'valid')));
    it('keeps a published code that fails its check, with a warning and its notice (ID-03)', () =>
      given(established())
        .when(record(WRONG, notice))
        .then(recorded(WRONG, 'checkCharacterWrong', notice)));
    it('keeps a published code of another shape, with a warning and its notice (ID-03)', () =>
      given(established())
        .when(record('370200228012345', notice))
        .then(recorded('370200228012345', 'malformed', notice)));
    it.each([
      [WRONG, 'checkCharacterWrong'],
      [VALID.toLowerCase(), 'malformed'],
      [VALID.slice(1), 'malformed'],
    ])('refuses the typed code %s, which is %s (ID-01)', (code, check) =>
      given(established()).when(record(code)).thenRefused('organization.unit.creditCodeWrong', { check }),
    );
    it('changes nothing by the code it carries', () =>
      given(established({ creditCode: VALID }))
        .when(record(VALID))
        .thenNothing());
    it('can take another code in place of the first, and the first again', () =>
      given(established({ creditCode: VALID }), recorded(WRONG, 'checkCharacterWrong', notice))
        .when(record(VALID))
        .then(recorded(VALID, 'valid')));
    it('cannot carry one from a day to come', () =>
      given(established())
        .when(record(VALID, undefined, TOMORROW))
        .thenRefused('organization.unit.dayInFuture'));
    it('has to be open', () =>
      given(established(), closed()).when(record(VALID)).thenRefused('organization.unit.closed'));
  });
});

describe('How a unit produces', () => {
  const set = (productionMode: 'factory' | 'site', setOn = TODAY): UnitWish => ({
    type: 'SetProductionMode',
    data: { unitId: 'rebar-crew', productionMode, setOn },
  });
  const wasSet = (productionMode: 'factory' | 'site', setOn = TODAY): UnitEvent => ({
    type: 'ProductionModeSet',
    data: { unitId: 'rebar-crew', productionMode, setOn },
  });

  it.each(['factory', 'site'] as const)('is as a %s (CC-10a)', (mode) =>
    given(established()).when(set(mode)).then(wasSet(mode)),
  );
  it('changes, and is told once', () => {
    given(established(), wasSet('site')).when(set('factory')).then(wasSet('factory'));
    given(established(), wasSet('site')).when(set('site')).thenNothing();
  });
  it('is told of a day of its life', () => {
    given(established())
      .when(set('site', day('2026-03-01')))
      .then(wasSet('site', day('2026-03-01')));
    given(established())
      .when(set('site', day('2026-02-28')))
      .thenRefused('organization.unit.beforeEstablishment');
    given(established()).when(set('site', TOMORROW)).thenRefused('organization.unit.dayInFuture');
    given().when(set('site')).thenRefused('organization.unit.unknown');
  });
});
