import type { MatterDetailsAnswer } from '@gongyou/contracts';
import { PlatformProblem, type Sender } from '@gongyou/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { EVENT_LOG, type EventLog } from '../intake/event-log';
import { Reading } from '../reading/reading';
import { streamHistory } from '../reading/stream-history';
import { RegisteredMatter } from './matter.entity';
import { matterRowsOf } from './matters.query';

/** One matter with its history, as the ledger tells it. */
@Injectable()
export class MatterDetailsQuery {
  constructor(
    private readonly reading: Reading,
    @Inject(EVENT_LOG) private readonly log: EventLog,
  ) {}

  /**
   * `permit` is asked before the history is read, with the unit that asks and those that the matter came to.
   * Throws a `notFound` problem for a matter that was never raised.
   */
  async answer(
    matterId: string,
    sender: Pick<Sender, 'after'>,
    permit: (units: readonly string[]) => Promise<void>,
  ): Promise<MatterDetailsAnswer> {
    const { matter, position } = await this.reading.snapshot(sender, async ({ tx, position }) => {
      const found = await tx.findOneBy(RegisteredMatter, { matterId });
      if (!found) throw matterUnknown(matterId);
      const [matter] = await matterRowsOf(tx, [found]);
      return { matter: matter!, position };
    });
    await permit([matter.unitId, ...matter.hops.map(({ unitId }) => unitId)]);
    return { matter, history: await streamHistory(this.log, `matter-${matterId}`, position), position };
  }
}

const matterUnknown = (matter: string): PlatformProblem =>
  new PlatformProblem(
    'notFound',
    'organization.matterUnknown',
    { zh: '没有该事项', en: 'There is no such matter.' },
    { matter },
  );
