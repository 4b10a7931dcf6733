import type { Projector, Recorded } from '../intake/projector';

/** A register with a fault in it, which can be mended: it throws at the events that it is told to, and notes the others. */
export class RefusingRegister implements Projector {
  readonly name = 'refusing-register';
  readonly types = ['ProgressReported'];
  readonly taken: number[] = [];

  constructor(
    private refused: ReadonlySet<number>,
    private readonly fault?: Error,
  ) {}

  mend(): void {
    this.refused = new Set();
  }

  async project(events: readonly Recorded<{ type: string; data: object }>[]): Promise<void> {
    for (const { position } of events) {
      await Promise.resolve();
      if (this.refused.has(position)) throw this.fault ?? new TypeError(careless);
    }
    this.taken.push(...events.map(({ position }) => position));
  }
}

/** What a careless message may hold must not come to be stored or shown. */
const careless = 'cannot read the wage of 张三, 110101199003070011';
