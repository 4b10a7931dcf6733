import type {
  LearningPlaces,
  LearningPlacesAnswer,
  PartyPairings,
  PartyPairingsAnswer,
  Vanguards,
  VanguardsAnswer,
} from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
import { RegisteredLearningPlace, RegisteredPairing, RegisteredVanguard } from './party-work.entity';

const PAGE = 100;

/** What Party members set up, agreed on and opened at or below a unit, in the order of ids. */
@Injectable()
export class PartyWorkQuery {
  constructor(private readonly reading: Reading) {}

  async vanguards({ kind, ...asked }: Vanguards, sender: Pick<Sender, 'after'>): Promise<VanguardsAnswer> {
    const { rows: vanguards, ...page } = await this.page(RegisteredVanguard, 'vanguardId', asked, sender, { kind });
    return { vanguards, ...page };
  }

  async pairings(asked: PartyPairings, sender: Pick<Sender, 'after'>): Promise<PartyPairingsAnswer> {
    const { rows, ...page } = await this.page(RegisteredPairing, 'pairingId', asked, sender);
    const pairings = rows.map(({ agreedFrom: from, agreedUntil: until, ...pairing }) => ({ ...pairing, from, until }));
    return { pairings, ...page };
  }

  async learningPlaces(asked: LearningPlaces, sender: Pick<Sender, 'after'>): Promise<LearningPlacesAnswer> {
    const { rows: places, ...page } = await this.page(RegisteredLearningPlace, 'learningPlaceId', asked, sender);
    return { places, ...page };
  }

  private page<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
    id: keyof Row & string,
    { organization, cursor = '', limit = PAGE }: { organization: string; cursor?: string; limit?: number },
    sender: Pick<Sender, 'after'>,
    { kind }: { kind?: string | undefined } = {},
  ): Promise<{ rows: Row[]; nextCursor: string | null; position: number }> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(entity, 'listed')
        .where('listed.unitId = ANY(:below)', { below: await unitsBelow(tx, organization) })
        .andWhere(`listed.${id} > :cursor`, { cursor })
        .orderBy(`listed.${id}`)
        .limit(limit + 1);
      if (kind !== undefined) query.andWhere('listed.kind = :kind', { kind });
      return { ...pageOf(await query.getMany(), limit, (last) => last[id] as string), position };
    });
  }
}
