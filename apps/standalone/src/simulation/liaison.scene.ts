import {
  AppointLiaisonOfficer,
  ApproveLiaisonNomination,
  IssueLiaisonArmband,
  type LiaisonLevel,
  type LiaisonTopic,
  liaisonTrainingTopics,
  NominateLiaisonOfficer,
  PublishLiaisonProfile,
  PublishLiaisonRoleDefinition,
  PutLiaisonOfficerOnDuty,
  RecordLiaisonMeeting,
  RecordLiaisonTraining,
  RecordLiaisonWork,
} from '@gongyou/contracts';
import { addDays, type Day } from '@gongyou/domain';
import { Hand, type Lane, type Scene } from './act';
import { inventedPerson } from './invented-person';
import { actsIn, anyDayIn, dayIn, type PlayedMonth } from './months';
import { namedPaper } from '../named-paper';
import { committeeOf } from './party.scene';
import { type Company, type District, establishedOf, type Project, type SimulatedGroup } from './simulated-group';
import { steadyMember } from './worker-life';

/** Of the posts, how many are left empty; of the officers' months, how many have no entry; of the quarters, how many no meeting. */
const EMPTY = 0.1;
const NO_ENTRY = 0.1;
const NO_MEETING = 0.15;
/** A project's month in the quarter in which its district meets. */
const MEETING_MONTH = 2;

const duties = ['走访班组', '宣讲政策', '收集诉求', '调解矛盾', '协助维权'];
const rights = ['列席项目例会', '查阅工资公示', '提出改进建议'];

/** Party-mass liaison officers of districts, projects and crews, their quarterly meetings and their logs (JX-04 to JX-20). */
export function* liaisonScenes(group: SimulatedGroup, month: PlayedMonth): Iterable<Scene> {
  if (month.index === 0) {
    yield { title: { zh: '协理员岗位规定', en: 'definitions of liaison posts' }, lanes: [definitions(group)] };
  }
  yield {
    title: { zh: '协理员选派到岗', en: 'liaison officers come on duty' },
    lanes: postsOf(group).map((post) => actsIn(month, comesOnDuty(group, post))),
  };
  yield {
    title: { zh: '协理员会议和写实手册', en: 'liaison meetings and work logs' },
    lanes: [
      ...postsOf(group).map((post) => workLog(group, month, post)),
      ...group.companies.flatMap(({ districts }) => districts.map((district) => meeting(group, month, district))),
    ],
  };
}

interface Post {
  /** Of the person. */
  officerId: string;
  level: LiaisonLevel;
  unitId: string;
  company: Company;
  dispatchingUnitId: string;
  managingUnitIds: string[];
  nominatedOn: Day;
}

function* definitions(group: SimulatedGroup): Lane {
  const office = new Hand(group.unionOffice, group.unitId);
  const effectiveOn = establishedOf(group);
  for (const level of ['district', 'project', 'crew'] as const) {
    yield office.tells(`role.${level}`, effectiveOn, PublishLiaisonRoleDefinition, {
      ...{ organizationId: group.unitId, level, version: 1, basis: { title: '党群工作协理员管理办法（试行）' } },
      role: {
        rights: { items: itemsOf('right', rights) },
        duties: { items: itemsOf('duty', duties) },
        obligations: { items: itemsOf('obligation', ['保守工作秘密', '不得接受宴请和礼品']) },
        workKinds: { items: [] },
      },
      effectiveOn,
    });
  }
}

const itemsOf = (kind: string, texts: readonly string[]) =>
  texts.map((text, index) => ({ itemId: `${kind}-${index + 1}`, text }));

function postsOf(group: SimulatedGroup): Post[] {
  const posts = group.companies.flatMap((company) => [
    ...company.districts.map((district) => ofDistrict(group, district)),
    ...company.projects
      .filter(({ comesAsRoster }) => !comesAsRoster)
      .flatMap((project) => [ofProject(project), ...ofCrews(group, project)]),
  ]);
  return posts.filter(({ unitId, level }) => level === 'district' || !group.chance('post', unitId).happens(EMPTY));
}

const districtOfficer = ({ unitId }: District): string => `${unitId}-officer`;
const projectOfficer = ({ unitId }: Project): string => `${unitId}-officer`;

const ofDistrict = (group: SimulatedGroup, district: District): Post => ({
  ...{ officerId: districtOfficer(district), level: 'district', unitId: district.unitId, company: district.company },
  ...{ dispatchingUnitId: district.company.personnelId, managingUnitIds: [district.company.unitId, district.unitId] },
  nominatedOn: addDays(group.beginsOn, -20),
});

const ofProject = (project: Project): Post => ({
  ...{ officerId: projectOfficer(project), level: 'project', unitId: project.unitId, company: project.company },
  ...{ dispatchingUnitId: project.district.unitId, managingUnitIds: [project.district.unitId, project.unitId] },
  nominatedOn: project.beginsOn,
});

const ofCrews = (group: SimulatedGroup, { crews, company, unitId, district, beginsOn }: Project): Post[] =>
  crews.map((crew) => ({
    ...{ officerId: steadyMember(group, crew, 5), level: 'crew', unitId: crew.unitId, company },
    ...{ dispatchingUnitId: unitId, managingUnitIds: [unitId, district.unitId], nominatedOn: addDays(beginsOn, 2) },
  }));

/** From the nomination to the armband; on duty only after the whole training (JX-10a). */
function* comesOnDuty(group: SimulatedGroup, post: Post): Lane {
  const { officerId, level, unitId, company, dispatchingUnitId, managingUnitIds, nominatedOn } = post;
  const chance = group.chance('officer', officerId);
  const by = new Hand(company.system, `officer.${officerId}`);
  const at = (days: number): Day => addDays(nominatedOn, days);
  yield by.tells('nominate', nominatedOn, NominateLiaisonOfficer, {
    ...{ officerId, level, mode: level === 'district' ? 'fullTime' : 'partTime', unitId, nominatedOn },
    scores: ['群众基础', '沟通能力', '政策水平'].map((criterion) => ({ criterion, score: chance.between(70, 99) })),
  });
  yield by.tells('approve', at(2), ApproveLiaisonNomination, {
    ...{ officerId, partyOrganizationId: committeeOf(company), approvedOn: at(2) },
    resolution: namedPaper(`${officerId}-党委会决议.pdf`),
  });
  yield by.tells('appoint', at(3), AppointLiaisonOfficer, {
    ...{ officerId, dispatchingUnitId, managingUnitIds, effectiveOn: at(3), obligationsAcceptedOn: at(3) },
    termEndsOn: addDays(nominatedOn, 1_095),
  });
  const [first, second] = [liaisonTrainingTopics.slice(0, 4), liaisonTrainingTopics.slice(4)];
  for (const [index, topics] of [first, second].entries()) {
    const trainedOn = at(5 + index);
    yield by.tells(`training-${index + 1}`, trainedOn, RecordLiaisonTraining, {
      ...{ officerId, topics, form: index === 0 ? 'businessBriefing' : 'discussion', trainerUnitId: dispatchingUnitId },
      ...{ attendance: namedPaper(`${officerId}-岗前培训签到-${index + 1}.pdf`), trainedOn },
    });
  }
  yield by.tells('duty', onDutyFrom(post), PutLiaisonOfficerOnDuty, { officerId, onDutyFrom: onDutyFrom(post) });
  if (level === 'crew') return;
  yield by.tells('armband', at(9), IssueLiaisonArmband, {
    ...{ officerId, armbandNumber: `${unitId}-armband`, issuedOn: at(9) },
  });
  // Cadres are no workers; their names are of the same kind, and nobody's.
  const { name } = inventedPerson(0, chance, group.beginsOn);
  yield by.tells('profile', at(10), PublishLiaisonProfile, {
    ...{
      officerId,
      publicationId: `${officerId}-1`,
      name,
      phone: `154${String(chance.between(0, 99_999_999)).padStart(8, '0')}`,
    },
    ...{ consent: namedPaper(`${officerId}-公开同意书.pdf`), consentedOn: at(10) },
  });
}

const onDutyFrom = ({ nominatedOn }: Post): Day => addDays(nominatedOn, 8);

const topicsOf: readonly LiaisonTopic[] = ['wages', 'board', 'safety', 'skills', 'health', 'family', 'rights'];

function* workLog(group: SimulatedGroup, month: PlayedMonth, post: Post): Lane {
  const { officerId, level, unitId, company } = post;
  const chance = group.chance('log', officerId, month.index);
  if (chance.happens(NO_ENTRY)) return;
  const by = new Hand(company.system, `log.${officerId}`);
  const entries = level === 'crew' ? 1 : chance.between(2, 5);
  for (let number = 1; number <= entries; number += 1) {
    const workedOn = anyDayIn(month, chance, 12, 27);
    if (workedOn === undefined || workedOn < onDutyFrom(post)) continue;
    const entryId = `${officerId}-${month.month}-${number}`;
    yield by.tells(`${month.month}.${number}`, workedOn, RecordLiaisonWork, {
      officerId,
      entry: {
        ...{ entryId, workedOn, activity: chance.oneOf(['visit', 'talk', 'guidance', 'care', 'mediation'] as const) },
        ...{ dutyIds: [`duty-${chance.between(1, duties.length)}`], rightIds: [], beneficiary: 'workers', unitId },
        ...{ place: '工地生活区', personsPresent: chance.between(1, 25), topics: [chance.oneOf(topicsOf)] },
        ...{ requestsRaised: chance.between(0, 2), matterIds: [] },
      },
    });
  }
}

/** A district convenes its project officers once a quarter (JX-20). */
function* meeting(group: SimulatedGroup, month: PlayedMonth, district: District): Lane {
  const isItsMonth = (Number(month.month.slice(5)) - 1) % 3 === MEETING_MONTH - 1;
  const heldOn = dayIn(month, 18);
  const chance = group.chance('meeting', district.unitId, month.index);
  if (!isItsMonth || heldOn === undefined || chance.happens(NO_MEETING)) return;
  const onDuty = postsOf(group).filter(
    (post) =>
      post.level === 'project' &&
      district.projects.some(({ unitId }) => unitId === post.unitId) &&
      onDutyFrom(post) <= heldOn,
  );
  const absentIds = onDuty
    .slice(1)
    .filter(() => chance.happens(0.1))
    .map(({ officerId }) => officerId);
  const presentIds = onDuty.map(({ officerId }) => officerId).filter((officerId) => !absentIds.includes(officerId));
  if (presentIds.length === 0) return;
  const meetingId = `${district.unitId}-meeting-${month.month}`;
  yield new Hand(district.company.system, meetingId).tells('record', heldOn, RecordLiaisonMeeting, {
    ...{ meetingId, districtId: district.unitId, convenerId: districtOfficer(district), heldOn, presentIds, absentIds },
    agenda: [{ text: '通报各项目协理员工作，比较诉求办结情况' }, { text: '分析典型矛盾纠纷' }],
    tasks: [{ text: '下月走访全部班组一遍', officerId: presentIds[0]!, dueOn: addDays(heldOn, 30) }],
    minutes: namedPaper(`${meetingId}-会议纪要.pdf`),
  });
}
