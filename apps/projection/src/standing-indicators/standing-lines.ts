import type { MatterLevel } from '@gongyou/contracts';
import type { BilingualText } from '@gongyou/domain';
import type { StandingIndicator } from '../indicator-ledger/indicators';

/** Which postings a count is the sum of. */
export interface StandingCount {
  indicator: StandingIndicator;
  dimension?: string;
}

/** A line of the standing indicators: a count, or a share of two. */
export interface StandingLine {
  indicator: string;
  title: BilingualText;
  numerator: StandingCount;
  denominator?: StandingCount;
  /** The least share that a provision asks for, in hundredths of a percent. */
  target?: { provisionId: string; leastBasisPoints: number };
}

const openUnits = (dimension: string): StandingCount => ({ indicator: 'openUnits', dimension });

const levelTitles: Readonly<Record<MatterLevel, BilingualText>> = {
  crew: { zh: '班组级', en: 'at the level of the crew' },
  project: { zh: '项目级', en: 'at the level of the project' },
  district: { zh: '片区级', en: 'at the level of the district' },
  company: { zh: '公司级', en: 'at the level of the company' },
};

/** Matters and time at each level (JX-14). */
const matterLevelLines = (Object.keys(levelTitles) as MatterLevel[]).flatMap((dimension): StandingLine[] => {
  const { zh, en } = levelTitles[dimension];
  const ofLevel = `${dimension[0]!.toUpperCase()}${dimension.slice(1)}`;
  return [
    {
      indicator: `openMattersAt${ofLevel}`,
      title: { zh: `${zh}未办结事项数`, en: `Open matters ${en}` },
      numerator: { indicator: 'openMatters', dimension },
    },
    {
      indicator: `mattersAnsweredInTimeAt${ofLevel}Rate`,
      title: { zh: `${zh}事项按时答复率`, en: `Matters answered in time ${en}` },
      numerator: { indicator: 'mattersAnsweredInTime', dimension },
      denominator: { indicator: 'answeredMatters', dimension },
    },
    {
      indicator: `matterDaysAt${ofLevel}`,
      title: { zh: `事项在${zh}停留天数`, en: `Days that matters lay ${en}` },
      numerator: { indicator: 'matterDays', dimension },
    },
  ];
});

/** What is shown of an organization, in this order. */
export const standingLines: readonly StandingLine[] = [
  { indicator: 'openProjects', title: { zh: '在册项目数', en: 'Open projects' }, numerator: openUnits('project') },
  {
    indicator: 'workersOnSite',
    title: { zh: '在场工人数', en: 'Workers on site' },
    numerator: { indicator: 'workersOnSite' },
  },
  {
    indicator: 'overAgeWorkersShare',
    title: { zh: '超龄劳动者占在场工人比例', en: 'Share of workers over the retirement age' },
    numerator: { indicator: 'workersOnSite', dimension: 'overAge' },
    denominator: { indicator: 'workersOnSite' },
  },
  { indicator: 'openCrews', title: { zh: '在册班组数', en: 'Open crews' }, numerator: openUnits('crew') },
  {
    indicator: 'crewsWithStationedManagerRate',
    title: { zh: '班组包保覆盖率', en: 'Crews that a stationed manager answers for' },
    numerator: { indicator: 'supportedCrews' },
    denominator: { indicator: 'standingCrews' },
    target: { provisionId: 'QD-13', leastBasisPoints: 10_000 },
  },
  {
    indicator: 'crewsWithStationedPartyMemberRate',
    title: { zh: '党员进驻班组覆盖率', en: 'Crews with a stationed Party member' },
    numerator: { indicator: 'guidedCrews' },
    denominator: { indicator: 'standingCrews' },
  },
  {
    indicator: 'openMatters',
    title: { zh: '未办结事项数', en: 'Open matters' },
    numerator: { indicator: 'openMatters' },
  },
  {
    indicator: 'mattersWithOwnerRate',
    title: { zh: '事项有人抓落实率', en: 'Open matters with an owner' },
    numerator: { indicator: 'ownedMatters' },
    denominator: { indicator: 'openMatters' },
    target: { provisionId: 'JX-15', leastBasisPoints: 10_000 },
  },
  {
    indicator: 'mattersAnsweredInTimeRate',
    title: { zh: '事项按时答复率', en: 'Matters answered in time' },
    numerator: { indicator: 'mattersAnsweredInTime' },
    denominator: { indicator: 'answeredMatters' },
  },
  ...matterLevelLines,
];
