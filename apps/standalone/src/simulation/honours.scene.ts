import {
  DecideHonourSelection,
  NominateForHonour,
  OpenHonourSelection,
  PostHonourNotice,
  ReviewNomination,
  ScoreCandidate,
} from '@gongyou/contracts';
import { addDays, fen, period, workingDays } from '@gongyou/domain';
import { Hand, type Lane, type Scene } from './act';
import { dayIn, type PlayedMonth, upTo } from './months';
import { namedPaper } from '../named-paper';
import type { Project, SimulatedGroup } from './simulated-group';
import { steadyMember } from './worker-life';

/** Of the sites' months, those without a selection (JX-51a asks for one in each). */
const MISSED = 0.1;
const NOTICE_WORKING_DAYS = 3;
const REWARD = fen(50_000);

/** The advanced labour team and the advanced workers of a month, on each site (JX-51a, JX-51b). */
export const honoursScene = (group: SimulatedGroup, month: PlayedMonth): Scene => ({
  title: { zh: '月度评先', en: 'honours of the month' },
  lanes: group.projects
    .filter(({ comesAsRoster }) => !comesAsRoster)
    .map((project) => upTo(month, selection(group, month, project))),
});

function* selection(group: SimulatedGroup, month: PlayedMonth, project: Project): Lane {
  const chance = group.chance('honours', project.index, month.index);
  const openedOn = dayIn(month, 10);
  const nominatedOn = dayIn(month, 11);
  if (openedOn === undefined || nominatedOn === undefined || chance.happens(MISSED)) return;
  const selectionId = `${project.unitId}-advanced-${month.month}`;
  const office = new Hand(group.unionOffice, selectionId);
  const by = new Hand(project.company.system, selectionId);
  yield office.tells('open', openedOn, OpenHonourSelection, {
    ...{ selectionId, honour: 'monthlyAdvanced', level: 'project', spirit: 'labour', unitId: project.unitId },
    ...{ title: `${project.name}${month.month}月度先进`, period: period(month.month), openedOn },
    ...{ criteria: '安全无违章、质量一次验收合格、按时完成任务、班组评议靠前', noticeWorkingDays: NOTICE_WORKING_DAYS },
  });

  const [teamOf, ...crews] = chance.shuffled(project.crews);
  const subcontractor = teamOf!.subcontractor;
  const candidates = [
    { candidateKind: 'labourTeam' as const, candidateId: subcontractor.unitId, employer: subcontractor },
    ...[teamOf!, crews[0] ?? teamOf!].map((crew, index) => ({
      candidateKind: 'worker' as const,
      candidateId: steadyMember(group, crew, 1 + index),
      employer: crew.subcontractor,
      consentedOn: openedOn,
    })),
  ];
  const nominations = candidates.map(({ employer, ...candidate }, index) => ({
    ...{ selectionId, nominationId: `${selectionId}-${index + 1}`, ...candidate, employerUnitId: employer.unitId },
    ...{ nominatingUnitId: project.unitId, industrialWorker: true, employmentForm: 'subcontracted' as const },
    ...{ merits: '当月按期完成节点任务，班组无安全质量问题', evidence: [], nominatedOn },
  }));
  for (const nomination of nominations) {
    yield by.tells(`nominate.${nomination.nominationId}`, nominatedOn, NominateForHonour, nomination);
  }
  const postedOn = addDays(nominatedOn, 1);
  for (const { nominationId } of nominations) {
    yield office.tells(`review.${nominationId}`, postedOn, ReviewNomination, {
      ...{ selectionId, nominationId, putForward: true, opinion: '材料属实，同意推荐', reviewedOn: postedOn },
    });
  }
  const [team] = nominations;
  yield office.tells('score', postedOn, ScoreCandidate, {
    ...{ selectionId, nominationId: team!.nominationId, scoreHundredths: chance.between(8_000, 9_900) },
    ...{ grounds: '按月度评先评分表逐项评分', scoredOn: postedOn },
  });
  yield office.tells('notice', postedOn, PostHonourNotice, { selectionId, place: '项目部公示栏', postedOn });
  const decidedOn = addDays(workingDays.addWorkingDays(postedOn, NOTICE_WORKING_DAYS).day, 1);
  yield office.tells('decide', decidedOn, DecideHonourSelection, {
    ...{ selectionId, documentNumber: `示建评〔${month.month}〕${project.index + 1}号`, decidedOn },
    choices: nominations.map(({ nominationId, employerUnitId }) => ({
      ...{ nominationId, certificateNumber: `${nominationId}-certificate`, rewardFen: REWARD },
      arrearsCheck: {
        ...{ listed: false, checkedOn: decidedOn },
        result: namedPaper(`失信名单查询-${employerUnitId}-${decidedOn}.pdf`),
      },
    })),
  });
}
