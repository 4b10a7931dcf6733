import { type MassOrganizationPostingEvent, massOrganizationPostingEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { RegisteredPosting } from './mass-organization-posting.entity';

/** Keeps the posts that workers hold in mass organizations. */
@Injectable()
export class MassOrganizationPostingRegisterProjector implements Projector<MassOrganizationPostingEvent> {
  readonly name = 'mass-organization-posting-register';
  readonly types = Object.keys(massOrganizationPostingEvents);

  async project(events: readonly Recorded<MassOrganizationPostingEvent>[], tx: EntityManager): Promise<void> {
    const known = await rowsWith(tx, RegisteredPosting, 'postingId', new Set(events.map(({ data }) => data.postingId)));
    const postings = new Map(known.map((posting) => [posting.postingId, posting]));
    for (const event of events) {
      const { postingId } = event.data;
      postings.set(postingId, postingAfter(postings.get(postingId), event));
    }
    await upsertRows(tx, RegisteredPosting, [...postings.values()]);
  }
}

function postingAfter(
  before: RegisteredPosting | undefined,
  { type, data }: Recorded<MassOrganizationPostingEvent>,
): RegisteredPosting {
  if (type === 'PostingBegan') return { ...data, grade: null };
  if (!before) throw new BeginningMissing('posting');
  switch (type) {
    case 'PostingAssessed':
      return { ...before, grade: data.grade };
    case 'PostingEnded':
      return { ...before, endsOn: data.endedOn };
  }
}
