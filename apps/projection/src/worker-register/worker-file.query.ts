import type { Stint, WorkerFileAnswer } from '@gongyou/contracts';
import { PlatformProblem, type Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { Reading } from '../reading/reading';
import { PersonalDataLook, RegisteredWorker, SiteStint, WorkerPlace } from './worker.entity';
import { maskedWorker } from './workers.query';

const LOOKS_SHOWN = 100;

/** One worker's file, masked. */
@Injectable()
export class WorkerFileQuery {
  constructor(private readonly reading: Reading) {}

  /**
   * `permit` is asked with the units that know the worker, before anything is told of him.
   * Throws a `notFound` problem for a worker who was never registered.
   */
  answer(
    workerId: string,
    sender: Pick<Sender, 'after'>,
    permit: (units: readonly string[]) => Promise<void>,
  ): Promise<WorkerFileAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const row = await tx.findOneBy(RegisteredWorker, { workerId });
      if (!row) throw workerUnknown(workerId);
      const places = await tx.findBy(WorkerPlace, { workerId });
      await permit([row.organizationId, ...places.map(({ unitId }) => unitId)]);
      const stints = await tx.find(SiteStint, {
        where: { workerId },
        order: { fromDay: 'DESC', fromPosition: 'DESC' },
      });
      const looks = await tx.find(PersonalDataLook, {
        where: { workerId },
        order: { position: 'DESC' },
        take: LOOKS_SHOWN,
      });
      const { stage, registeredAddress, presentAddress, education, mergedInto, erasedOn, kept } = row;
      return {
        worker: {
          ...maskedWorker(row),
          ...{ stage, registeredAddress, presentAddress, education, mergedInto, erasedOn, kept },
        },
        contracts: row.contracts,
        trainings: row.trainings,
        sites: stints.filter(({ fromDay, untilDay }) => untilDay === null || untilDay >= fromDay).map(stintOf),
        looks: looks.map(({ position: at, actor, purpose, at: when }) => ({
          ...{ position: at, at: when.toISOString(), actor, purpose },
        })),
        position,
      };
    });
  }
}

const stintOf = ({ projectId, crewId, workType, workRole, ageGroup, fromDay, untilDay }: SiteStint): Stint => ({
  ...{ projectId, crewId, workType, workRole, ageGroup, fromDay, untilDay },
});

const workerUnknown = (worker: string): PlatformProblem =>
  new PlatformProblem(
    'notFound',
    'organization.workerUnknown',
    { zh: '没有这个登记', en: 'No worker is registered under this id.' },
    { worker },
  );
