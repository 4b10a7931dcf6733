import { type SafetyPostEvent, safetyPostEvents } from '@gongyou/contracts';
import { monthOf } from '@gongyou/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { begun } from '../database/fold-rows';
import { rowsWith } from '../database/read-rows';
import { upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { FoundHazard, RegisteredSafetyPost } from './safety-post.entity';

/** Keeps the safety posts of crews and the hazards that they found. */
@Injectable()
export class SafetyPostRegisterProjector implements Projector<SafetyPostEvent> {
  readonly name = 'safety-post-register';
  readonly types = Object.keys(safetyPostEvents);

  async project(events: readonly Recorded<SafetyPostEvent>[], tx: EntityManager): Promise<void> {
    const postIds = new Set(events.map(({ data }) => data.postId));
    const knownPosts = await rowsWith(tx, RegisteredSafetyPost, 'postId', postIds);
    const posts = new Map(knownPosts.map((post) => [post.postId, post]));
    const hazards = await hazardsOf(events, tx);
    for (const event of events) {
      if (event.type === 'SafetyPostAppointed') {
        posts.set(event.data.postId, { ...event.data, endedOn: null });
      } else if (event.type === 'SafetyPostEnded') {
        const post = begun(posts.get(event.data.postId), () => new BeginningMissing('safety post'));
        posts.set(post.postId, { ...post, endedOn: event.data.endedOn });
      } else {
        const hazard = hazardAfter(hazards.get(keyOf(event.data)), event);
        hazards.set(keyOf(hazard), hazard);
      }
    }
    await upsertRows(tx, RegisteredSafetyPost, [...posts.values()]);
    await upsertRows(tx, FoundHazard, [...hazards.values()]);
  }
}

type HazardEvent = Exclude<SafetyPostEvent, { type: 'SafetyPostAppointed' | 'SafetyPostEnded' }>;

/** The hazards that the events speak of, as they stand before them. */
async function hazardsOf(
  events: readonly Recorded<SafetyPostEvent>[],
  tx: EntityManager,
): Promise<Map<string, FoundHazard>> {
  const named = events.flatMap(({ data }) => ('hazardId' in data ? [data] : []));
  if (named.length === 0) return new Map();
  const known = await tx
    .createQueryBuilder(FoundHazard, 'hazard')
    .where(
      '(hazard.postId, hazard.hazardId) IN (SELECT * FROM unnest(CAST(:posts AS text[]), CAST(:hazards AS text[])))',
      { posts: named.map(({ postId }) => postId), hazards: named.map(({ hazardId }) => hazardId) },
    )
    .getMany();
  return new Map(known.map((hazard) => [keyOf(hazard), hazard]));
}

const keyOf = ({ postId, hazardId }: { postId: string; hazardId: string }): string => `${postId}~${hazardId}`;

function hazardAfter(known: FoundHazard | undefined, { type, data }: HazardEvent): FoundHazard {
  if (type === 'HazardFound') {
    const { postId, hazardId, unitId, foundBy, kind, foundOn } = data;
    const found = { postId, hazardId, unitId, month: monthOf(foundOn), foundBy, kind, foundOn };
    return { ...found, remediedOn: null, rewardedOn: null, paidFen: 0 };
  }
  const hazard = begun(known, () => new BeginningMissing('hazard'));
  if (type === 'HazardRemedied') return { ...hazard, remediedOn: data.remediedOn };
  return { ...hazard, rewardedOn: data.rewardedOn, paidFen: data.paidFen ?? 0 };
}
