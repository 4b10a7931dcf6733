import type { MatterLevel } from '@gongyou/contracts';
import type { BilingualText } from '@gongyou/domain';
import { inArea, type ListedLine, type StandingLine } from './standing-line';

const levelTitles: Readonly<Record<MatterLevel, BilingualText>> = {
  crew: { zh: '班组级', en: 'at the level of the crew' },
  project: { zh: '项目级', en: 'at the level of the project' },
  district: { zh: '片区级', en: 'at the level of the district' },
  company: { zh: '公司级', en: 'at the level of the company' },
};

/** Matters and time at each level (JX-14). */
const matterLevelLines = (Object.keys(levelTitles) as MatterLevel[]).flatMap((dimension): ListedLine[] => {
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

/** What is shown of what crews ask for (JX-14, JX-15). */
export const matterLines: readonly StandingLine[] = inArea('matters', [
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
]);
