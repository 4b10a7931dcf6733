import type { ContractClass } from '@gongyou/contracts';
import type { RecordedEvent } from '@gongyou/messaging';

/** Sends a command as the reaction to an event. `step` tells the commands of one reaction apart; the same step is carried out once. */
export type SendCommand = <T extends object>(step: string, command: new () => T, data: T) => Promise<void>;

/**
 * When … we …: work that crosses aggregates or contexts. Events come in at least once and in order of their type;
 * the commands it sends carry idempotency keys made from the event, so that a repetition changes nothing.
 */
export interface ProcessManager<Event extends object = object> {
  /** Names the durable consumer; never changes. Kebab-case: `escalate-tasks-when-a-day-is-closed`. */
  readonly name: string;
  /** The event it reacts to. */
  readonly on: new () => Event;
  /** May throw: the event comes again, with growing pauses, until it is dealt with. */
  react(event: RecordedEvent & { data: Event }, send: SendCommand): Promise<void>;
}

/** The contract class of the event that a process manager reacts to. */
export const triggerOf = (process: ProcessManager): ContractClass => process.on;
