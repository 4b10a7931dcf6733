import type {
  DesignLiaisonCard,
  LiaisonCardCommand,
  LiaisonCardDesigned,
  LiaisonCardEvent,
  RenewLiaisonCard,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith } from '@gongyou/domain';
import { type Decider, type Moment, unknownWish } from '@gongyou/event-sourcing/decider';

/** An officer who is on duty in a project and disclosed, by his last publication. */
export interface ShownOfficer {
  officerId: string;
  projectId: string;
  publicationId: string;
}

export type LiaisonCardWish =
  | (Extract<LiaisonCardCommand, { type: 'DesignLiaisonCard' }> & { officer: ShownOfficer | undefined })
  | (Extract<LiaisonCardCommand, { type: 'RenewLiaisonCard' }> & {
      officer: ShownOfficer | undefined;
      /** The officer whom the present edition shows, if he still may be shown. */
      present: ShownOfficer | undefined;
    });

/** The present edition of the card of a project. */
export interface LiaisonCardState {
  designed: LiaisonCardDesigned | null;
}

/**
 * The rules of a contact card (JX-12c): it shows an officer who may be shown, and another officer or another phone makes a new edition.
 * A second officer of the project takes it over only when the one on it is there no more.
 */
export const liaisonCard: Decider<LiaisonCardWish, LiaisonCardEvent, LiaisonCardState> = {
  initialState: { designed: null },
  evolve: (_, event) => ({ designed: event.data }),
  decide: (wish, state, moment) => {
    switch (wish.type) {
      case 'DesignLiaisonCard':
        return design(wish.data, wish.officer, state, moment);
      case 'RenewLiaisonCard':
        return renew(wish.data, wish.officer, wish.present, state);
      default:
        return unknownWish(wish);
    }
  },
};

export const liaisonCardRefusals = {
  'organization.liaisonCard.officerNotShown': {
    zh: '连心卡上的协理员须在本项目在岗并已公开信息',
    en: 'A card shows an officer who is on duty in the project and disclosed.',
  },
  'organization.liaisonCard.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.liaisonCard.dayTooEarly': {
    zh: '日期不能早于 {earliest}',
    en: 'The day cannot be before {earliest}.',
  },
  'organization.liaisonCard.notDesigned': {
    zh: '该项目尚未设计连心卡',
    en: 'The project has no contact card yet.',
  },
} as const satisfies Record<`organization.liaisonCard.${string}`, Bilingual>;

const refuse: RefuseOf<typeof liaisonCardRefusals> = refuseWith(liaisonCardRefusals);

function design(
  data: DesignLiaisonCard,
  officer: ShownOfficer | undefined,
  { designed }: LiaisonCardState,
  { today }: Moment,
): LiaisonCardEvent[] {
  const { projectId, hotline, complaintCode, designedOn } = data;
  if (officer?.projectId !== projectId) return refuse('organization.liaisonCard.officerNotShown');
  if (
    designed?.publicationId === officer.publicationId &&
    designed.officerId === officer.officerId &&
    designed.hotline === hotline &&
    designed.complaintCode === complaintCode
  )
    return [];
  if (designedOn > today) refuse('organization.liaisonCard.dayInFuture', { on: designedOn });
  if (designed && designedOn < designed.designedOn)
    refuse('organization.liaisonCard.dayTooEarly', { earliest: designed.designedOn });
  return [nextEdition(designed, officer, { hotline, complaintCode }, designedOn)];
}

function renew(
  { projectId, renewedOn }: RenewLiaisonCard,
  officer: ShownOfficer | undefined,
  present: ShownOfficer | undefined,
  { designed }: LiaisonCardState,
): LiaisonCardEvent[] {
  if (!designed) return refuse('organization.liaisonCard.notDesigned');
  if (officer?.projectId !== projectId) return refuse('organization.liaisonCard.officerNotShown');
  const isAnother = officer.officerId !== designed.officerId;
  if (isAnother ? present !== undefined : officer.publicationId === designed.publicationId) return [];
  const day = renewedOn < designed.designedOn ? designed.designedOn : renewedOn;
  return [nextEdition(designed, officer, designed, day)];
}

const nextEdition = (
  before: LiaisonCardDesigned | null,
  { officerId, projectId, publicationId }: ShownOfficer,
  { hotline, complaintCode }: Pick<LiaisonCardDesigned, 'hotline' | 'complaintCode'>,
  designedOn: Day,
): LiaisonCardEvent => ({
  type: 'LiaisonCardDesigned',
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
