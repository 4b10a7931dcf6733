import type { AcknowledgeCrewItem, CrewEvent, IssueCrewItem } from '@gongyou/contracts';
import { sameContent } from '@gongyou/domain';
import type { Moment } from '@gongyou/event-sourcing/decider';
import { refuse } from './crew.refusals';
import type { StandingCrew } from './crew.state';
import { notBeforeItsBeginning, withinItsLife } from './crew-days';
import { ledOn } from './crew-leader';

/** Rules, plans, disclosures and notices reach the crew as an addressee (QD-12). */
export function issueItem(data: IssueCrewItem, crew: StandingCrew, moment: Moment): CrewEvent[] {
  const { unitId, itemId, kind, title, sha256, issuedOn, acknowledgeBy } = data;
  const known = crew.items.get(itemId);
  if (known) return sameContent(data, known.issued) ? [] : refuse('organization.crew.idTaken', { id: itemId });
  withinItsLife(issuedOn, crew, moment);
  notBeforeItsBeginning(acknowledgeBy, issuedOn);
  return [{ type: 'CrewItemIssued', data: { unitId, itemId, kind, title, sha256, issuedOn, acknowledgeBy } }];
}

export function acknowledgeItem(data: AcknowledgeCrewItem, crew: StandingCrew, moment: Moment): CrewEvent[] {
  const { unitId, itemId, workerId, acknowledgedOn } = data;
  const item = crew.items.get(itemId);
  if (!item) return refuse('organization.crew.recordUnknown', { id: itemId });
  if (item.acknowledgedBy.includes(workerId)) return [];
  withinItsLife(acknowledgedOn, crew, moment);
  const { issuedOn } = item.issued;
  if (acknowledgedOn < issuedOn) refuse('organization.crew.acknowledgedBeforeIssue', { issuedOn });
  const asLeader = ledOn(crew, workerId, acknowledgedOn);
  return [{ type: 'CrewItemAcknowledged', data: { unitId, itemId, workerId, asLeader, acknowledgedOn } }];
}
