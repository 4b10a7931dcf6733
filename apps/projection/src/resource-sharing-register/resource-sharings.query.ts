import type { ResourceSharings, ResourceSharingsAnswer } from '@gongyou/contracts';
import { periodRange } from '@gongyou/domain';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';
import { RegisteredResourceSharing } from './resource-sharing.entity';

const PAGE = 100;

/** What projects of districts shared in a period, counted and listed (JX-18). */
@Injectable()
export class ResourceSharingsQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization, period, resource, cursor = '', limit = PAGE }: ResourceSharings,
    sender: Pick<Sender, 'after'>,
  ): Promise<ResourceSharingsAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const ofThePeriod = tx
        .createQueryBuilder(RegisteredResourceSharing, 'sharing')
        .where('sharing.districtId = ANY(:below)', { below: await unitsBelow(tx, organization) })
        .andWhere('sharing.sharedOn BETWEEN :from AND :to AND NOT sharing.isWithdrawn', periodRange(period));
      if (resource !== undefined) ofThePeriod.andWhere('sharing.resource = :resource', { resource });
      const counts = await ofThePeriod
        .clone()
        .select('sharing.districtId', 'districtId')
        .addSelect('sharing.resource', 'resource')
        .addSelect('count(*)::integer', 'sharings')
        .groupBy('sharing.districtId, sharing.resource')
        .orderBy('sharing.districtId, sharing.resource')
        .getRawMany<ResourceSharingsAnswer['counts'][number]>();
      const found = await ofThePeriod
        .andWhere('sharing.sharingId > :cursor', { cursor })
        .orderBy('sharing.sharingId')
        .limit(limit + 1)
        .getMany();
      const { rows, nextCursor } = pageOf(found, limit, ({ sharingId }) => sharingId);
      const sharings = rows.map(({ isWithdrawn: _isWithdrawn, ...sharing }) => sharing);
      return { counts, sharings, nextCursor, position };
    });
  }
}
