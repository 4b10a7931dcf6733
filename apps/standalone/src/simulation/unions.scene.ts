import {
  AnswerCongressProposal,
  ApplyForMassOrganization,
  ApproveMassOrganization,
  ConfirmMassOrganizationElection,
  HoldCollectiveAdmission,
  HoldCongressSession,
  type Officer,
  OpenCollectiveAdmission,
  OpenCongressTerm,
  RecordMassOrganizationElection,
  RecordUnionConsent,
  RecordUnionDecline,
  ReportHeadcount,
  ReportUnionContribution,
  SeatDelegates,
  VoteInCongress,
} from '@gongyou/contracts';
import { addCalendarMonths, addDays, addMonths, type Day, fen } from '@gongyou/domain';
import { Hand, type Lane, type Scene } from './act';
import { actsIn, dayIn, type PlayedMonth } from './months';
import { namedPaper } from '../named-paper';
import type { Company, Crew, Project, SimulatedGroup } from './simulated-group';
import { crewOn, steadyMember, workersOf } from './worker-life';

/** Of those who are asked. */
const DECLINES = 0.12;
/** Of the companies' monthly contributions, those that fall short of the 2 percent (UN-03). */
const FALLS_SHORT = 0.15;
/** As many consents as one ceremony admits. */
const MOST_ADMITTED_AT_ONCE = 500;
const TERM_YEARS = 5;

const siteUnionOf = ({ unitId }: Project): string => `${unitId}-union`;

/** Unions of companies and sites, collective admissions, congresses, contributions (HM-03e, CC-12a, HM-04f, UN-02, UN-03, UN-08). */
export function* unionScenes(group: SimulatedGroup, month: PlayedMonth): Iterable<Scene> {
  const sites = group.projects.filter(({ comesAsRoster }) => !comesAsRoster);
  yield {
    title: { zh: '组建工会', en: 'unions are founded' },
    lanes: [
      ...group.companies.map((company) => actsIn(month, unionOfCompany(group, company))),
      ...sites.map((project) => actsIn(month, unionOfSite(group, project))),
    ],
  };
  yield {
    title: { zh: '集体入会和职代会', en: 'collective admissions and congresses' },
    lanes: [
      ...sites.map((project) => actsIn(month, collectiveAdmission(group, project))),
      ...group.companies.map((company) => actsIn(month, congress(group, company))),
      ...group.companies.map((company) => contribution(group, month, company)),
    ],
  };
}

interface UnionToFound {
  id: string;
  name: string;
  unitId: string;
  staffCount: number;
  memberCount: number;
  officers: Officer[];
  appliedOn: Day;
}

function* founded(group: SimulatedGroup, by: Hand, union: UnionToFound): Lane {
  const { id, name, unitId, staffCount, memberCount, officers, appliedOn } = union;
  const office = new Hand(group.unionOffice, id);
  const at = (days: number): Day => addDays(appliedOn, days);
  const documentNumber = (number: number): string => `示建工〔${appliedOn.slice(0, 4)}〕${number}号`;
  const number = group.chance('document', id).between(10, 400);
  yield by.tells('apply', appliedOn, ApplyForMassOrganization, {
    ...{ massOrganizationId: id, kind: 'tradeUnion', form: 'own', name, hostUnitId: unitId },
    ...{ coveredUnits: [{ unitId, staffCount, memberCount }], appliedOn },
  });
  yield office.tells('approve', at(2), ApproveMassOrganization, {
    ...{ massOrganizationId: id, approvedBy: `${group.name}工会`, documentNumber: documentNumber(number) },
    approvedOn: at(2),
  });
  yield office.tells('elect', at(4), RecordMassOrganizationElection, {
    ...{ massOrganizationId: id, electedOn: at(4), termYears: TERM_YEARS, staffCount, officers },
    evidence: [namedPaper(`${id}-选举结果报告单.pdf`)],
  });
  yield office.tells('confirm', at(5), ConfirmMassOrganizationElection, {
    ...{ massOrganizationId: id, documentNumber: documentNumber(number + 1), confirmedOn: at(5) },
  });
}

function unionOfCompany(group: SimulatedGroup, company: Company): Lane {
  const id = `${company.unitId}-union`;
  const staffCount = staffOf(group, company);
  return founded(group, new Hand(company.system, id), {
    ...{ id, name: `${company.name}工会委员会`, unitId: company.unitId, staffCount },
    ...{ memberCount: Math.floor(staffCount * 0.9), appliedOn: addDays(group.beginsOn, -900) },
    officers: (['chair', 'viceChair', 'committeeMember', 'auditMember', 'womensMember'] as const).map((post) => ({
      ...{ workerId: `${company.unitId}-cadre-${post.toLowerCase()}`, post, branchPost: 'none' as const },
      fullTime: post === 'chair' && staffCount >= 200,
    })),
  });
}

/** Staff of a company's own, its sites' workers not among them. */
const staffOf = (group: SimulatedGroup, { index }: Company): number => group.chance('staff', index).between(180, 900);

function unionOfSite(group: SimulatedGroup, project: Project): Lane {
  const id = siteUnionOf(project);
  const [crew, ...others] = project.crews;
  const staffCount = project.crews.reduce((sum, { size }) => sum + size, 0);
  const posts = ['committeeMember', 'auditMember'] as const;
  return founded(group, new Hand(project.company.system, id), {
    ...{ id, name: `${project.name}工会委员会`, unitId: project.unitId, staffCount, memberCount: 0 },
    appliedOn: addDays(project.beginsOn, 3),
    officers: [
      { workerId: `${project.unitId}-manager-1`, post: 'chair', fullTime: false, branchPost: 'secretary' },
      ...posts.map((post, index) => ({
        ...{ workerId: steadyMember(group, others[0] ?? crew!, index + 3), post },
        ...{ fullTime: false, branchPost: 'none' as const },
      })),
    ],
  });
}

/** Each who is on the site is asked, and says for himself whether he joins (UN-07). */
function* collectiveAdmission(group: SimulatedGroup, project: Project): Lane {
  const admissionId = `${project.unitId}-collective-admission`;
  const massOrganizationId = siteUnionOf(project);
  const office = new Hand(group.unionOffice, admissionId);
  const by = new Hand(project.company.system, admissionId);
  const openedOn = addDays(project.beginsOn, 10);
  const heldOn = addDays(openedOn, 8);
  yield office.tells('open', openedOn, OpenCollectiveAdmission, {
    ...{ admissionId, massOrganizationId, unitId: project.unitId, openedOn },
    basis: '《中华全国总工会关于切实维护新就业形态劳动者劳动保障权益的意见》',
  });
  let consents = 0;
  for (const life of workersOf(group, project)) {
    if (!crewOn(life, openedOn) || consents === MOST_ADMITTED_AT_ONCE) continue;
    const { workerId } = life;
    const chance = group.chance('union', life.number);
    const on = addDays(openedOn, chance.between(0, 6));
    if (chance.happens(DECLINES)) {
      yield by.tells(`decline.${workerId}`, on, RecordUnionDecline, { admissionId, workerId, declinedOn: on });
      continue;
    }
    consents += 1;
    yield by.tells(`consent.${workerId}`, on, RecordUnionConsent, {
      ...{ admissionId, workerId, employmentForm: 'subcontracted', givenBy: 'ownPhone', consentedOn: on },
    });
  }
  yield office.tells('hold', heldOn, HoldCollectiveAdmission, { admissionId, heldOn });
}

function* congress(group: SimulatedGroup, company: Company): Lane {
  const crews = company.projects.filter(({ comesAsRoster }) => !comesAsRoster).flatMap((project) => project.crews);
  if (crews.length === 0) return;
  const congressId = `${company.unitId}-congress`;
  const office = new Hand(group.unionOffice, congressId);
  const beginsOn = addDays(group.beginsOn, 11);
  const staffCount = staffOf(group, company);
  yield office.tells('open', beginsOn, OpenCongressTerm, {
    ...{ congressId, kind: 'workersCongress', level: 'enterprise', unitId: company.unitId, staffCount, beginsOn },
    ...{ name: `${company.name}第三届职工代表大会`, seats: 45 },
    endsOn: addDays(addCalendarMonths(beginsOn, 12 * TERM_YEARS), -1),
  });
  const delegates = [...frontLine(group, crews), ...managers(company)];
  yield office.tells('seat', beginsOn, SeatDelegates, { congressId, delegates, seatedOn: beginsOn });

  const sessionId = `${congressId}-1`;
  const heldOn = addDays(beginsOn, 3);
  const delegatesPresent = delegates.length - group.chance(congressId).between(0, Math.floor(delegates.length / 5));
  yield office.tells('session', heldOn, HoldCongressSession, {
    ...{ congressId, sessionId, delegatesPresent, minutes: [namedPaper(`${congressId}-会议纪要.pdf`)], heldOn },
  });
  yield office.tells('vote', heldOn, VoteInCongress, {
    ...{ congressId, sessionId, resolutionId: `${congressId}-wages`, matter: 'payScheme', vitalInterest: true },
    title: '产业工人工资集体协商专项集体合同（草案）',
    ...{ votesFor: delegatesPresent - 1, votesAgainst: 1, abstaining: 0 },
  });
  const answeredOn = addDays(heldOn, 20);
  yield office.tells('proposal', answeredOn, AnswerCongressProposal, {
    ...{ congressId, sessionId, proposalId: `${congressId}-proposal-1`, adopted: true, answeredOn },
    title: '关于改善工地生活区淋浴和晾晒条件的提案',
  });
}

const frontLine = (group: SimulatedGroup, crews: readonly Crew[]) =>
  crews.slice(0, 30).map((crew) => ({
    ...{ workerId: steadyMember(group, crew, 1), category: 'frontLine' as const, industrialWorker: true },
  }));

const managers = ({ unitId }: Company) =>
  [1, 2, 3].map((each) => ({
    ...{ workerId: `${unitId}-cadre-${each}`, category: 'management' as const, industrialWorker: false },
  }));

/** What a company's people and its union are told of, once a month. */
function* contribution(group: SimulatedGroup, month: PlayedMonth, company: Company): Lane {
  const { unitId } = company;
  const chance = group.chance('contribution', company.index, month.index);
  const by = new Hand(company.system, `${unitId}-${month.month}`);
  const staffCount = staffOf(group, company);
  const paidOn = dayIn(month, 15);
  if (paidOn === undefined) return;
  yield by.tells('headcount', paidOn, ReportHeadcount, {
    ...{ unitId, staffCount, memberCount: Math.floor(staffCount * 0.93), countedOn: paidOn },
  });
  const yuan = staffCount * chance.between(7_000, 9_000);
  const short = chance.happens(FALLS_SHORT);
  const before = addMonths(month.month, -1);
  yield by.tells('contribution', paidOn, ReportUnionContribution, {
    ...{ unitId, month: before, wagesFen: fen(yuan * 100), paidFen: fen(short ? yuan : yuan * 2), paidOn },
    evidence: [namedPaper(`工会经费拨缴凭证-${unitId}-${before}.pdf`)],
  });
}
