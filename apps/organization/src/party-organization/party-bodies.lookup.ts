import { Injectable } from '@nestjs/common';
import { type PartyBodies, type PartyBody, partyBodyOf } from './party-body';
import { PartyOrganizationHandling } from './party-organization.aggregate';

/** Finds Party organizations, and those directly above them, for decisions of others. */
@Injectable()
export class PartyBodiesLookup {
  constructor(private readonly organizations: PartyOrganizationHandling) {}

  /** Each as it stands now, with its superior. */
  async find(...partyOrganizationIds: readonly (string | undefined)[]): Promise<PartyBodies> {
    const bodies = new Map<string, PartyBody>();
    for (const id of partyOrganizationIds) await this.take(await this.take(id, bodies), bodies);
    return bodies;
  }

  /** The one organization, if it exists and was not dissolved. */
  async active(partyOrganizationId: string): Promise<PartyBody | undefined> {
    const body = (await this.find(partyOrganizationId)).get(partyOrganizationId);
    return body?.dissolved === false ? body : undefined;
  }

  /** Answers the id of the organization above it. */
  private async take(id: string | undefined, bodies: Map<string, PartyBody>): Promise<string | undefined> {
    if (id === undefined) return undefined;
    const body = bodies.get(id) ?? partyBodyOf((await this.organizations.state(id)).state);
    if (body) bodies.set(id, body);
    return body?.superiorId;
  }
}
