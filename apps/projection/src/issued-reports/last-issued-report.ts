import type { EntityManager } from 'typeorm';
import type { BothClocks } from '../reading/both-clocks';
import { IssuedReport } from './issued-report.entity';

/**
 * The last report that had been issued for an adopted programme on both clocks. One that was itself taken at a later point of
 * either clock is left out: what came since can only be told of an earlier point.
 */
export function lastIssuedReport(
  tx: EntityManager,
  adoption: { programmeId: string; organizationId: string },
  asOf: BothClocks,
): Promise<IssuedReport | null> {
  return tx
    .createQueryBuilder(IssuedReport, 'report')
    .where('report.programmeId = :programmeId AND report.organizationId = :organizationId', adoption)
    .andWhere('report.position <= :position AND report.asOfPosition <= :position', asOf)
    .andWhere('report.issuedOn <= :day AND report.asOfDay <= :day', asOf)
    .orderBy('report.position', 'DESC')
    .limit(1)
    .getOne();
}
