import type { ManagerService, ManagerServiceAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { Reading } from '../reading/reading';
import { unitNamesOf } from '../unit-register/unit-names';
import { standsBelow } from '../unit-register/unit-tree';
import { CrewSupport, ManagerPromotionRecord } from './manager-service.entity';

/** What one manager did for the crews at or below a unit, and the promotions there that it counted for (QD-14). */
@Injectable()
export class ManagerServiceQuery {
  constructor(private readonly reading: Reading) {}

  /** Both lists from the latest on. */
  answer({ organization, manager }: ManagerService, sender: Pick<Sender, 'after'>): Promise<ManagerServiceAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const supports = await tx
        .createQueryBuilder(CrewSupport, 'support')
        .where(...(await standsBelow(tx, 'support.unit_id', organization)))
        .andWhere('support.managerId = :manager', { manager })
        .orderBy('support.fromDay', 'DESC')
        .addOrderBy('support.unitId')
        .getMany();
      const promotions = await tx
        .createQueryBuilder(ManagerPromotionRecord, 'promotion')
        .where(...(await standsBelow(tx, 'promotion.organization_id', organization)))
        .andWhere('promotion.managerId = :manager', { manager })
        .orderBy('promotion.promotedOn', 'DESC')
        .addOrderBy('promotion.promotionId')
        .getMany();
      const names = await unitNamesOf(
        tx,
        supports.map(({ unitId }) => unitId),
      );
      return {
        managerId: manager,
        supports: supports.map(({ managerId: _, ...row }) => ({
          ...row,
          unitName: names.get(row.unitId) ?? row.unitId,
        })),
        promotions: promotions.map(({ managerId: _, ...row }) => row),
        position,
      };
    });
  }
}
