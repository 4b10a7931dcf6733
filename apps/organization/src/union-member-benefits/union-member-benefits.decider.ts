import type {
  PublishUnionMemberBenefits,
  UnionMemberBenefitsEvent,
  UnionMemberBenefitsPublished,
} from '@gongyou/contracts';
import { type Bilingual, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import type { Decider } from '@gongyou/event-sourcing/decider';

export interface UnionMemberBenefitsState {
  versions: readonly UnionMemberBenefitsPublished[];
}

/** The command, with the unit that hosts the trade union when it is active. */
export interface UnionMemberBenefitsWish {
  type: 'PublishUnionMemberBenefits';
  data: PublishUnionMemberBenefits;
  hostUnitId?: string | undefined;
}

/** What a trade union gives its members: versions, each in force from its day (CC-12c). */
export const unionMemberBenefits: Decider<UnionMemberBenefitsWish, UnionMemberBenefitsEvent, UnionMemberBenefitsState> =
  {
    initialState: { versions: [] },
    evolve: ({ versions }, { data }) => ({ versions: [...versions, data] }),
    decide: (wish, state) => publish(wish, state),
  };

export const unionMemberBenefitsRefusals = {
  'organization.unionMemberBenefits.unionNotActive': {
    zh: '没有这个工会，或者工会尚未成立',
    en: 'There is no such trade union, or it is not active.',
  },
  'organization.unionMemberBenefits.publishedOtherwise': {
    zh: '第 {version} 版已公布，内容不同',
    en: 'Version {version} was published already, with other content.',
  },
  'organization.unionMemberBenefits.notTheNextVersion': {
    zh: '下一版应为第 {next} 版',
    en: 'The next version is {next}.',
  },
  'organization.unionMemberBenefits.namedTwice': { zh: '“{id}” 重复', en: '{id} is named more than once.' },
  'organization.unionMemberBenefits.inForceBeforeLast': {
    zh: '生效日期不晚于上一版的生效日期 {lastFrom}',
    en: 'It must be in force from a later day than the version before, which is from {lastFrom}.',
  },
} as const satisfies Record<`organization.unionMemberBenefits.${string}`, Bilingual>;

const refuse: RefuseOf<typeof unionMemberBenefitsRefusals> = refuseWith(unionMemberBenefitsRefusals);

function publish(
  { data, hostUnitId }: UnionMemberBenefitsWish,
  { versions }: UnionMemberBenefitsState,
): UnionMemberBenefitsEvent[] {
  const { massOrganizationId, version, entitlements, inForceFrom } = data;
  const known = versions.find((each) => each.version === version);
  if (known) {
    return sameContent(data, known) ? [] : refuse('organization.unionMemberBenefits.publishedOtherwise', { version });
  }
  if (hostUnitId === undefined) refuse('organization.unionMemberBenefits.unionNotActive');
  const last = versions.at(-1);
  const next = (last?.version ?? 0) + 1;
  if (version !== next) refuse('organization.unionMemberBenefits.notTheNextVersion', { next });
  if (last && inForceFrom <= last.inForceFrom) {
    refuse('organization.unionMemberBenefits.inForceBeforeLast', { lastFrom: last.inForceFrom });
  }
  const ids = entitlements.map(({ entitlementId }) => entitlementId);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) refuse('organization.unionMemberBenefits.namedTwice', { id: twice });
  return [{ type: 'UnionMemberBenefitsPublished', data: { massOrganizationId, version, entitlements, inForceFrom } }];
}
