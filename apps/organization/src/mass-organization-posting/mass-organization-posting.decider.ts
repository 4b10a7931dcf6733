import type {
  AssessPosting,
  BeginPosting,
  EndPosting,
  MassOrganizationPostingEvent,
  PostingAssessed,
  PostingBegan,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';

export interface NotPosted {
  stage: 'notPosted';
}

/** The worker serves, or the term has run out. */
export interface Posted {
  stage: 'posted';
  posting: PostingBegan;
  assessment?: PostingAssessed;
}

/** The posting was ended before its term was over. */
export interface EndedEarly extends Omit<Posted, 'stage'> {
  stage: 'endedEarly';
  endedOn: Day;
}

export type MassOrganizationPostingState = NotPosted | Posted | EndedEarly;

/** The commands; to begin, with the host of the mass organization when it is active. */
export type MassOrganizationPostingWish =
  | { type: 'BeginPosting'; data: BeginPosting; hostUnitId?: string | undefined }
  | { type: 'AssessPosting'; data: AssessPosting }
  | { type: 'EndPosting'; data: EndPosting };

/** The rules of a worker's part-time or seconded post in a mass organization (HM-03a, CC-03b). */
export const massOrganizationPosting: Decider<
  MassOrganizationPostingWish,
  MassOrganizationPostingEvent,
  MassOrganizationPostingState
> = {
  initialState: { stage: 'notPosted' },

  evolve(state, event) {
    switch (event.type) {
      case 'PostingBegan':
        return { stage: 'posted', posting: event.data };
      case 'PostingAssessed':
        return { ...(state as Posted), assessment: event.data };
      case 'PostingEnded':
        return { ...(state as Posted), stage: 'endedEarly', endedOn: event.data.endedOn };
      default:
        return unknownFact(event);
    }
  },

  decide(wish, state, moment) {
    if (wish.type === 'BeginPosting') return begin(wish.data, wish.hostUnitId, state);
    if (state.stage === 'notPosted') return refuse('organization.massOrganizationPosting.unknown');
    switch (wish.type) {
      case 'AssessPosting':
        return assess(wish.data, state, moment);
      case 'EndPosting':
        return end(wish.data, state, moment);
      default:
        return unknownWish(wish);
    }
  },
};

export const massOrganizationPostingRefusals = {
  'organization.massOrganizationPosting.unknown': { zh: '没有这项任职', en: 'There is no such posting.' },
  'organization.massOrganizationPosting.alreadyBegun': {
    zh: '该编号的任职已登记，内容不同',
    en: 'A posting with this id was recorded already, with other content.',
  },
  'organization.massOrganizationPosting.organizationNotActive': {
    zh: '没有这个群团组织，或者尚未成立',
    en: 'There is no such mass organization, or it is not active.',
  },
  'organization.massOrganizationPosting.endsBeforeItBegins': {
    zh: '任期结束日早于开始日',
    en: 'The term ends before it begins.',
  },
  'organization.massOrganizationPosting.alreadyOver': {
    zh: '任期已于 {endsOn} 结束',
    en: 'The term was over on {endsOn}.',
  },
  'organization.massOrganizationPosting.outsideTerm': {
    zh: '日期早于任期开始日 {beginsOn}',
    en: 'The day is before the term began on {beginsOn}.',
  },
  'organization.massOrganizationPosting.dayInFuture': {
    zh: '日期 {on} 尚未到来',
    en: 'The day {on} has not come yet.',
  },
} as const satisfies Record<`organization.massOrganizationPosting.${string}`, Bilingual>;

const refuse: RefuseOf<typeof massOrganizationPostingRefusals> = refuseWith(massOrganizationPostingRefusals);

function begin(
  data: BeginPosting,
  hostUnitId: string | undefined,
  state: MassOrganizationPostingState,
): MassOrganizationPostingEvent[] {
  const { postingId, workerId, massOrganizationId, post, mode, beginsOn, endsOn } = data;
  if (state.stage !== 'notPosted') {
    if (sameContent({ ...data, unitId: state.posting.unitId }, state.posting)) return [];
    return refuse('organization.massOrganizationPosting.alreadyBegun');
  }
  if (hostUnitId === undefined) return refuse('organization.massOrganizationPosting.organizationNotActive');
  if (endsOn < beginsOn) refuse('organization.massOrganizationPosting.endsBeforeItBegins');
  return [
    {
      type: 'PostingBegan',
      data: { postingId, workerId, massOrganizationId, unitId: hostUnitId, post, mode, beginsOn, endsOn },
    },
  ];
}

function assess(data: AssessPosting, state: Posted | EndedEarly, moment: Moment): MassOrganizationPostingEvent[] {
  const { postingId, grade, note, assessedOn } = data;
  if (state.assessment && sameContent(data, state.assessment)) return [];
  sinceItBegan(assessedOn, state, moment);
  return [{ type: 'PostingAssessed', data: { postingId, grade, note, assessedOn } }];
}

function end(
  { postingId, reason, endedOn }: EndPosting,
  state: Posted | EndedEarly,
  moment: Moment,
): MassOrganizationPostingEvent[] {
  if (state.stage === 'endedEarly') return [];
  sinceItBegan(endedOn, state, moment);
  const { endsOn } = state.posting;
  if (endedOn > endsOn) refuse('organization.massOrganizationPosting.alreadyOver', { endsOn });
  return [{ type: 'PostingEnded', data: { postingId, reason, endedOn } }];
}

function sinceItBegan(on: Day, { posting: { beginsOn } }: Posted | EndedEarly, { today }: Moment): void {
  if (on > today) refuse('organization.massOrganizationPosting.dayInFuture', { on });
  if (on < beginsOn) refuse('organization.massOrganizationPosting.outsideTerm', { beginsOn });
}
