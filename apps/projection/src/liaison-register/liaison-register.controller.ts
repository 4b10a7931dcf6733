import {
  type ContractClass,
  LiaisonAlerts,
  type LiaisonAlertsAnswer,
  LiaisonContactCards,
  type LiaisonContactCardsAnswer,
  LiaisonContactCardsToIssue,
  type LiaisonContactCardsToIssueAnswer,
  LiaisonCoverage,
  type LiaisonCoverageAnswer,
  LiaisonForce,
  type LiaisonForceAnswer,
  LiaisonOfficerFile,
  type LiaisonOfficerFileAnswer,
  LiaisonOfficers,
  type LiaisonOfficersAnswer,
  LiaisonRightUses,
  type LiaisonRightUsesAnswer,
  LiaisonRoleDefinitions,
  type LiaisonRoleDefinitionsAnswer,
  LiaisonTeams,
  type LiaisonTeamsAnswer,
  LiaisonTermsOver,
  type LiaisonTermsOverAnswer,
  LiaisonTree,
  type LiaisonTreeAnswer,
  LiaisonWork,
  type LiaisonWorkAnswer,
  queryContract,
} from '@gongyou/contracts';
import { Access, OnQuery, PlatformProblem, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { LiaisonAlertsQuery } from './liaison-alerts.query';
import { LiaisonContactCardsQuery } from './liaison-contact-cards.query';
import { LiaisonCoverageQuery } from './liaison-coverage.query';
import { LiaisonForceQuery } from './liaison-force.query';
import { LiaisonOfficerFileQuery } from './liaison-officer-file.query';
import { LiaisonOfficersQuery } from './liaison-officers.query';
import { LiaisonRightUsesQuery } from './liaison-right-uses.query';
import { LiaisonRoleDefinitionsQuery } from './liaison-role-definitions.query';
import { LiaisonTeamsQuery } from './liaison-teams.query';
import { LiaisonTreeQuery } from './liaison-tree.query';
import { LiaisonWorkQuery } from './liaison-work.query';

@Controller()
export class LiaisonRegisterController {
  constructor(
    private readonly access: Access,
    private readonly register: LiaisonOfficersQuery,
    private readonly covered: LiaisonCoverageQuery,
    private readonly missed: LiaisonAlertsQuery,
    private readonly done: LiaisonWorkQuery,
    private readonly definitions: LiaisonRoleDefinitionsQuery,
    private readonly structure: LiaisonTreeQuery,
    private readonly manned: LiaisonForceQuery,
    private readonly answerable: LiaisonTeamsQuery,
    private readonly files: LiaisonOfficerFileQuery,
    private readonly used: LiaisonRightUsesQuery,
    private readonly held: LiaisonContactCardsQuery,
  ) {}

  @OnQuery(LiaisonOfficers)
  async officers(query: LiaisonOfficers, sender: Sender): Promise<LiaisonOfficersAnswer> {
    await this.check(LiaisonOfficers, query, sender);
    return this.register.answer(query, sender);
  }

  @OnQuery(LiaisonCoverage)
  async coverage(query: LiaisonCoverage, sender: Sender): Promise<LiaisonCoverageAnswer> {
    await this.check(LiaisonCoverage, query, sender);
    return this.covered.answer(query, sender);
  }

  @OnQuery(LiaisonAlerts)
  async alerts(query: LiaisonAlerts, sender: Sender): Promise<LiaisonAlertsAnswer> {
    await this.check(LiaisonAlerts, query, sender);
    return this.missed.answer(query, sender);
  }

  @OnQuery(LiaisonWork)
  async work(query: LiaisonWork, sender: Sender): Promise<LiaisonWorkAnswer> {
    await this.check(LiaisonWork, query, sender);
    return this.done.answer(query, sender);
  }

  @OnQuery(LiaisonRoleDefinitions)
  async roleDefinitions(query: LiaisonRoleDefinitions, sender: Sender): Promise<LiaisonRoleDefinitionsAnswer> {
    await this.check(LiaisonRoleDefinitions, query, sender);
    return this.definitions.answer(query, sender);
  }

  @OnQuery(LiaisonTree)
  async tree(query: LiaisonTree, sender: Sender): Promise<LiaisonTreeAnswer> {
    await this.check(LiaisonTree, query, sender);
    return this.structure.answer(query, sender);
  }

  @OnQuery(LiaisonForce)
  async force(query: LiaisonForce, sender: Sender): Promise<LiaisonForceAnswer> {
    await this.check(LiaisonForce, query, sender);
    return this.manned.answer(query, sender);
  }

  @OnQuery(LiaisonTeams)
  async teams(query: LiaisonTeams, sender: Sender): Promise<LiaisonTeamsAnswer> {
    await this.check(LiaisonTeams, query, sender);
    return this.answerable.answer(query, sender);
  }

  @OnQuery(LiaisonOfficerFile)
  async officerFile(query: LiaisonOfficerFile, sender: Sender): Promise<LiaisonOfficerFileAnswer> {
    const { roles } = queryContract(LiaisonOfficerFile);
    // Whoever may read nothing learns nothing, not even whether there is such an officer.
    await this.access.check(sender, { roles, units: 'any' });
    const found = await this.files.find(query, sender);
    if (!found) throw new PlatformProblem('notFound', 'organization.liaisonOfficerFile.unknown', NO_SUCH_OFFICER);
    await this.access.check(sender, { roles, units: found.units });
    return found.file;
  }

  @OnQuery(LiaisonRightUses)
  async rightUses(query: LiaisonRightUses, sender: Sender): Promise<LiaisonRightUsesAnswer> {
    await this.check(LiaisonRightUses, query, sender);
    return this.used.answer(query, sender);
  }

  @OnQuery(LiaisonContactCards)
  async cards(query: LiaisonContactCards, sender: Sender): Promise<LiaisonContactCardsAnswer> {
    await this.check(LiaisonContactCards, query, sender);
    return this.held.answer(query, sender);
  }

  @OnQuery(LiaisonContactCardsToIssue)
  async cardsToIssue(query: LiaisonContactCardsToIssue, sender: Sender): Promise<LiaisonContactCardsToIssueAnswer> {
    await this.access.check(sender, { roles: queryContract(LiaisonContactCardsToIssue).roles, units: [] });
    return this.held.toIssue(query, sender);
  }

  @OnQuery(LiaisonTermsOver)
  async termsOver(query: LiaisonTermsOver, sender: Sender): Promise<LiaisonTermsOverAnswer> {
    await this.access.check(sender, { roles: queryContract(LiaisonTermsOver).roles, units: [] });
    return this.register.termsOver(query, sender);
  }

  private check(contract: ContractClass, { organization }: { organization: string }, sender: Sender): Promise<void> {
    return this.access.check(sender, { roles: queryContract(contract).roles, units: [organization] });
  }
}

const NO_SUCH_OFFICER = { zh: '没有这名协理员', en: 'There is no such liaison officer.' };
