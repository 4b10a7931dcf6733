import { type EnterpriseGovernanceEvent, enterpriseGovernanceEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { begun } from '../database/fold-rows';
import { rowsWith } from '../database/read-rows';
import { insertRows, upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { EnterpriseArticles, HeldEmployeeSeat, HeldPost } from './enterprise-governance.entity';

/** Keeps what is told of the governance of enterprises. That a closed one's ends needs no row: closed enterprises are not shown. */
@Injectable()
export class EnterpriseGovernanceRegisterProjector implements Projector<EnterpriseGovernanceEvent> {
  readonly name = 'enterprise-governance-register';
  readonly types = Object.keys(enterpriseGovernanceEvents).filter((type) => type !== 'EnterpriseGovernanceEnded');

  async project(events: readonly Recorded<EnterpriseGovernanceEvent>[], tx: EntityManager): Promise<void> {
    const unitIds = new Set(events.map(({ data }) => data.unitId));
    const knownPosts = await rowsWith(tx, HeldPost, 'unitId', unitIds);
    const knownSeats = await rowsWith(tx, HeldEmployeeSeat, 'unitId', unitIds);
    const posts = new Map(knownPosts.map((each) => [`${each.unitId}~${each.crossHeldPostId}`, each]));
    const seats = new Map(knownSeats.map((each) => [`${each.unitId}~${each.seatId}`, each]));
    const articles: EnterpriseArticles[] = [];
    for (const { type, data, position } of events) {
      switch (type) {
        case 'PartyBuildingInArticlesRecorded':
          articles.push({ ...data, fromPosition: position });
          break;
        case 'CrossHeldPostRecorded':
          posts.set(`${data.unitId}~${data.crossHeldPostId}`, { ...data, untilDay: null });
          break;
        case 'CrossHeldPostEnded': {
          const key = `${data.unitId}~${data.crossHeldPostId}`;
          const post = begun(posts.get(key), () => new BeginningMissing('cross-held post'));
          posts.set(key, { ...post, untilDay: data.endedOn });
          break;
        }
        case 'EmployeeSeatRecorded':
          seats.set(`${data.unitId}~${data.seatId}`, { ...data, vacatedOn: null });
          break;
        case 'EmployeeSeatVacated': {
          const key = `${data.unitId}~${data.seatId}`;
          const seat = begun(seats.get(key), () => new BeginningMissing('employee seat'));
          seats.set(key, { ...seat, vacatedOn: data.vacatedOn });
          break;
        }
        case 'EnterpriseGovernanceEnded':
      }
    }
    await insertRows(tx, EnterpriseArticles, articles);
    await upsertRows(tx, HeldPost, [...posts.values()]);
    await upsertRows(tx, HeldEmployeeSeat, [...seats.values()]);
  }
}
