import { type TorchStudioEvent, torchStudioEvents } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { begun, foldRows } from '../database/fold-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { RegisteredTorchStudio, type TorchYear } from './torch-studio.entity';

/** Keeps the studios of the Torch action as they stand. */
@Injectable()
export class TorchRegisterProjector implements Projector<TorchStudioEvent> {
  readonly name = 'torch-register';
  readonly types = Object.keys(torchStudioEvents);

  project(events: readonly Recorded<TorchStudioEvent>[], tx: EntityManager): Promise<void> {
    return foldRows(tx, RegisteredTorchStudio, 'studioId', events, ({ data }) => data.studioId, studioAfter);
  }
}

function studioAfter(
  known: RegisteredTorchStudio | undefined,
  { type, data }: TorchStudioEvent,
): RegisteredTorchStudio {
  if (type === 'TorchActionJoined') return { ...data, leftOn: null, years: {} };
  const studio = begun(known, () => new BeginningMissing('studio'));
  switch (type) {
    case 'TorchTaskAssigned':
      return withMore(studio, data.assignedOn, { tasks: 1 });
    case 'TorchResultRecorded':
      return withMore(studio, data.achievedOn, { results: 1, apprenticesHelped: data.apprenticesHelped });
    case 'TorchActionLeft':
      return { ...studio, leftOn: data.leftOn };
  }
}

function withMore(studio: RegisteredTorchStudio, on: Day, more: Partial<TorchYear>): RegisteredTorchStudio {
  const year = on.slice(0, 4);
  const before = studio.years[year] ?? idleYear;
  const after: TorchYear = {
    tasks: before.tasks + (more.tasks ?? 0),
    results: before.results + (more.results ?? 0),
    apprenticesHelped: before.apprenticesHelped + (more.apprenticesHelped ?? 0),
  };
  return { ...studio, years: { ...studio.years, [year]: after } };
}

/** A year in which a studio did nothing. */
export const idleYear: TorchYear = { tasks: 0, results: 0, apprenticesHelped: 0 };
