import {
  queryContract,
  Roster,
  type RosterAnswer,
  SiteEngagement,
  type SiteEngagementAnswer,
  WorkerFile,
  type WorkerFileAnswer,
  Workers,
  type WorkersAnswer,
  WorkerSearch,
  WorkersOutsideCrews,
  type WorkersOutsideCrewsAnswer,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { RosterQuery } from './roster.query';
import { SiteEngagementQuery } from './site-engagement.query';
import { WorkerFileQuery } from './worker-file.query';
import { WorkersOutsideCrewsQuery } from './workers-outside-crews.query';
import { WorkersQuery } from './workers.query';

@Controller()
export class WorkerRegisterController {
  constructor(
    private readonly access: Access,
    private readonly workers: WorkersQuery,
    private readonly roster: RosterQuery,
    private readonly file: WorkerFileQuery,
    private readonly engagement: SiteEngagementQuery,
    private readonly outsideCrews: WorkersOutsideCrewsQuery,
  ) {}

  @OnQuery(Workers)
  async list(query: Workers, sender: Sender): Promise<WorkersAnswer> {
    await this.access.check(sender, { roles: queryContract(Workers).roles, units: [query.organization] });
    return this.workers.answer(query, sender);
  }

  @OnQuery(WorkerSearch)
  async search(query: WorkerSearch, sender: Sender): Promise<WorkersAnswer> {
    await this.access.check(sender, { roles: queryContract(WorkerSearch).roles, units: [query.organization] });
    return this.workers.search(query, sender);
  }

  @OnQuery(Roster)
  async onDay(query: Roster, sender: Sender): Promise<RosterAnswer> {
    await this.access.check(sender, { roles: queryContract(Roster).roles, units: [query.organization] });
    return this.roster.answer(query, sender);
  }

  @OnQuery(SiteEngagement)
  async mayEnter(query: SiteEngagement, sender: Sender): Promise<SiteEngagementAnswer> {
    await this.access.check(sender, { roles: queryContract(SiteEngagement).roles, units: [query.project] });
    return this.engagement.answer(query, sender);
  }

  @OnQuery(WorkersOutsideCrews)
  async outside(query: WorkersOutsideCrews, sender: Sender): Promise<WorkersOutsideCrewsAnswer> {
    await this.access.check(sender, { roles: queryContract(WorkersOutsideCrews).roles, units: [query.organization] });
    return this.outsideCrews.answer(query, sender);
  }

  @OnQuery(WorkerFile)
  async one(query: WorkerFile, sender: Sender): Promise<WorkerFileAnswer> {
    const { roles } = queryContract(WorkerFile);
    // Whoever may read nothing learns nothing, not even whether the person is registered.
    await this.access.check(sender, { roles, units: 'any' });
    return this.file.answer(query.worker, sender, (units) => this.access.check(sender, { roles, units }));
  }
}
