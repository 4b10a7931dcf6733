import type { ProjectionStatusAnswer } from '@gongyou/contracts';
import { OnRequest } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { ParkedReplay } from '../intake/parked-replay';
import { ProjectionStatusQuery } from '../projection-status/projection-status.query';
import { type Comparison, Rebuild, type RebuildStatus } from '../rebuild/rebuild';
import { operatorSubjects } from './operator.subjects';

/** How the live read models stand, and the sets beside them. */
export interface OperatorStatus extends ProjectionStatusAnswer {
  rebuild: RebuildStatus;
}

/** Carries out what `npm run projection` asks for. Who may send here is settled by the bus. */
@Controller()
export class OperatorController {
  constructor(
    private readonly rebuild: Rebuild,
    private readonly replay: ParkedReplay,
    private readonly projection: ProjectionStatusQuery,
  ) {}

  @OnRequest(operatorSubjects.status)
  status(): Promise<OperatorStatus> {
    return this.standing();
  }

  /** Answers at once; how far it has come is told by the status. */
  @OnRequest(operatorSubjects.rebuild)
  start({ afresh }: Readonly<Record<string, unknown>>): Promise<OperatorStatus> {
    this.rebuild.start({ afresh: afresh === true });
    return this.standing();
  }

  @OnRequest(operatorSubjects.cancel)
  async cancel(): Promise<OperatorStatus> {
    await this.rebuild.cancel();
    return this.standing();
  }

  @OnRequest(operatorSubjects.compare)
  compare(): Promise<Comparison> {
    return this.rebuild.compare();
  }

  @OnRequest(operatorSubjects.switch)
  async switch({ force }: Readonly<Record<string, unknown>>): Promise<OperatorStatus> {
    await this.rebuild.switch({ force: force === true });
    return this.standing();
  }

  @OnRequest(operatorSubjects.rollback)
  async rollback(): Promise<OperatorStatus> {
    await this.rebuild.rollback();
    return this.standing();
  }

  @OnRequest(operatorSubjects.replayParked)
  async replayParked(): Promise<{ processed: number; parked: number }> {
    const processed = await this.replay.run();
    return { processed, parked: (await this.projection.answer()).parked };
  }

  private async standing(): Promise<OperatorStatus> {
    return { ...(await this.projection.answer()), rebuild: await this.rebuild.status() };
  }
}
