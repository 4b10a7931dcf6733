import type { Grant, Role } from '@gongyou/contracts';
import { PlatformProblem } from '../problem';
import type { OrganizationDirectory } from './organization-directory';
import { EVERYWHERE, isPlatformClient, type Sender } from './sender';

/** What is asked for: the roles that a contract names, and the units that the message reaches. */
export interface Reach {
  roles: readonly Role[];
  /**
   * One of them must stand in the sender's scope. Empty: only a grant that reaches everywhere will do.
   * `any`: holding a role over some unit is enough, since what is asked for belongs to no unit.
   */
  units: readonly string[] | 'any';
}

/** The one place that judges who may do what, for commands and queries, people and systems (ADR-0005). */
export class Access {
  constructor(private readonly directory: OrganizationDirectory) {}

  /** Throws a `forbidden` problem unless a grant of the sender has one of the roles over one of the units. */
  async check(sender: Sender, reach: Reach): Promise<void> {
    const problem = await this.problemOf(sender, reach);
    if (problem) throw problem;
  }

  /** Whether `check` would let it pass: for an answer that shows some readers more than others. */
  async allows(sender: Sender, reach: Reach): Promise<boolean> {
    return (await this.problemOf(sender, reach)) === undefined;
  }

  private async problemOf(sender: Sender, reach: Reach): Promise<PlatformProblem | undefined> {
    const grants = await this.grantsOf(sender);
    const fitting = grants.filter((grant) => reach.roles.includes(grant.role));
    if (fitting.length === 0)
      return new PlatformProblem('forbidden', 'access.roleMissing', texts.roleMissing, { roles: reach.roles });
    if (reach.units === 'any' || (await this.covers(fitting, reach.units))) return undefined;
    return new PlatformProblem('forbidden', 'access.outsideScope', texts.outsideScope);
  }

  private async grantsOf(sender: Sender): Promise<readonly Grant[]> {
    if (isPlatformClient(sender.client)) return sender.grants;
    return this.directory.grantsOfClient(sender.client);
  }

  private async covers(grants: readonly Grant[], units: readonly string[]): Promise<boolean> {
    if (grants.some((grant) => grant.organizationId === EVERYWHERE)) return true;
    for (const unitId of units) {
      await this.directory.findUnit(unitId);
      if (grants.some((grant) => this.directory.within(unitId, grant.organizationId))) return true;
    }
    return false;
  }
}

const texts = {
  roleMissing: { zh: '没有执行此操作的角色', en: 'You do not hold a role that may do this.' },
  outsideScope: { zh: '超出所属单位范围', en: 'This lies outside the organization unit that you act for.' },
};
