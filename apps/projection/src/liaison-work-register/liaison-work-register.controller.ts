import {
  type ContractClass,
  LiaisonSubordinateTasks,
  type LiaisonSubordinateTasksAnswer,
  LiaisonTeamVisits,
  type LiaisonTeamVisitsAnswer,
  LiaisonWorkKinds,
  type LiaisonWorkKindsAnswer,
  LiaisonWorkRecord,
  type LiaisonWorkRecordAnswer,
  queryContract,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { LiaisonSubordinateTasksQuery } from './liaison-subordinate-tasks.query';
import { LiaisonTeamVisitsQuery } from './liaison-team-visits.query';
import { LiaisonWorkKindsQuery } from './liaison-work-kinds.query';
import { LiaisonWorkRecordQuery } from './liaison-work-record.query';

@Controller()
export class LiaisonWorkRegisterController {
  constructor(
    private readonly access: Access,
    private readonly visits: LiaisonTeamVisitsQuery,
    private readonly kinds: LiaisonWorkKindsQuery,
    private readonly record: LiaisonWorkRecordQuery,
    private readonly tasks: LiaisonSubordinateTasksQuery,
  ) {}

  @OnQuery(LiaisonTeamVisits)
  async teamVisits(query: LiaisonTeamVisits, sender: Sender): Promise<LiaisonTeamVisitsAnswer> {
    await this.check(LiaisonTeamVisits, query, sender);
    return this.visits.answer(query, sender);
  }

  @OnQuery(LiaisonWorkKinds)
  async workKinds(query: LiaisonWorkKinds, sender: Sender): Promise<LiaisonWorkKindsAnswer> {
    await this.check(LiaisonWorkKinds, query, sender);
    return this.kinds.answer(query, sender);
  }

  @OnQuery(LiaisonWorkRecord)
  async workRecord(query: LiaisonWorkRecord, sender: Sender): Promise<LiaisonWorkRecordAnswer> {
    await this.check(LiaisonWorkRecord, query, sender);
    return this.record.answer(query, sender);
  }

  @OnQuery(LiaisonSubordinateTasks)
  async subordinateTasks(query: LiaisonSubordinateTasks, sender: Sender): Promise<LiaisonSubordinateTasksAnswer> {
    await this.check(LiaisonSubordinateTasks, query, sender);
    return this.tasks.answer(query, sender);
  }

  private check(contract: ContractClass, { organization }: { organization: string }, sender: Sender): Promise<void> {
    return this.access.check(sender, { roles: queryContract(contract).roles, units: [organization] });
  }
}
