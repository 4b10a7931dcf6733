import {
  type PublishUnionAdmissionRules,
  unionAdmissionBasis,
  type UnionAdmissionRulesCommand,
  type UnionAdmissionRulesEvent,
  type UnionAdmissionRulesPublished,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import type { Decider } from '@gongyou/event-sourcing/decider';

export interface UnionAdmissionRulesState {
  /** In the order of their versions, and of the days from which they are in force. */
  versions: readonly UnionAdmissionRulesPublished[];
}

/** A unit's rules of union admission: versions, each citing its documents, each in force from its day (CC-12d). */
export const unionAdmissionRules: Decider<
  UnionAdmissionRulesCommand,
  UnionAdmissionRulesEvent,
  UnionAdmissionRulesState
> = {
  initialState: { versions: [] },
  evolve: ({ versions }, { data }) => ({ versions: [...versions, data] }),
  decide: ({ data }, state) => publish(data, state),
};

export const unionAdmissionRulesRefusals = {
  'organization.unionAdmissionRules.publishedOtherwise': {
    zh: '第 {version} 版已发布，内容不同',
    en: 'Version {version} was published already, with other content.',
  },
  'organization.unionAdmissionRules.notTheNextVersion': {
    zh: '下一版应为第 {next} 版',
    en: 'The next version is {next}.',
  },
  'organization.unionAdmissionRules.basisMissing': {
    zh: '入会规则须以 {documentNumber} 为依据',
    en: 'Rules of union admission must rest on {documentNumber}.',
  },
  'organization.unionAdmissionRules.namedTwice': {
    zh: '“{id}” 重复',
    en: '{id} is named more than once.',
  },
  'organization.unionAdmissionRules.inForceBeforeLast': {
    zh: '生效日期不晚于上一版的生效日期 {lastFrom}',
    en: 'It must be in force from a later day than the version before, which is from {lastFrom}.',
  },
} as const satisfies Record<`organization.unionAdmissionRules.${string}`, Bilingual>;

const refuse: RefuseOf<typeof unionAdmissionRulesRefusals> = refuseWith(unionAdmissionRulesRefusals);

function publish(data: PublishUnionAdmissionRules, { versions }: UnionAdmissionRulesState): UnionAdmissionRulesEvent[] {
  const { unitId, version, basis, categories, steps, inForceFrom } = data;
  const known = versions.find((each) => each.version === version);
  if (known) {
    return sameContent(data, known) ? [] : refuse('organization.unionAdmissionRules.publishedOtherwise', { version });
  }
  const last = versions.at(-1);
  const next = (last?.version ?? 0) + 1;
  if (version !== next) refuse('organization.unionAdmissionRules.notTheNextVersion', { next });
  if (last && inForceFrom <= last.inForceFrom) {
    refuse('organization.unionAdmissionRules.inForceBeforeLast', { lastFrom: last.inForceFrom });
  }
  const { national: documentNumber } = unionAdmissionBasis;
  if (!basis.some((each) => each.documentNumber === documentNumber)) {
    refuse('organization.unionAdmissionRules.basisMissing', { documentNumber });
  }
  const ids = [...categories.map(({ categoryId }) => categoryId), ...steps.map(({ stepId }) => stepId)];
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) refuse('organization.unionAdmissionRules.namedTwice', { id: twice });
  return [{ type: 'UnionAdmissionRulesPublished', data: { unitId, version, basis, categories, steps, inForceFrom } }];
}

/** The version that is in force on a day. */
export const rulesInForce = (
  { versions }: UnionAdmissionRulesState,
  on: Day,
): UnionAdmissionRulesPublished | undefined => versions.findLast(({ inForceFrom }) => inForceFrom <= on);
