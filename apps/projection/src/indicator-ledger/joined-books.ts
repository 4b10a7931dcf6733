import type { Recorded } from '../intake/projector';
import type { Entry } from './entry';
import { bookFacts, type JoinedRule } from './joined-rule';
import { joinedRulesOf } from './joined-rules';
import type { StandingEvent } from './standing-rules';

/** What an event tells of a subject, and the account that keeps what is remembered of it. */
export interface ToldOf {
  account: string;
  told: object;
  rule: JoinedRule<StandingEvent, object, object, object>;
}

/** The accounts in which the rules remember what the events' own streams do not repeat. */
export const sourcesOf = (events: readonly Recorded<StandingEvent>[]): string[] =>
  events.flatMap(({ type, stream }) => joinedRulesOf(type).map((rule) => sourceOf(rule, stream)));

/** What the events tell, one list an event; what is remembered of their streams is changed in `accounts`. */
export function tellingsOf(events: readonly Recorded<StandingEvent>[], accounts: Map<string, object>): ToldOf[][] {
  return events.map((event) =>
    joinedRulesOf(event.type).flatMap((rule) => {
      const key = sourceOf(rule, event.stream);
      const before = accounts.get(key);
      const after = rule.remember(before, event);
      if (after) accounts.set(key, after);
      return rule
        .tell(event, after, before)
        .map(({ subject, told }) => ({ account: `${rule.name}~${subject}`, told, rule }));
    }),
  );
}

/** The postings of what one event told; what is remembered of the subjects is changed in `accounts`. */
export function bookTellings(tellings: readonly ToldOf[], accounts: Map<string, object>): Entry[] {
  return tellings.flatMap(({ account, told, rule }) => {
    const before = accounts.get(account);
    const after = rule.evolve(before, told);
    accounts.set(account, after);
    return bookFacts(rule, before, after);
  });
}

const sourceOf = ({ name }: ToldOf['rule'], stream: string): string => `${name}<${stream}`;
