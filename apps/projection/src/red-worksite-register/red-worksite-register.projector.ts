import {
  redWorksiteEntries,
  type RedWorksiteEntryRow,
  type RedWorksiteEvent,
  redWorksiteEvents,
} from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { begun, foldRows } from '../database/fold-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { RegisteredRedWorksite } from './red-worksite.entity';

/** Keeps Red Worksites and the entries of their creation as they stand. */
@Injectable()
export class RedWorksiteRegisterProjector implements Projector<RedWorksiteEvent> {
  readonly name = 'red-worksite-register';
  readonly types = Object.keys(redWorksiteEvents);

  project(events: readonly Recorded<RedWorksiteEvent>[], tx: EntityManager): Promise<void> {
    return foldRows(tx, RegisteredRedWorksite, 'unitId', events, ({ data }) => data.unitId, worksiteAfter);
  }
}

function worksiteAfter(
  known: RegisteredRedWorksite | undefined,
  { type, data }: RedWorksiteEvent,
): RegisteredRedWorksite {
  if (type === 'RedWorksiteEnrolled') {
    const { partyOrganizationId = null, ...enrolled } = data;
    const entries = redWorksiteEntries.map((entry) => ({ ...unfilled, entry }));
    return { ...enrolled, partyOrganizationId, stage: 'incomplete', completedOn: null, entries };
  }
  const worksite = begun(known, () => new BeginningMissing('Red Worksite'));
  switch (type) {
    case 'RedWorksiteEntryFilled': {
      const { entry, content, partyMembers = null, filledOn } = data;
      return withEntry(worksite, { ...unfilled, entry, state: 'filled', content, partyMembers, filledOn });
    }
    case 'RedWorksiteEntryPassed': {
      const { entry, checkedOn } = data;
      return withEntry(worksite, { entry, state: 'passed', checkedOn });
    }
    case 'RedWorksiteEntrySentBack': {
      const { entry, checkedOn, reason } = data;
      return withEntry(worksite, { entry, state: 'sentBack', checkedOn, reason });
    }
    case 'RedWorksiteCreationCompleted':
      return { ...worksite, stage: 'complete', completedOn: data.completedOn };
    case 'RedWorksiteEnrolmentWithdrawn':
      return { ...worksite, stage: 'withdrawn' };
  }
}

const unfilled = {
  state: 'missing' as const,
  content: null,
  partyMembers: null,
  filledOn: null,
  checkedOn: null,
  reason: null,
};

const withEntry = (
  worksite: RegisteredRedWorksite,
  changed: Pick<RedWorksiteEntryRow, 'entry'> & Partial<RedWorksiteEntryRow>,
): RegisteredRedWorksite => ({
  ...worksite,
  entries: worksite.entries.map((each) => (each.entry === changed.entry ? { ...each, ...changed } : each)),
});
