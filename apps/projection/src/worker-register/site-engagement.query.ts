import type { EngagementGap, SiteEngagement, SiteEngagementAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Reading } from '../reading/reading';
import { RegisteredWorker, SiteStint } from './worker.entity';

/** Whether a person may be let on to a site on a day (CC-13c, CC-13f, WZ-17c). */
@Injectable()
export class SiteEngagementQuery {
  constructor(private readonly reading: Reading) {}

  answer({ project, worker, day }: SiteEngagement, sender: Pick<Sender, 'after'>): Promise<SiteEngagementAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const person = await livingRegistration(tx, worker);
      if (!person) return { ...refused('notRegistered', worker), position };
      const { workerId, contracts } = person;
      const stay = await tx
        .createQueryBuilder(SiteStint, 'stay')
        .where('stay.workerId = :workerId AND stay.projectId = :project AND stay.fromDay <= :day', {
          ...{ workerId, project, day },
        })
        .andWhere('(stay.untilDay IS NULL OR stay.untilDay >= :day)')
        .getOne();
      if (!stay) return { ...refused('notOnRoster', workerId), position };
      const { crewId } = stay;
      const isContracted = contracts.some(
        ({ signedOn, startsOn, endsOn }) => signedOn <= day && startsOn <= day && (endsOn === null || day <= endsOn),
      );
      if (!isContracted) return { ...refused('contractNotInForce', workerId), crewId, position };
      return { mayEnter: true, gap: null, workerId, crewId, position };
    });
  }
}

const refused = (gap: EngagementGap, workerId: string): Omit<SiteEngagementAnswer, 'position'> => ({
  ...{ mayEnter: false, gap, workerId, crewId: null },
});

/** The registration that stands for a person today; none of one that is unknown or erased. */
async function livingRegistration(tx: EntityManager, workerId: string): Promise<RegisteredWorker | undefined> {
  const row = await tx.findOneBy(RegisteredWorker, { workerId });
  if (!row || row.stage === 'erased') return undefined;
  return row.mergedInto === null ? row : livingRegistration(tx, row.mergedInto);
}
