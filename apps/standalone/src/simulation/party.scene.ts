import {
  type BranchLifeKind,
  ElectPartyOfficers,
  FoundPartyOrganization,
  type PartyOfficer,
  RecordBranchLife,
  ReportPartyMembers,
} from '@gongyou/contracts';
import { addDays, type Day } from '@gongyou/domain';
import { type Act, Hand, type Lane, type Scene } from './act';
import { anyDayIn, type PlayedMonth } from './months';
import { type Company, establishedOf, type Project, type SimulatedGroup } from './simulated-group';

/** Sites with too few Party members for a branch. */
const TOO_FEW = 0.2;
/** What the rhythm of a branch lets fall out in a month. */
const MISSED = 0.1;

export const committeeOf = ({ unitId }: { unitId: string }): string => `${unitId}-party-committee`;
/** The branch of a company's headquarters: it admits members, which a temporary branch may not (PD-15). */
export const headquartersBranchOf = ({ unitId }: Company): string => `${unitId}-party-branch`;
const siteBranchOf = ({ unitId }: Project): string => `${unitId}-party-branch`;

/** How Party organizations are founded and elected, and live by their rhythm (WZ-14a, WZ-14c, PO-01, PO-02, PO-04, PO-05). */
export function* partyScenes(group: SimulatedGroup, month: PlayedMonth): Iterable<Scene> {
  if (month.index === 0) {
    yield { title: { zh: '组建党委', en: 'Party committees' }, lanes: [committees(group)] };
    yield {
      title: { zh: '组建党支部', en: 'Party branches' },
      lanes: branchesOf(group).map((branch) => founded(group, branch)),
    };
  }
  yield {
    title: { zh: '党支部组织生活', en: 'branch life' },
    lanes: branchesOf(group).map((branch) => lifeOf(group, month, branch)),
  };
}

interface Branch {
  id: string;
  name: string;
  founding: 'independent' | 'temporary';
  unitId: string;
  company: Company;
  /** Where a site has a crew that can take part. */
  crewIds: string[];
  fullMembers: number;
  foundedOn: Day;
}

function* committees(group: SimulatedGroup): Lane {
  yield* committee(group, group, undefined);
  for (const company of group.companies) yield* committee(group, company, committeeOf(group));
}

function* committee(
  group: SimulatedGroup,
  { unitId, name }: { unitId: string; name: string },
  superiorId: string | undefined,
): Lane {
  const partyOrganizationId = committeeOf({ unitId });
  const by = new Hand(group.partySystem, partyOrganizationId);
  const foundedOn = establishedOf(group);
  const members = group.chance('committee', unitId).between(80, 400);
  yield found(by, {
    ...{ partyOrganizationId, name: `中共${name}委员会`, kind: 'committee', founding: 'independent' },
    ...{ setting: 'workUnit', unitId, coveredUnitIds: [unitId], ...(superiorId !== undefined && { superiorId }) },
    ...{ fullMembers: members, probationaryMembers: 6, foundedOn },
  });
  const posts = ['secretary', 'deputySecretary', 'organization', 'publicity', 'discipline'] as const;
  yield by.tells('elect', addDays(foundedOn, 400), ElectPartyOfficers, {
    partyOrganizationId,
    officers: posts.map((post) => ({ memberId: `${unitId}-${post.toLowerCase()}`, post })),
    secretaryMode: 'neither',
    electedOn: addDays(foundedOn, 400),
  });
}

function branchesOf(group: SimulatedGroup): Branch[] {
  const ofHeadquarters = group.companies.map((company) => ({
    id: headquartersBranchOf(company),
    name: `${company.name}机关第一党支部`,
    founding: 'independent' as const,
    unitId: company.partyWorkId,
    company,
    crewIds: [],
    fullMembers: group.chance('headquarters branch', company.index).between(14, 28),
    foundedOn: addDays(establishedOf(group), 30),
  }));
  const onSites = group.projects
    .filter(({ comesAsRoster }) => !comesAsRoster)
    .map((project) => ({
      id: siteBranchOf(project),
      name: `${project.name}临时党支部`,
      founding: 'temporary' as const,
      unitId: project.unitId,
      company: project.company,
      crewIds: project.crews.map(({ unitId }) => unitId),
      fullMembers: siteMembers(group, project),
      foundedOn: addDays(project.beginsOn, 6),
    }));
  return [...ofHeadquarters, ...onSites];
}

function siteMembers(group: SimulatedGroup, { index }: Project): number {
  const chance = group.chance('site members', index);
  return chance.happens(TOO_FEW) ? 2 : chance.between(3, 12);
}

const isFounded = ({ fullMembers }: Branch): boolean => fullMembers >= 3;

/** A site with two members tries all the same: played for its refusal (PO-01). */
function* founded(group: SimulatedGroup, branch: Branch): Lane {
  const { id, name, founding, unitId, company, fullMembers, foundedOn } = branch;
  if (foundedOn > group.until) return;
  const by = new Hand(group.partySystem, id);
  const organization: FoundPartyOrganization = {
    ...{ partyOrganizationId: id, name: `中共${name}`, kind: 'branch', founding, setting: 'workUnit', unitId },
    ...{ coveredUnitIds: [unitId], superiorId: committeeOf(company), fullMembers, probationaryMembers: 1, foundedOn },
  };
  if (!isFounded(branch)) {
    yield found(by, organization, 'organization.partyOrganization.tooFewFullMembers');
    return;
  }
  yield found(by, organization);
  const electedOn = addDays(foundedOn, 1);
  if (electedOn > group.until) return;
  const secretaryMode = founding === 'temporary' ? 'concurrentPost' : 'neither';
  yield by.tells('elect', electedOn, ElectPartyOfficers, {
    ...{ partyOrganizationId: id, officers: officersOf(branch), secretaryMode, electedOn },
  });
}

const hasCommittee = ({ fullMembers }: Branch): boolean => fullMembers >= 7;

function officersOf(branch: Branch): PartyOfficer[] {
  const posts = hasCommittee(branch)
    ? (['secretary', 'organization', 'publicity'] as const)
    : (['secretary', 'deputySecretary'] as const);
  return posts.map((post) => ({ memberId: `${branch.id}-${post.toLowerCase()}`, post }));
}

/** What a branch holds and in how many months once. */
const rhythm: readonly { kind: BranchLifeKind; subject: string; everyMonths: number }[] = [
  { kind: 'themeDay', subject: '主题党日：安全生产先锋行动', everyMonths: 1 },
  { kind: 'committeeMeeting', subject: '支部委员会：研究当月重点工作', everyMonths: 1 },
  { kind: 'membersMeeting', subject: '支部党员大会：通报季度工作', everyMonths: 3 },
  { kind: 'partyLecture', subject: '党课：弘扬劳模精神、劳动精神、工匠精神', everyMonths: 3 },
  { kind: 'activity', subject: '党员与班组结对攻关', everyMonths: 2 },
];

function* lifeOf(group: SimulatedGroup, month: PlayedMonth, branch: Branch): Lane {
  if (!isFounded(branch)) return;
  const by = new Hand(group.partySystem, branch.id);
  const calendarMonth = Number(month.month.slice(5));
  for (const { kind, subject, everyMonths } of rhythm) {
    const chance = group.chance(branch.id, kind, month.index);
    const heldOn = anyDayIn(month, chance, 9, 27);
    if (calendarMonth % everyMonths !== 0 || chance.happens(MISSED) || heldOn === undefined) continue;
    if (kind === 'committeeMeeting' && !hasCommittee(branch)) continue;
    const recordId = `${branch.id}-${kind.toLowerCase()}-${month.month}`;
    const present = chance.between(Math.ceil(branch.fullMembers * 0.8), branch.fullMembers + 1);
    const lecture = {
      lecturer: chance.oneOf(['secretary', 'otherMember'] as const),
      ratingPercent: chance.between(78, 99),
    };
    yield by.tells(recordId, heldOn, RecordBranchLife, {
      ...{ recordId, partyOrganizationId: branch.id, kind, heldOn, subject, present },
      crewIds: kind === 'activity' ? branch.crewIds.slice(0, 4) : [],
      ...(kind === 'partyLecture' && lecture),
    });
  }
  const countedOn = anyDayIn(month, group.chance(branch.id, 'count', month.index), 28, 28);
  if (countedOn === undefined) return;
  const { fullMembers } = branch;
  const workerMembers = Math.min(fullMembers, 2 + month.index);
  yield by.tells(`count-${month.month}`, countedOn, ReportPartyMembers, {
    ...{
      partyOrganizationId: branch.id,
      fullMembers,
      probationaryMembers: 1,
      workerMembers,
      partyGroups: 2,
      countedOn,
    },
  });
}

const found = (by: Hand, organization: FoundPartyOrganization, refusedWith?: string): Act =>
  by.tells('found', organization.foundedOn, FoundPartyOrganization, organization, refusedWith);
