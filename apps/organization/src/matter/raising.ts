import {
  type LiaisonParameters,
  type LoggedRequest,
  type MatterKind,
  type MatterSubject,
  matterSubjectsOfKind,
} from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { refuse } from './matter.refusals';
import type { PathStep } from './matter-path';

/** What must be known of the organization to say where a matter goes. */
export interface MatterGround {
  /** The way up from the unit that asks; empty when there is no such unit. */
  path: readonly PathStep[];
  /** The unit that asks is closed. */
  isClosed: boolean;
  /** Those in force on the day of the command. */
  parameters: LiaisonParameters | undefined;
}

/** The team that asks, and the time limits that hold for it. Refuses what no matter can be raised from. */
export function requireTeam(
  unitId: string,
  on: Day,
  { path, isClosed, parameters }: MatterGround,
): { team: PathStep; parameters: LiaisonParameters } {
  const [team] = path;
  if (team?.level !== 'crew') return refuse('organization.matter.notRaisedByATeam', { unitId });
  if (isClosed) refuse('organization.matter.unitClosed', { unitId });
  return { team, parameters: parameters ?? refuse('organization.matter.timeLimitsMissing', { on }) };
}

/** Refuses a subject that belongs to another kind (JX-56b). */
export function requireSubject(kind: MatterKind, subject: MatterSubject): void {
  if (!(matterSubjectsOfKind[kind] as readonly MatterSubject[]).includes(subject)) {
    refuse('organization.matter.subjectOfOtherKind', { kind, subject });
  }
}

/** What a log entry that holds requests must know, so that none of its matters can be refused afterwards. */
export interface RequestGround extends MatterGround {
  /** Those of its matters that exist already. */
  takenIds: ReadonlySet<string>;
}

/** What is known of a matter that was never raised, and what an entry without requests need know. */
export const noGround: RequestGround = { path: [], isClosed: false, parameters: undefined, takenIds: new Set() };

/** Refuses a log entry of which a request could not become a matter: what a log holds is never lost on the way (JX-40, JX-56b, QD-41). */
export function requireRaisable(
  requests: readonly LoggedRequest[],
  unitId: string,
  on: Day,
  ground: RequestGround,
): void {
  if (requests.length === 0) return;
  requireTeam(unitId, on, ground);
  const seen = new Set(ground.takenIds);
  for (const { matterId, kind, subject } of requests) {
    requireSubject(kind, subject);
    if (seen.has(matterId)) refuse('organization.matter.alreadyRaised');
    seen.add(matterId);
  }
}
