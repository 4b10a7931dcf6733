import {
  type AmendProgramme,
  type Programme,
  type ProgrammeEvent,
  programmeFaults,
  type PublishProgramme,
} from '@gongyou/contracts';
import { type Bilingual, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';

/** Nobody has published a programme under this id. */
export interface NotPublished {
  stage: 'notPublished';
}

/** The programme can be adopted in each of its versions: who adopted an old one keeps it. */
export interface Published {
  stage: 'published';
  publishedByUnitId: string | undefined;
  /** Version 1 first. */
  versions: readonly Programme[];
}

export type ProgrammeState = NotPublished | Published;

/** The commands, with what must be known of the publishing unit; one that is not known is `undefined`. */
export type ProgrammeWish =
  | { type: 'PublishProgramme'; data: PublishProgramme; publisher?: { closed: boolean } | undefined }
  | { type: 'AmendProgramme'; data: AmendProgramme };

/** The rules of a reform programme and its versions (provisions QD-01, QD-02a, CC-T1). */
export const programme: Decider<ProgrammeWish, ProgrammeEvent, ProgrammeState> = {
  initialState: { stage: 'notPublished' },

  evolve(state, event) {
    switch (event.type) {
      case 'ProgrammePublished': {
        const { programme: content, publishedByUnitId } = event.data;
        return { stage: 'published', publishedByUnitId, versions: [content] };
      }
      case 'ProgrammeAmended':
        return { ...(state as Published), versions: [...(state as Published).versions, event.data.programme] };
      default:
        return unknownFact(event);
    }
  },

  decide(wish, state) {
    switch (wish.type) {
      case 'PublishProgramme':
        return publish(wish.data, wish.publisher, state);
      case 'AmendProgramme':
        return amend(wish.data, state);
      default:
        return unknownWish(wish);
    }
  },
};

/** The content of a version; `undefined` when there is none. */
export const versionOf = (state: ProgrammeState, version: number): Programme | undefined =>
  state.stage === 'published' ? state.versions[version - 1] : undefined;

export const programmeRefusals = {
  'supervision.programme.faulty': {
    zh: '方案内容前后不一致，共 {faultCount} 处，请按所列各项改正',
    en: 'The programme does not hold together in {faultCount} places; correct what is listed.',
  },
  'supervision.programme.alreadyPublished': {
    zh: '该方案已经发布，内容不同；如需更改请修订',
    en: 'The programme was published already, with other content. Amend it instead.',
  },
  'supervision.programme.unknown': { zh: '没有发布过这个方案', en: 'No such programme was published.' },
  'supervision.programme.publisherUnknown': {
    zh: '没有发布单位 {unitId}',
    en: 'There is no unit {unitId} that could publish it.',
  },
  'supervision.programme.publisherClosed': {
    zh: '发布单位 {unitId} 已撤销',
    en: 'Unit {unitId} is closed and can publish nothing.',
  },
  'supervision.programme.notTheNewestVersion': {
    zh: '修订须基于现行第 {newestVersion} 版，请先查看该版',
    en: 'An amendment starts from the newest version, {newestVersion}; look at it first.',
  },
  'supervision.programme.nothingAmended': {
    zh: '修订内容与现行版本相同',
    en: 'The amendment says the same as the newest version.',
  },
} as const satisfies Record<`supervision.programme.${string}`, Bilingual>;

const refuse: RefuseOf<typeof programmeRefusals> = refuseWith(programmeRefusals);

function publish(
  { programme: content, publishedByUnitId }: PublishProgramme,
  publisher: { closed: boolean } | undefined,
  state: ProgrammeState,
): ProgrammeEvent[] {
  if (state.stage === 'published') {
    if (publishedByUnitId === state.publishedByUnitId && sameContent(content, state.versions[0])) return [];
    return refuse('supervision.programme.alreadyPublished');
  }
  if (publishedByUnitId !== undefined) {
    if (!publisher) return refuse('supervision.programme.publisherUnknown', { unitId: publishedByUnitId });
    if (publisher.closed) refuse('supervision.programme.publisherClosed', { unitId: publishedByUnitId });
  }
  requireSound(content);
  const { programmeId } = content;
  return [
    { type: 'ProgrammePublished', data: { programmeId, programmeVersion: 1, programme: content, publishedByUnitId } },
  ];
}

function amend({ programme: content, amendsVersion, reason }: AmendProgramme, state: ProgrammeState): ProgrammeEvent[] {
  if (state.stage === 'notPublished') return refuse('supervision.programme.unknown');
  const newestVersion = state.versions.length;
  const saysTheSame = sameContent(content, state.versions[newestVersion - 1]);
  if (saysTheSame && amendsVersion === newestVersion - 1) return [];
  if (amendsVersion !== newestVersion) refuse('supervision.programme.notTheNewestVersion', { newestVersion });
  if (saysTheSame) refuse('supervision.programme.nothingAmended');
  requireSound(content);
  const { programmeId } = content;
  return [
    {
      type: 'ProgrammeAmended',
      data: { programmeId, programmeVersion: newestVersion + 1, programme: content, reason },
    },
  ];
}

/** As many faults as a person can read; all are counted. */
const MOST_FAULTS_TOLD = 100;

function requireSound(content: Programme): void {
  const faults = programmeFaults(content);
  if (faults.length === 0) return;
  const told = faults
    .slice(0, MOST_FAULTS_TOLD)
    .map(({ code, path, zh, en, detail }) => ({ code, path, zh, en, detail }));
  refuse('supervision.programme.faulty', { faultCount: faults.length, faults: told });
}
