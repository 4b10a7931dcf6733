import type {
  DesignLiaisonContactCard,
  LiaisonContactCardCommand,
  LiaisonContactCardDesigned,
  LiaisonContactCardEvent,
  RenewLiaisonContactCard,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith } from '@gongyou/domain';
import { type Decider, type Moment, unknownWish } from '@gongyou/event-sourcing/decider';

/** An officer who is on duty in a project and disclosed, by his last publication. */
export interface ShownOfficer {
  officerId: string;
  projectId: string;
  publicationId: string;
}

export type LiaisonContactCardWish =
  | (Extract<LiaisonContactCardCommand, { type: 'DesignLiaisonContactCard' }> & { officer: ShownOfficer | undefined })
  | (Extract<LiaisonContactCardCommand, { type: 'RenewLiaisonContactCard' }> & {
      officer: ShownOfficer | undefined;
      /** The officer whom the present edition shows, if he still may be shown. */
      present: ShownOfficer | undefined;
    });

/** The present edition of the card of a project. */
export interface LiaisonContactCardState {
  designed: LiaisonContactCardDesigned | null;
}

/**
 * The rules of a contact card (JX-12c): it shows an officer who may be shown, and another officer or another phone makes a new edition.
 * A second officer of the project takes it over only when the one on it is there no more.
 */
export const liaisonContactCard: Decider<LiaisonContactCardWish, LiaisonContactCardEvent, LiaisonContactCardState> = {
  initialState: { designed: null },
  evolve: (_, event) => ({ designed: event.data }),
  decide: (wish, state, moment) => {
    switch (wish.type) {
      case 'DesignLiaisonContactCard':
        return design(wish.data, wish.officer, state, moment);
      case 'RenewLiaisonContactCard':
        return renew(wish.data, wish.officer, wish.present, state);
      default:
        return unknownWish(wish);
    }
  },
};

export const liaisonContactCardRefusals = {
  'organization.liaisonContactCard.officerNotShown': {
    zh: '连心卡上的协理员须在本项目在岗并已公开信息',
    en: 'A card shows an officer who is on duty in the project and disclosed.',
  },
  'organization.liaisonContactCard.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.liaisonContactCard.dayTooEarly': {
    zh: '日期不能早于 {earliest}',
    en: 'The day cannot be before {earliest}.',
  },
  'organization.liaisonContactCard.notDesigned': {
    zh: '该项目尚未设计连心卡',
    en: 'The project has no contact card yet.',
  },
} as const satisfies Record<`organization.liaisonContactCard.${string}`, Bilingual>;

const refuse: RefuseOf<typeof liaisonContactCardRefusals> = refuseWith(liaisonContactCardRefusals);

function design(
  data: DesignLiaisonContactCard,
  officer: ShownOfficer | undefined,
  { designed }: LiaisonContactCardState,
  { today }: Moment,
): LiaisonContactCardEvent[] {
  const { projectId, hotline, complaintCode, designedOn } = data;
  if (officer?.projectId !== projectId) return refuse('organization.liaisonContactCard.officerNotShown');
  if (
    designed?.publicationId === officer.publicationId &&
    designed.officerId === officer.officerId &&
    designed.hotline === hotline &&
    designed.complaintCode === complaintCode
  )
    return [];
  if (designedOn > today) refuse('organization.liaisonContactCard.dayInFuture', { on: designedOn });
  if (designed && designedOn < designed.designedOn)
    refuse('organization.liaisonContactCard.dayTooEarly', { earliest: designed.designedOn });
  return [nextEdition(designed, officer, { hotline, complaintCode }, designedOn)];
}

function renew(
  { projectId, renewedOn }: RenewLiaisonContactCard,
  officer: ShownOfficer | undefined,
  present: ShownOfficer | undefined,
  { designed }: LiaisonContactCardState,
): LiaisonContactCardEvent[] {
  if (!designed) return refuse('organization.liaisonContactCard.notDesigned');
  if (officer?.projectId !== projectId) return refuse('organization.liaisonContactCard.officerNotShown');
  const isAnother = officer.officerId !== designed.officerId;
  if (isAnother ? present !== undefined : officer.publicationId === designed.publicationId) return [];
  const day = renewedOn < designed.designedOn ? designed.designedOn : renewedOn;
  return [nextEdition(designed, officer, designed, day)];
}

const nextEdition = (
  before: LiaisonContactCardDesigned | null,
  { officerId, projectId, publicationId }: ShownOfficer,
  { hotline, complaintCode }: Pick<LiaisonContactCardDesigned, 'hotline' | 'complaintCode'>,
  designedOn: Day,
): LiaisonContactCardEvent => ({
  type: 'LiaisonContactCardDesigned',
  data: {
    projectId,
    edition: (before?.edition ?? 0) + 1,
    officerId,
    publicationId,
    hotline,
    complaintCode,
    designedOn,
  },
});
