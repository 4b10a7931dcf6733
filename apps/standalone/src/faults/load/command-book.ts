import type { CommandAnswer } from '@gongyou/messaging';

/** What came of sending a command once. */
export type Outcome =
  | { kind: 'acknowledged'; text: string; answer: CommandAnswer }
  | { kind: 'refused'; code: string }
  /** No answer, or one that says that nobody can tell: the command may have been carried out, or still be. */
  | { kind: 'unanswered' }
  /** The platform said that something is wrong inside it; never right, whatever is down. */
  | { kind: 'defect' };

export interface Attempt {
  sentAt: number;
  endedAt: number;
  outcome: Outcome;
}

/** A command as its sender meant it, and every time it was sent. */
export interface SentCommand {
  /** The name it was sent under. */
  readonly client: string;
  /** `<context>.<aggregate>.<command>` */
  readonly operation: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The trace id that it carries, which its events carry as their correlation: by it the checker finds them. */
  readonly correlationId: string;
  readonly key?: string | undefined;
  /** Breaks a rule on purpose: it must never be carried out. */
  readonly mustBeRefused: boolean;
  readonly attempts: Attempt[];
}

export type Standing = 'acknowledged' | 'refused' | 'unanswered';

/** How a command stands after all its attempts: refused only when every single one was. */
export function standingOf({ attempts }: SentCommand): Standing {
  if (attempts.some(({ outcome }) => outcome.kind === 'acknowledged')) return 'acknowledged';
  return attempts.every(({ outcome }) => outcome.kind === 'refused') ? 'refused' : 'unanswered';
}

/** All that was sent in a run. */
export class CommandBook {
  readonly commands: SentCommand[] = [];

  open(command: Omit<SentCommand, 'attempts'>): SentCommand {
    const opened = { ...command, attempts: [] };
    this.commands.push(opened);
    return opened;
  }

  count(standing: Standing): number {
    return this.commands.filter((command) => standingOf(command) === standing).length;
  }
}
