import type { CrewCommand, CrewEvent, DissolveCrew, FormCrew, ReviseCrew, UnitKind } from '@gongyou/contracts';
import { sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownWish } from '@gongyou/event-sourcing/decider';
import { refuse } from './crew.refusals';
import { type CrewState, evolveCrew, initialCrew, type StandingCrew } from './crew.state';
import { notInFuture, withinItsLife } from './crew-days';
import { acknowledgeItem, issueItem } from './crew-item';
import { appointLeader, relieveLeader } from './crew-leader';
import { recordCrewMeeting } from './crew-meeting';
import { reviewCrew } from './crew-review';
import { assessSupport } from './crew-support-assessment';
import { assignSupport, endStationing, endSupport, stationPartyMember } from './crew-stationing';
import { delegatePower, revokePower, usePower } from './delegated-powers';

/** A unit that a crew is formed under or works for, as the organization directory has it. */
export interface CrewUnit {
  kind: UnitKind;
  closed: boolean;
}

/** The commands, with what must be known of units. A unit that is not known is `undefined`. */
export type CrewWish =
  | { type: 'FormCrew'; data: FormCrew; unit?: CrewUnit | undefined; subcontractor?: CrewUnit | undefined }
  | { type: 'ReviseCrew'; data: ReviseCrew; subcontractor?: CrewUnit | undefined }
  | Exclude<CrewCommand, { type: 'FormCrew' | 'ReviseCrew' }>;

/** The rules of a crew, the smallest unit of management and production (provisions QD-03, QD-10, QD-12, QD-13, QD-29, QD-30). */
export const crew: Decider<CrewWish, CrewEvent, CrewState> = { initialState: initialCrew, evolve: evolveCrew, decide };

function decide(wish: CrewWish, state: CrewState, moment: Moment): CrewEvent[] {
  if (wish.type === 'FormCrew') return form(wish, state, moment);
  if (wish.type === 'DissolveCrew' && state.stage === 'dissolved') return [];
  if (wish.type === 'AssessCrewSupport') return assessSupport(wish.data, state, moment);
  const crew = standing(state);
  switch (wish.type) {
    case 'ReviseCrew':
      return revise(wish, crew, moment);
    case 'DissolveCrew':
      return dissolve(wish.data, crew, moment);
    case 'AppointCrewLeader':
      return appointLeader(wish.data, crew, moment);
    case 'RelieveCrewLeader':
      return relieveLeader(wish.data, crew, moment);
    case 'AssignCrewSupport':
      return assignSupport(wish.data, crew, moment);
    case 'EndCrewSupport':
      return endSupport(wish.data, crew, moment);
    case 'StationPartyMember':
      return stationPartyMember(wish.data, crew, moment);
    case 'EndPartyMemberStationing':
      return endStationing(wish.data, crew, moment);
    case 'DelegatePower':
      return delegatePower(wish.data, crew);
    case 'RevokePower':
      return revokePower(wish.data, crew, moment);
    case 'UsePower':
      return usePower(wish.data, crew, moment);
    case 'RecordCrewMeeting':
      return recordCrewMeeting(wish.data, crew, moment);
    case 'IssueCrewItem':
      return issueItem(wish.data, crew, moment);
    case 'AcknowledgeCrewItem':
      return acknowledgeItem(wish.data, crew, moment);
    case 'ReviewCrew':
      return reviewCrew(wish.data, crew, moment);
    default:
      return unknownWish(wish);
  }
}

function form(
  { data, unit, subcontractor }: CrewWish & { type: 'FormCrew' },
  state: CrewState,
  moment: Moment,
): CrewEvent[] {
  const { unitId, trade, labourSubcontractorId, formedOn } = data;
  if (state.stage !== 'notFormed') {
    return sameContent(data, state.formed) ? [] : refuse('organization.crew.alreadyFormed');
  }
  notInFuture(formedOn, moment);
  if (!unit) return refuse('organization.crew.unitUnknown', { unitId });
  if (unit.closed) refuse('organization.crew.unitClosed', { unitId });
  if (unit.kind !== 'crew') refuse('organization.crew.unitIsNoCrew', { kind: unit.kind });
  requireSubcontractor(labourSubcontractorId, subcontractor);
  return [{ type: 'CrewFormed', data: { unitId, trade, labourSubcontractorId, formedOn } }];
}

function revise(
  { data, subcontractor }: CrewWish & { type: 'ReviseCrew' },
  crew: StandingCrew,
  moment: Moment,
): CrewEvent[] {
  const { unitId, trade, labourSubcontractorId, revisedOn } = data;
  if (trade === crew.trade && labourSubcontractorId === crew.labourSubcontractorId) return [];
  withinItsLife(revisedOn, crew, moment);
  if (labourSubcontractorId !== crew.labourSubcontractorId) {
    requireSubcontractor(labourSubcontractorId, subcontractor);
  }
  return [{ type: 'CrewRevised', data: { unitId, trade, labourSubcontractorId, revisedOn } }];
}

function dissolve({ unitId, reason, dissolvedOn }: DissolveCrew, crew: StandingCrew, moment: Moment): CrewEvent[] {
  withinItsLife(dissolvedOn, crew, moment);
  if (dissolvedOn < crew.lastOn) refuse('organization.crew.beforeLastTold', { lastOn: crew.lastOn });
  return [{ type: 'CrewDissolved', data: { unitId, reason, dissolvedOn } }];
}

function standing(state: CrewState): StandingCrew {
  if (state.stage === 'notFormed') return refuse('organization.crew.notFormed');
  if (state.stage === 'dissolved') return refuse('organization.crew.dissolved', { dissolvedOn: state.dissolvedOn });
  return state;
}

function requireSubcontractor(unitId: string | undefined, unit: CrewUnit | undefined): void {
  if (unitId === undefined) return;
  if (!unit) return refuse('organization.crew.unitUnknown', { unitId });
  if (unit.kind !== 'labourSubcontractor') refuse('organization.crew.notALabourSubcontractor', { unitId });
  if (unit.closed) refuse('organization.crew.unitClosed', { unitId });
}
