import type { Role } from '@gongyou/contracts';
import type { Bilingual, Day } from '@gongyou/domain';

/** Who tells the platform something: an enterprise's system with its own access to the bus, or a person who is logged in. */
export type Actor =
  | { kind: 'system'; name: string; organizationId: string }
  | { kind: 'person'; username: string; role: Role; organizationId: string };

/** The account that every platform has, with all rights. */
export const ADMINISTRATOR: Actor = {
  kind: 'person',
  username: 'admin',
  role: 'administrator',
  organizationId: '*',
};

/** One command of the story, with the day in the life of the group on which it is told. */
export interface Act {
  by: Actor;
  on: Day;
  /** The idempotency key: one act has the same in every run of its seed. */
  key: string;
  command: new () => object;
  data: object;
  /** The code of the refusal that it is played for; none for an act that must be accepted. */
  refusedWith?: string;
}

/** Acts that follow one another. */
export type Lane = Iterable<Act>;

/** A part of the story. Its lanes may be played side by side; the next scene begins when all of them are over. */
export interface Scene {
  title: Bilingual;
  lanes: Iterable<Lane>;
}

/** One sender's hand: what is common to the acts of a lane. */
export class Hand {
  /** @param of the key of every act begins with it */
  constructor(
    private readonly by: Actor,
    private readonly of: string,
  ) {}

  /** @param step tells the act from the others of the same hand */
  tells<T extends object>(step: string, on: Day, command: new () => T, data: T, refusedWith?: string): Act {
    return {
      by: this.by,
      on,
      key: `${this.of}.${step}`,
      command,
      data,
      ...(refusedWith !== undefined && { refusedWith }),
    };
  }
}
