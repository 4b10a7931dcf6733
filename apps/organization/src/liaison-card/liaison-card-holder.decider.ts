import type {
  AcknowledgeLiaisonCard,
  IssueLiaisonCard,
  LiaisonCardHolderCommand,
  LiaisonCardHolderEvent,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';

/** What a card can be issued by: the present edition of the project, and whether the worker is on site there. */
export interface CardCircumstances {
  edition: number | undefined;
  isOnSite: boolean;
}

export type LiaisonCardHolderWish =
  | (Extract<LiaisonCardHolderCommand, { type: 'IssueLiaisonCard' }> & { circumstances: CardCircumstances })
  | Extract<LiaisonCardHolderCommand, { type: 'AcknowledgeLiaisonCard' }>;

/** The card that a worker was given last. */
export interface HeldCard {
  edition: number;
  issuedOn: Day;
  acknowledged: boolean;
}

/** The cards of one worker, by project. */
export interface LiaisonCardHolderState {
  cards: ReadonlyMap<string, HeldCard>;
}

/** The rules of holding a card (JX-12c): each edition is issued once to a worker on site, who acknowledges it. */
export const liaisonCardHolder: Decider<LiaisonCardHolderWish, LiaisonCardHolderEvent, LiaisonCardHolderState> = {
  initialState: { cards: new Map() },
  evolve: ({ cards }, event) => {
    switch (event.type) {
      case 'LiaisonCardIssued': {
        const { projectId, edition, issuedOn } = event.data;
        return { cards: new Map([...cards, [projectId, { edition, issuedOn, acknowledged: false }]]) };
      }
      case 'LiaisonCardAcknowledged': {
        const { projectId } = event.data;
        return { cards: new Map([...cards, [projectId, { ...cards.get(projectId)!, acknowledged: true }]]) };
      }
      default:
        return unknownFact(event);
    }
  },
  decide: (wish, state, moment) => {
    switch (wish.type) {
      case 'IssueLiaisonCard':
        return issue(wish.data, wish.circumstances, state, moment);
      case 'AcknowledgeLiaisonCard':
        return acknowledge(wish.data, state, moment);
      default:
        return unknownWish(wish);
    }
  },
};

export const liaisonCardHolderRefusals = {
  'organization.liaisonCardHolder.cardNotDesigned': {
    zh: '该项目尚未设计连心卡',
    en: 'The project has no contact card yet.',
  },
  'organization.liaisonCardHolder.notOnSite': {
    zh: '该工人不在项目现场',
    en: 'The worker is not on the site of the project.',
  },
  'organization.liaisonCardHolder.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.liaisonCardHolder.dayTooEarly': {
    zh: '日期不能早于 {earliest}',
    en: 'The day cannot be before {earliest}.',
  },
  'organization.liaisonCardHolder.notIssued': {
    zh: '尚未向该工人发放连心卡',
    en: 'No contact card was issued to the worker.',
  },
} as const satisfies Record<`organization.liaisonCardHolder.${string}`, Bilingual>;

const refuse: RefuseOf<typeof liaisonCardHolderRefusals> = refuseWith(liaisonCardHolderRefusals);

function issue(
  { projectId, workerId, issuedOn }: IssueLiaisonCard,
  { edition, isOnSite }: CardCircumstances,
  { cards }: LiaisonCardHolderState,
  { today }: Moment,
): LiaisonCardHolderEvent[] {
  if (edition === undefined) return refuse('organization.liaisonCardHolder.cardNotDesigned');
  const held = cards.get(projectId);
  if (held?.edition === edition) return [];
  if (!isOnSite) refuse('organization.liaisonCardHolder.notOnSite');
  within(issuedOn, held?.issuedOn ?? issuedOn, today);
  return [{ type: 'LiaisonCardIssued', data: { projectId, workerId, edition, issuedOn } }];
}

function acknowledge(
  { projectId, workerId, acknowledgedOn }: AcknowledgeLiaisonCard,
  { cards }: LiaisonCardHolderState,
  { today }: Moment,
): LiaisonCardHolderEvent[] {
  const held = cards.get(projectId);
  if (!held) return refuse('organization.liaisonCardHolder.notIssued');
  if (held.acknowledged) return [];
  within(acknowledgedOn, held.issuedOn, today);
  const { edition } = held;
  return [{ type: 'LiaisonCardAcknowledged', data: { projectId, workerId, edition, acknowledgedOn } }];
}

function within(on: Day, earliest: Day, today: Day): void {
  if (on > today) refuse('organization.liaisonCardHolder.dayInFuture', { on });
  if (on < earliest) refuse('organization.liaisonCardHolder.dayTooEarly', { earliest });
}
