import {
  AcknowledgeCrewItem,
  AppointCrewLeader,
  AssignCrewSupport,
  DelegatePower,
  FormCrew,
  IssueCrewItem,
  RecordCrewMeeting,
  RecordMorningMeeting,
  ReviewCrew,
  StationPartyMember,
  UsePower,
} from '@gongyou/contracts';
import { addDays, type Day, lastDay, weekdayOf } from '@gongyou/domain';
import type { Randomness } from '../randomness';
import { Hand, type Lane, type Scene } from './act';
import { anyDayIn, dayIn, type PlayedMonth, upTo } from './months';
import { namedPaper } from '../named-paper';
import type { Crew, SimulatedGroup } from './simulated-group';
import { headsOn, steadyMember } from './worker-life';

/** Crews for which nobody answers yet: the 100 percent of QD-13 are not reached. */
const WITHOUT_MANAGER = 0.06;
const WITH_PARTY_MEMBER = 0.4;
/** Mornings without a record. */
const MORNING_MISSED = 0.04;
/** Items that the leader takes note of late, or not at all. */
const ITEM_LATE = 0.1;
const SUNDAY = 0;

const powers = ['attendanceCheck', 'workAssignment', 'toolAllocation', 'leaveApproval'] as const;
const dailyTopics = ['点名考勤', '作业任务交底', '劳保用品检查', '昨日隐患整改复查', '天气与用电提示', '质量控制要点'];
const dangers = ['高处坠落', '物体打击', '机械伤害', '触电', '起重吊装', '基坑临边'];

/** How crews are formed, before anybody enters into them (QD-03). */
export const crewsFormedScene = (group: SimulatedGroup, month: PlayedMonth): Scene => ({
  title: { zh: '组建班组', en: 'crews are formed' },
  lanes: group.crews.filter((crew) => beginsIn(month, crew)).map((crew) => upTo(month, formed(group, crew))),
});

/** How crews are supported, and govern themselves (QD-10, QD-12, QD-13, QD-29, QD-30, HS-08). */
export const crewsScene = (group: SimulatedGroup, month: PlayedMonth): Scene => ({
  title: { zh: '班组管理', en: 'life of the crews' },
  lanes: lanesOf(group, month),
});

/** Whether a manager answers for a crew, and since when. */
export const supportedFrom = (group: SimulatedGroup, { index, project }: Crew): Day | undefined =>
  project.comesAsRoster || group.chance('support', index).happens(WITHOUT_MANAGER)
    ? undefined
    : addDays(project.beginsOn, 2);

/** Whether a Party member is stationed with a crew, and since when. */
export const guidedFrom = (group: SimulatedGroup, { index, project }: Crew): Day | undefined =>
  !project.comesAsRoster && group.chance('guidance', index).happens(WITH_PARTY_MEMBER)
    ? addDays(project.beginsOn, 4)
    : undefined;

function* lanesOf(group: SimulatedGroup, month: PlayedMonth): Iterable<Lane> {
  for (const project of group.projects) {
    const heads = headsOn(group, project, month.to);
    for (const crew of project.crews) yield inMonth(group, month, crew, heads.get(crew) ?? 1);
  }
}

function* inMonth(group: SimulatedGroup, month: PlayedMonth, crew: Crew, heads: number): Lane {
  if (crew.project.comesAsRoster) return;
  const by = new Hand(crew.project.company.system, crew.unitId);
  if (beginsIn(month, crew)) yield* upTo(month, setUp(group, crew, by));
  const chance = group.chance('crew', crew.index, month.index);
  yield* upTo(month, itemOf(group, month, crew, chance, by));
  yield* upTo(month, meetingOf(month, crew, heads, chance, by));
  yield* upTo(month, mornings(month, crew, heads, chance, by));
  yield* upTo(month, reviewOf(group, month, crew, chance));
}

/** In the month or after it; what is after it is cut off by `upTo`. */
const beginsIn = (month: PlayedMonth, { project }: Crew): boolean => month.from <= project.beginsOn;

function* formed(group: SimulatedGroup, { unitId, trade, subcontractor, project }: Crew): Lane {
  const formedOn = project.beginsOn;
  if (formedOn > group.until) return;
  const by = new Hand(project.company.system, unitId);
  yield by.tells('form', formedOn, FormCrew, { unitId, trade, labourSubcontractorId: subcontractor.unitId, formedOn });
}

function* setUp(group: SimulatedGroup, crew: Crew, by: Hand): Lane {
  const { unitId, project } = crew;
  const on = project.beginsOn;
  if (on > group.until) return;
  const supported = supportedFrom(group, crew);
  if (supported !== undefined) {
    yield by.tells('support', supported, AssignCrewSupport, {
      unitId,
      assignmentId: `${unitId}-support`,
      managerId: `${project.unitId}-manager-${(crew.index % 4) + 1}`,
      duties: ['每周到班组不少于两次', '协调解决工资、食宿、安全方面的诉求'],
      fromDay: supported,
    });
  }
  const leaderId = steadyMember(group, crew, 0);
  const appointedOn = addDays(on, 3);
  yield by.tells('leader', appointedOn, AppointCrewLeader, { unitId, workerId: leaderId, appointedOn });
  const guided = guidedFrom(group, crew);
  if (guided !== undefined) {
    yield by.tells('guide', guided, StationPartyMember, {
      ...{ unitId, stationingId: `${unitId}-guide`, workerId: steadyMember(group, crew, 2), fromDay: guided },
    });
  }
  for (const [index, power] of powers.slice(0, 1 + (crew.index % powers.length)).entries()) {
    const fromDay = addDays(on, 5);
    yield by.tells(`power.${power}`, fromDay, DelegatePower, {
      ...{ unitId, delegationId: `${unitId}-${index + 1}`, catalogueVersion: 1, power },
      ...{ grantorId: `${project.unitId}-manager-1`, holderId: index === 0 ? leaderId : steadyMember(group, crew, 1) },
      ...{ limits: '限本班组、当日作业范围', fromDay, untilDay: addDays(fromDay, 365) },
    });
  }
  if (crew.index === 0) {
    // Played for its refusal: a power is not used before it holds (QD-29).
    const use = { unitId, useId: `${unitId}-early`, delegationId: `${unitId}-1`, action: '核对考勤', usedOn: on };
    yield by.tells('power.early', addDays(on, 5), UsePower, use, 'organization.crew.powerNotInForce');
  }
}

function* itemOf(group: SimulatedGroup, month: PlayedMonth, crew: Crew, chance: Randomness, by: Hand): Lane {
  const { unitId } = crew;
  const title = `${month.month}安全技术交底`;
  const issuedOn = dayIn(month, chance.between(6, 9));
  if (issuedOn === undefined) return;
  const itemId = `${unitId}-item-${month.month}`;
  const acknowledgeBy = addDays(issuedOn, 3);
  const { sha256 } = namedPaper(`${title}-${crew.name}.pdf`);
  yield by.tells(itemId, issuedOn, IssueCrewItem, {
    ...{ unitId, itemId, kind: 'disclosure', title, sha256, issuedOn, acknowledgeBy },
  });
  const late = chance.happens(ITEM_LATE);
  const acknowledgedOn = addDays(issuedOn, late ? chance.between(4, 9) : chance.between(0, 3));
  yield by.tells(`${itemId}.acknowledge`, acknowledgedOn, AcknowledgeCrewItem, {
    ...{ unitId, itemId, workerId: steadyMember(group, crew, 0), acknowledgedOn },
  });
}

function* meetingOf(
  month: PlayedMonth,
  { unitId, index }: Crew,
  memberCount: number,
  chance: Randomness,
  by: Hand,
): Lane {
  const heldOn = anyDayIn(month, chance, 10, 20);
  if (heldOn === undefined) return;
  const presentCount = Math.max(1, memberCount - chance.between(0, Math.floor(memberCount / 4)));
  const votesAgainst = chance.between(0, Math.floor(presentCount / 6));
  const power = powers[chance.between(0, powers.length - 1)]!;
  const matter = {
    title: chance.oneOf(['推选本月班组之星', '调整班组内任务分工', '工器具领用与保管办法', '请假与调休办法']),
    outcome: 'decided' as const,
    decision: '表决通过，自次日起执行',
    votesFor: presentCount - votesAgainst,
    votesAgainst,
    votesAbstained: 0,
    power,
  };
  const meetingId = `${unitId}-meeting-${month.month}`;
  if (presentCount - votesAgainst > votesAgainst) {
    yield by.tells(meetingId, heldOn, RecordCrewMeeting, {
      ...{ unitId, meetingId, memberCount, presentCount, matters: [matter], heldOn },
    });
  }
  const usedOn = addDays(heldOn, 1);
  yield by.tells(`${unitId}-use-${month.month}`, usedOn, UsePower, {
    ...{ unitId, useId: `${unitId}-use-${month.month}`, delegationId: `${unitId}-1` },
    ...{ action: `核对第${index + 1}班组上旬考勤并签字公示`, usedOn },
  });
}

function* mornings(month: PlayedMonth, crew: Crew, heads: number, chance: Randomness, by: Hand): Lane {
  const first = month.index === 0 ? addDays(crew.project.beginsOn, 3) : month.from;
  for (let heldOn = first; heldOn <= month.to; heldOn = addDays(heldOn, 1)) {
    if (weekdayOf(heldOn) === SUNDAY || chance.happens(MORNING_MISSED)) continue;
    yield by.tells(`morning.${heldOn}`, heldOn, RecordMorningMeeting, {
      ...{ unitId: crew.unitId, heldOn, shift: 'day', place: `${crew.project.name}安全讲评台` },
      presentCount: Math.max(1, heads - chance.between(0, 3)),
      topics: chance.shuffled(dailyTopics).slice(0, 3),
      risks: chance.shuffled(dangers).slice(0, 2),
      minutes: chance.between(10, 15),
      evidence: [namedPaper(`晨会-${crew.name}-${heldOn}.jpg`)],
    });
  }
}

function* reviewOf(group: SimulatedGroup, month: PlayedMonth, { unitId }: Crew, chance: Randomness): Lane {
  const reviewedOn: Day = lastDay(month.month);
  const reviewId = `${unitId}-review-${month.month}`;
  const stars = (): number => chance.oneOf([3, 4, 4, 4, 5, 5]);
  yield new Hand(group.unionOffice, unitId).tells(reviewId, reviewedOn, ReviewCrew, {
    ...{ unitId, reviewId, reviewedOn, note: '质量、进度、安全三项月度评价' },
    ...{ qualityStars: stars(), progressStars: stars(), safetyStars: stars() },
  });
}
