import { EventEmitter, once } from 'node:events';

/** What goes wrong with one append. */
export type AppendFault =
  /** Nothing is written; the connection breaks. */
  | 'breakBefore'
  /** It is written; the connection breaks before the answer. */
  | 'loseReply'
  /** Nothing is written; the server says that its commit timed out. */
  | 'timeOut'
  /** It is written; no answer ever comes. */
  | 'neverAnswer'
  /** The server is starting or electing a leader. */
  | 'notReady';

/** What the double does wrong on purpose. */
export class Faults {
  private readonly appendFaults: AppendFault[] = [];
  private readonly gate = new EventEmitter().setMaxListeners(0);
  private held = false;
  /** How many appends wait to be let go. */
  waiting = 0;
  private readsSilent = false;

  /** The next appends go wrong, one after the other. */
  nextAppends(...faults: AppendFault[]): void {
    this.appendFaults.push(...faults);
  }

  /** Appends wait, before they are judged, until they are let go. Answers how. */
  holdAppends(): () => void {
    this.held = true;
    return () => {
      this.held = false;
      this.gate.emit('open');
    };
  }

  /** Reads and subscriptions that begin from now on are not answered, as by a process that was stopped. Answers how to end it. */
  silenceReads(): () => void {
    this.readsSilent = true;
    return () => {
      this.readsSilent = false;
    };
  }

  get areReadsSilent(): boolean {
    return this.readsSilent;
  }

  takeAppendFault(): AppendFault | undefined {
    return this.appendFaults.shift();
  }

  async throughGate(): Promise<void> {
    if (!this.held) return;
    this.waiting += 1;
    while (this.held) await once(this.gate, 'open');
    this.waiting -= 1;
  }
}
