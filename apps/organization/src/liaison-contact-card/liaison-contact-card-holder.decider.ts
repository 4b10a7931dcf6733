import type {
  AcknowledgeLiaisonContactCard,
  IssueLiaisonContactCard,
  LiaisonContactCardHolderCommand,
  LiaisonContactCardHolderEvent,
} from '@gongyou/contracts';
import { type Bilingual, type Day, type RefuseOf, refuseWith } from '@gongyou/domain';
import { type Decider, type Moment, unknownFact, unknownWish } from '@gongyou/event-sourcing/decider';

/** What a card can be issued by: the present edition of the project, and whether the worker is on site there. */
export interface CardCircumstances {
  edition: number | undefined;
  isOnSite: boolean;
}

export type LiaisonContactCardHolderWish =
  | (Extract<LiaisonContactCardHolderCommand, { type: 'IssueLiaisonContactCard' }> & {
      circumstances: CardCircumstances;
    })
  | Extract<LiaisonContactCardHolderCommand, { type: 'AcknowledgeLiaisonContactCard' }>;

/** The card that a worker was given last. */
export interface HeldCard {
  edition: number;
  issuedOn: Day;
  acknowledged: boolean;
}

/** The cards of one worker, by project. */
export interface LiaisonContactCardHolderState {
  cards: ReadonlyMap<string, HeldCard>;
}

/** The rules of holding a card (JX-12c): each edition is issued once to a worker on site, who acknowledges it. */
export const liaisonContactCardHolder: Decider<
  LiaisonContactCardHolderWish,
  LiaisonContactCardHolderEvent,
  LiaisonContactCardHolderState
> = {
  initialState: { cards: new Map() },
  evolve: ({ cards }, event) => {
    switch (event.type) {
      case 'LiaisonContactCardIssued': {
        const { projectId, edition, issuedOn } = event.data;
        return { cards: new Map([...cards, [projectId, { edition, issuedOn, acknowledged: false }]]) };
      }
      case 'LiaisonContactCardAcknowledged': {
        const { projectId } = event.data;
        return { cards: new Map([...cards, [projectId, { ...cards.get(projectId)!, acknowledged: true }]]) };
      }
      default:
        return unknownFact(event);
    }
  },
  decide: (wish, state, moment) => {
    switch (wish.type) {
      case 'IssueLiaisonContactCard':
        return issue(wish.data, wish.circumstances, state, moment);
      case 'AcknowledgeLiaisonContactCard':
        return acknowledge(wish.data, state, moment);
      default:
        return unknownWish(wish);
    }
  },
};

export const liaisonContactCardHolderRefusals = {
  'organization.liaisonContactCardHolder.cardNotDesigned': {
    zh: '该项目尚未设计连心卡',
    en: 'The project has no contact card yet.',
  },
  'organization.liaisonContactCardHolder.notOnSite': {
    zh: '该工人不在项目现场',
    en: 'The worker is not on the site of the project.',
  },
  'organization.liaisonContactCardHolder.dayInFuture': {
    zh: '日期 {on} 尚未到来',
    en: 'The day {on} has not come yet.',
  },
  'organization.liaisonContactCardHolder.dayTooEarly': {
    zh: '日期不能早于 {earliest}',
    en: 'The day cannot be before {earliest}.',
  },
  'organization.liaisonContactCardHolder.notIssued': {
    zh: '尚未向该工人发放连心卡',
    en: 'No contact card was issued to the worker.',
  },
} as const satisfies Record<`organization.liaisonContactCardHolder.${string}`, Bilingual>;

const refuse: RefuseOf<typeof liaisonContactCardHolderRefusals> = refuseWith(liaisonContactCardHolderRefusals);

function issue(
  { projectId, workerId, issuedOn }: IssueLiaisonContactCard,
  { edition, isOnSite }: CardCircumstances,
  { cards }: LiaisonContactCardHolderState,
  { today }: Moment,
): LiaisonContactCardHolderEvent[] {
  if (edition === undefined) return refuse('organization.liaisonContactCardHolder.cardNotDesigned');
  const held = cards.get(projectId);
  if (held?.edition === edition) return [];
  if (!isOnSite) refuse('organization.liaisonContactCardHolder.notOnSite');
  within(issuedOn, held?.issuedOn ?? issuedOn, today);
  return [{ type: 'LiaisonContactCardIssued', data: { projectId, workerId, edition, issuedOn } }];
}

function acknowledge(
  { projectId, workerId, acknowledgedOn }: AcknowledgeLiaisonContactCard,
  { cards }: LiaisonContactCardHolderState,
  { today }: Moment,
): LiaisonContactCardHolderEvent[] {
  const held = cards.get(projectId);
  if (!held) return refuse('organization.liaisonContactCardHolder.notIssued');
  if (held.acknowledged) return [];
  within(acknowledgedOn, held.issuedOn, today);
  const { edition } = held;
  return [{ type: 'LiaisonContactCardAcknowledged', data: { projectId, workerId, edition, acknowledgedOn } }];
}

function within(on: Day, earliest: Day, today: Day): void {
  if (on > today) refuse('organization.liaisonContactCardHolder.dayInFuture', { on });
  if (on < earliest) refuse('organization.liaisonContactCardHolder.dayTooEarly', { earliest });
}
