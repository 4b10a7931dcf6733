import {
  type CloseUnit,
  type EstablishUnit,
  type MoveUnit,
  type ProductionMode,
  type PublishedNotice,
  type RecordCreditCode,
  type RenameUnit,
  type SetProductionMode,
  type UnitEvent,
  type UnitKind,
} from '@gongyou/contracts';
import { type Bilingual, checkCreditCode, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';

/** Nobody has established a unit under this id. */
export interface NotEstablished {
  stage: 'notEstablished';
}

/** The unit works: it can be given tasks, and units can be put below it. */
export interface Open {
  stage: 'open';
  /** As it was established, to recognise the same wish again. */
  established: EstablishUnit;
  kind: UnitKind;
  name: string;
  parentId: string | null;
  creditCode: StatedCreditCode | null;
  /** None while only a unit above has one. */
  productionMode: ProductionMode | null;
}

/** The credit code that a unit carries, and the notice it was taken from. */
interface StatedCreditCode {
  creditCode: string;
  publishedIn: PublishedNotice | undefined;
}

/** The unit has ended. */
export interface Closed {
  stage: 'closed';
  established: EstablishUnit;
  closedOn: Day;
}

export type UnitState = NotEstablished | Open | Closed;

/** The unit that another one is to stand below, as the organization directory has it. */
export interface UnitAbove {
  kind: UnitKind;
  closed: boolean;
  /** The units above it, nearest first. */
  ancestorIds: readonly string[];
}

/** The commands, with what must be known of other units. A unit above that is not known is `undefined`. */
export type UnitWish =
  | { type: 'EstablishUnit'; data: EstablishUnit; above?: UnitAbove | undefined }
  | { type: 'RenameUnit'; data: RenameUnit }
  | { type: 'MoveUnit'; data: MoveUnit; above?: UnitAbove | undefined }
  | { type: 'CloseUnit'; data: CloseUnit; openUnitsBelow: number; crewStands: boolean }
  | { type: 'RecordCreditCode'; data: RecordCreditCode }
  | { type: 'SetProductionMode'; data: SetProductionMode };

/** The rules of an organization unit (provisions QD-03, QD-08, HM-03h, HM-18a, CC-OG1, JX-06; ID-01, ID-03). */
export const unit: Decider<UnitWish, UnitEvent, UnitState> = {
  initialState: { stage: 'notEstablished' },
  evolve,
  decide,
};

function evolve(state: UnitState, event: UnitEvent): UnitState {
  switch (event.type) {
    case 'UnitEstablished': {
      const { kind, name, parentId, creditCode } = event.data;
      return {
        stage: 'open',
        established: event.data,
        kind,
        name,
        parentId: parentId ?? null,
        creditCode: creditCode === undefined ? null : { creditCode, publishedIn: undefined },
        productionMode: null,
      };
    }
    case 'UnitRenamed':
      return { ...(state as Open), name: event.data.name };
    case 'UnitMoved':
      return { ...(state as Open), parentId: event.data.parentId };
    case 'CreditCodeRecorded': {
      const { creditCode, publishedIn } = event.data;
      return { ...(state as Open), creditCode: { creditCode, publishedIn } };
    }
    case 'ProductionModeSet':
      return { ...(state as Open), productionMode: event.data.productionMode };
    case 'UnitClosed':
      return { stage: 'closed', established: (state as Open).established, closedOn: event.data.closedOn };
    default:
      return unknownFact(event);
  }
}

function decide(wish: UnitWish, state: UnitState, moment: Moment): UnitEvent[] {
  switch (wish.type) {
    case 'EstablishUnit':
      return establish(wish.data, wish.above, state, moment);
    case 'RenameUnit':
      return rename(wish.data, open(state), moment);
    case 'MoveUnit':
      return move(wish.data, wish.above, open(state), moment);
    case 'CloseUnit':
      return close(wish, state, moment);
    case 'RecordCreditCode':
      return recordCreditCode(wish.data, open(state), moment);
    case 'SetProductionMode':
      return setProductionMode(wish.data, open(state), moment);
    default:
      return unknownWish(wish);
  }
}

export const unitRefusals = {
  'organization.unit.alreadyEstablished': {
    zh: '该编号的组织单元已经设立，内容不同',
    en: 'A unit with this id was established already, with other content.',
  },
  'organization.unit.unknown': { zh: '没有这个组织单元', en: 'There is no such unit.' },
  'organization.unit.closed': { zh: '组织单元已于 {closedOn} 撤销', en: 'The unit was closed on {closedOn}.' },
  'organization.unit.parentUnknown': {
    zh: '没有上级单元 {parentId}',
    en: 'There is no unit {parentId} to stand below.',
  },
  'organization.unit.parentClosed': {
    zh: '上级单元 {parentId} 已撤销',
    en: 'Unit {parentId} is closed and takes no units below it.',
  },
  'organization.unit.kindNeedsParent': {
    zh: '“{kind}”类单元不能作为最上级，须设在上级单元之下',
    en: 'A unit of the kind {kind} stands below another one; it cannot be the root of a tree.',
  },
  'organization.unit.kindNotAllowedBelow': {
    zh: '“{kind}”类单元不能设在“{parentKind}”类单元之下',
    en: 'A unit of the kind {kind} cannot stand below one of the kind {parentKind}.',
  },
  'organization.unit.belowItself': {
    zh: '组织单元不能隶属于自身或其下级',
    en: 'A unit cannot come to stand below itself.',
  },
  'organization.unit.hasOpenUnitsBelow': {
    zh: '其下还有 {openUnitsBelow} 个未撤销的单元，须先撤销或调出',
    en: '{openUnitsBelow} open units stand below it; close or move them first.',
  },
  'organization.unit.crewStands': {
    zh: '班组尚未解散，须先解散班组再撤销单元',
    en: 'The crew has not been dissolved; dissolve it before its unit is closed.',
  },
  'organization.unit.creditCodeWrong': {
    zh: '统一社会信用代码未通过校验（{check}）；如系官方公布，须注明公布的文件',
    en: 'The credit code fails its check ({check}). If it was published so, name the notice that published it.',
  },
  'organization.unit.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.unit.beforeEstablishment': {
    zh: '日期早于设立日 {establishedOn}',
    en: 'The day is before the unit was established on {establishedOn}.',
  },
} as const satisfies Record<`organization.unit.${string}`, Bilingual>;

const refuse: RefuseOf<typeof unitRefusals> = refuseWith(unitRefusals);

/**
 * What may stand below what (the kinds on the right are those above). A city's tree also holds the enterprises, parks and projects
 * it leads the reform in, so these may stand below a government body, never the other way round. A district of projects stands
 * between the company and its projects (JX-06); a labour subcontractor stands where its team works, or below the enterprise that
 * engages it, and its crews below it (QD-03).
 */
const kindsAbove: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  governmentBody: ['governmentBody'],
  industrialPark: ['governmentBody'],
  group: ['group', 'governmentBody', 'industrialPark'],
  company: ['group', 'company', 'governmentBody', 'industrialPark'],
  projectDistrict: ['group', 'company'],
  project: ['group', 'company', 'projectDistrict', 'governmentBody', 'industrialPark'],
  department: ['group', 'company', 'projectDistrict', 'project', 'department', 'governmentBody', 'industrialPark'],
  labourSubcontractor: ['group', 'company', 'projectDistrict', 'project', 'governmentBody', 'industrialPark'],
  crew: ['company', 'project', 'department', 'labourSubcontractor'],
};

/** Legal persons of their own. */
const rootKinds: readonly UnitKind[] = ['governmentBody', 'group', 'company', 'labourSubcontractor'];

function establish(data: EstablishUnit, above: UnitAbove | undefined, state: UnitState, moment: Moment): UnitEvent[] {
  if (state.stage !== 'notEstablished') {
    if (sameUnit(data, state.established)) return [];
    return refuse('organization.unit.alreadyEstablished');
  }
  notInFuture(data.establishedOn, moment);
  const { unitId, kind, name, parentId, creditCode, establishedOn } = data;
  if (parentId !== undefined) requireFitAbove(kind, parentId, above);
  else if (!rootKinds.includes(kind)) refuse('organization.unit.kindNeedsParent', { kind });
  return [{ type: 'UnitEstablished', data: { unitId, kind, name, parentId, creditCode, establishedOn } }];
}

function rename({ unitId, name, renamedOn }: RenameUnit, state: Open, moment: Moment): UnitEvent[] {
  if (name === state.name) return [];
  withinItsLife(renamedOn, state, moment);
  return [{ type: 'UnitRenamed', data: { unitId, name, renamedOn } }];
}

function move(
  { unitId, parentId, movedOn }: MoveUnit,
  above: UnitAbove | undefined,
  state: Open,
  moment: Moment,
): UnitEvent[] {
  if (parentId === state.parentId) return [];
  withinItsLife(movedOn, state, moment);
  if (parentId === unitId || above?.ancestorIds.includes(unitId)) refuse('organization.unit.belowItself');
  requireFitAbove(state.kind, parentId, above);
  return [{ type: 'UnitMoved', data: { unitId, parentId, movedOn } }];
}

function close(
  { data: { unitId, closedOn, reason }, openUnitsBelow, crewStands }: UnitWish & { type: 'CloseUnit' },
  state: UnitState,
  moment: Moment,
): UnitEvent[] {
  if (state.stage === 'closed') return [];
  const unit = open(state);
  withinItsLife(closedOn, unit, moment);
  if (openUnitsBelow > 0) refuse('organization.unit.hasOpenUnitsBelow', { openUnitsBelow });
  if (crewStands) refuse('organization.unit.crewStands');
  return [{ type: 'UnitClosed', data: { unitId, closedOn, reason } }];
}

function recordCreditCode(data: RecordCreditCode, state: Open, moment: Moment): UnitEvent[] {
  const { unitId, creditCode, publishedIn, recordedOn } = data;
  if (sameContent({ creditCode, publishedIn }, state.creditCode)) return [];
  withinItsLife(recordedOn, state, moment);
  const check = checkCreditCode(creditCode);
  if (check !== 'valid' && !publishedIn) refuse('organization.unit.creditCodeWrong', { check });
  return [{ type: 'CreditCodeRecorded', data: { unitId, creditCode, check, publishedIn, recordedOn } }];
}

/** Factory-type production, or work on sites: what crew building is measured by follows from it (CC-10a). */
function setProductionMode(
  { unitId, productionMode, setOn }: SetProductionMode,
  state: Open,
  moment: Moment,
): UnitEvent[] {
  if (productionMode === state.productionMode) return [];
  withinItsLife(setOn, state, moment);
  return [{ type: 'ProductionModeSet', data: { unitId, productionMode, setOn } }];
}

function open(state: UnitState): Open {
  if (state.stage === 'notEstablished') return refuse('organization.unit.unknown');
  if (state.stage === 'closed') return refuse('organization.unit.closed', { closedOn: state.closedOn });
  return state;
}

function requireFitAbove(kind: UnitKind, parentId: string, above: UnitAbove | undefined): void {
  if (!above) return refuse('organization.unit.parentUnknown', { parentId });
  if (above.closed) refuse('organization.unit.parentClosed', { parentId });
  if (!kindsAbove[kind].includes(above.kind)) {
    refuse('organization.unit.kindNotAllowedBelow', { kind, parentKind: above.kind });
  }
}

function withinItsLife(on: Day, { established: { establishedOn } }: Open, moment: Moment): void {
  notInFuture(on, moment);
  if (on < establishedOn) refuse('organization.unit.beforeEstablishment', { establishedOn });
}

function notInFuture(on: Day, { today }: Moment): void {
  if (on > today) refuse('organization.unit.dayInFuture', { on });
}

const sameUnit = (a: EstablishUnit, b: EstablishUnit): boolean =>
  a.kind === b.kind &&
  a.name === b.name &&
  a.parentId === b.parentId &&
  a.creditCode === b.creditCode &&
  a.establishedOn === b.establishedOn;
