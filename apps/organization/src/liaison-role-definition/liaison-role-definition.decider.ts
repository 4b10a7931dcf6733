import {
  type LiaisonRole,
  type LiaisonRoleDefinitionCommand,
  type LiaisonRoleDefinitionEvent,
  type PublishLiaisonRoleDefinition,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import type { Decider } from '@gongyou/event-sourcing/decider';

/** The versions of what a post is, in their order. */
export interface LiaisonRoleDefinitionState {
  versions: readonly PublishLiaisonRoleDefinition[];
}

/** The rules of a role definition (JX-36 to JX-38b): versions follow each other, and no list outgrows its document. */
export const liaisonRoleDefinition: Decider<
  LiaisonRoleDefinitionCommand,
  LiaisonRoleDefinitionEvent,
  LiaisonRoleDefinitionState
> = {
  initialState: { versions: [] },
  evolve: (state, event) => ({ versions: [...state.versions, event.data] }),
  decide: ({ data }, state) => publish(data, state),
};

/** The version in force on a day: the last one that took effect by then. */
export const definitionInForce = (
  { versions }: LiaisonRoleDefinitionState,
  on: Day,
): PublishLiaisonRoleDefinition | undefined => versions.findLast(({ effectiveOn }) => effectiveOn <= on);

export const liaisonRoleDefinitionRefusals = {
  'organization.liaisonRoleDefinition.versionDiffers': {
    zh: '第 {version} 版已发布，内容不同',
    en: 'Version {version} was published already, with other content.',
  },
  'organization.liaisonRoleDefinition.versionOutOfTurn': {
    zh: '下一版应为第 {next} 版',
    en: 'The next version is {next}.',
  },
  'organization.liaisonRoleDefinition.effectiveTooEarly': {
    zh: '新版须在上一版生效日 {effectiveOn} 之后生效',
    en: 'A new version takes effect after the last one, which took effect on {effectiveOn}.',
  },
  'organization.liaisonRoleDefinition.moreThanStated': {
    zh: '“{list}”列出 {listed} 项，多于文件所载 {stated} 项',
    en: 'The list {list} holds {listed} items, more than the {stated} that its document counts.',
  },
  'organization.liaisonRoleDefinition.itemRepeated': {
    zh: '“{list}”中条目 {itemId} 重复',
    en: 'Item {itemId} stands twice in the list {list}.',
  },
  'organization.liaisonRoleDefinition.criterionRepeated': {
    zh: '选聘标准“{criterion}”重复',
    en: 'The selection criterion {criterion} is named twice.',
  },
  'organization.liaisonRoleDefinition.gradesNotDistinct': {
    zh: '考核等次的名称和分数线须各不相同',
    en: 'The grades of the assessment differ from each other, in name and in least score.',
  },
  'organization.liaisonRoleDefinition.scoreWithoutGrade': {
    zh: '考核等次须包括从 0 分起的一等',
    en: 'One grade of the assessment begins at the score 0, so that every score has its grade.',
  },
} as const satisfies Record<`organization.liaisonRoleDefinition.${string}`, Bilingual>;

const refuse: RefuseOf<typeof liaisonRoleDefinitionRefusals> = refuseWith(liaisonRoleDefinitionRefusals);

function publish(
  data: PublishLiaisonRoleDefinition,
  { versions }: LiaisonRoleDefinitionState,
): LiaisonRoleDefinitionEvent[] {
  const { version, effectiveOn } = data;
  const known = versions[version - 1];
  if (known)
    return sameContent(data, known) ? [] : refuse('organization.liaisonRoleDefinition.versionDiffers', { version });
  const next = versions.length + 1;
  if (version !== next) refuse('organization.liaisonRoleDefinition.versionOutOfTurn', { next });
  const last = versions.at(-1);
  if (last && effectiveOn <= last.effectiveOn)
    refuse('organization.liaisonRoleDefinition.effectiveTooEarly', { effectiveOn: last.effectiveOn });
  requireSoundLists(data.role);
  requireSoundRules(data.role);
  return [{ type: 'LiaisonRoleDefinitionPublished', data }];
}

function requireSoundLists(role: LiaisonRole): void {
  for (const list of ['rights', 'duties', 'obligations', 'workKinds'] as const) {
    const { items, statedCount } = role[list];
    if (statedCount !== undefined && items.length > statedCount) {
      const figures = { list, listed: items.length, stated: statedCount };
      refuse('organization.liaisonRoleDefinition.moreThanStated', figures);
    }
    const ids = items.map(({ itemId }) => itemId);
    const repeated = ids.find((itemId, index) => ids.indexOf(itemId) !== index);
    if (repeated !== undefined) refuse('organization.liaisonRoleDefinition.itemRepeated', { list, itemId: repeated });
  }
}

/** Criteria and grades leave no score in doubt (JX-04, JX-05). */
function requireSoundRules({ selectionCriteria = [], assessmentGrades = [] }: LiaisonRole): void {
  const criteria = selectionCriteria.map(({ criterion }) => criterion);
  const repeated = criteria.find((criterion, index) => criteria.indexOf(criterion) !== index);
  if (repeated !== undefined) refuse('organization.liaisonRoleDefinition.criterionRepeated', { criterion: repeated });
  if (assessmentGrades.length === 0) return;
  const names = new Set(assessmentGrades.map(({ grade }) => grade));
  const leastScores = new Set(assessmentGrades.map(({ leastScore }) => leastScore));
  if (Math.min(names.size, leastScores.size) < assessmentGrades.length)
    refuse('organization.liaisonRoleDefinition.gradesNotDistinct');
  if (!leastScores.has(0)) refuse('organization.liaisonRoleDefinition.scoreWithoutGrade');
}
