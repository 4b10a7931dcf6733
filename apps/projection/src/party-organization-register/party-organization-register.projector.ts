import {
  type FoundingDutyEvent,
  foundingDutyEvents,
  type PartyOrganizationEvent,
  partyOrganizationEvents,
  type PartyParametersEvent,
  partyParametersEvents,
} from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { begun, foldRows } from '../database/fold-rows';
import { insertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { FoundingDutyRecord, FoundingFacts, PartyParameterSet } from './founding-duty.entity';
import { PartyCoverageRecord, RegisteredPartyOrganization } from './party-organization.entity';

type RegisterEvent = PartyOrganizationEvent | FoundingDutyEvent | PartyParametersEvent;

/** Keeps Party organizations as they stand with the units they cover, the duties to found, and the parameters of places. */
@Injectable()
export class PartyOrganizationRegisterProjector implements Projector<RegisterEvent> {
  readonly name = 'party-organization-register';
  readonly types = [partyOrganizationEvents, foundingDutyEvents, partyParametersEvents].flatMap((each) =>
    Object.keys(each),
  );

  async project(events: readonly Recorded<RegisterEvent>[], tx: EntityManager): Promise<void> {
    const organizations = events.filter(isOf<PartyOrganizationEvent>(partyOrganizationEvents));
    if (organizations.length > 0) {
      const idOf = ({ data }: PartyOrganizationEvent) => data.partyOrganizationId;
      await foldRows(tx, RegisteredPartyOrganization, 'partyOrganizationId', organizations, idOf, organizationAfter);
      await this.writeCoverage(new Set(organizations.map(idOf)), tx);
    }
    const duties = events.filter(isOf<FoundingDutyEvent>(foundingDutyEvents));
    if (duties.length > 0) {
      await foldRows(tx, FoundingDutyRecord, 'unitId', duties, ({ data }) => data.unitId, dutyAfter);
      await insertRows(tx, FoundingFacts, duties.flatMap(factsOf));
    }
    const parameters = events.filter(isOf<PartyParametersEvent>(partyParametersEvents));
    await insertRows(tx, PartyParameterSet, parameters.map(parameterSet));
  }

  private async writeCoverage(ids: ReadonlySet<string>, tx: EntityManager): Promise<void> {
    await tx.query('DELETE FROM party_coverage WHERE party_organization_id = ANY($1)', [[...ids]]);
    const standing = await tx
      .createQueryBuilder(RegisteredPartyOrganization, 'organization')
      .where('organization.partyOrganizationId = ANY(:ids) AND organization.dissolvedOn IS NULL', { ids: [...ids] })
      .getMany();
    const rows = standing.flatMap(({ partyOrganizationId, coveredUnitIds }) =>
      [...new Set(coveredUnitIds)].map((unitId) => ({ partyOrganizationId, unitId })),
    );
    await insertRows(tx, PartyCoverageRecord, rows);
  }
}

const isOf =
  <E extends RegisterEvent>(types: Readonly<Record<string, unknown>>) =>
  (event: Recorded<RegisterEvent>): event is Recorded<RegisterEvent> & Recorded<E> =>
    event.type in types;

function organizationAfter(
  known: RegisteredPartyOrganization | undefined,
  { type, data }: PartyOrganizationEvent,
): RegisteredPartyOrganization {
  if (type === 'PartyOrganizationFounded') {
    const { conditionsMet: _conditionsMet, otherProvision: _otherProvision, superiorId = null, ...founded } = data;
    return {
      ...founded,
      superiorId,
      workerMembers: null,
      partyGroups: 0,
      committee: false,
      secretaryMode: null,
      secretarySince: null,
      officersSince: null,
      termEndsOn: null,
      dissolvedOn: null,
    };
  }
  const organization = begun(known, () => new BeginningMissing('Party organization'));
  switch (type) {
    case 'PartyOfficersElected': {
      const { committee, secretaryMode, electedOn, termEndsOn } = data;
      return {
        ...organization,
        committee,
        secretaryMode,
        secretarySince: electedOn,
        officersSince: electedOn,
        termEndsOn,
      };
    }
    case 'PartySecretaryAppointed':
      return { ...organization, secretaryMode: data.mode, secretarySince: data.appointedOn };
    case 'PartySecretaryRelieved':
      return { ...organization, secretaryMode: null, secretarySince: null };
    case 'PartyMembersReported': {
      const { fullMembers, probationaryMembers, workerMembers, partyGroups } = data;
      return { ...organization, fullMembers, probationaryMembers, workerMembers, partyGroups };
    }
    case 'PartyCoverageChanged':
      return { ...organization, coveredUnitIds: data.coveredUnitIds };
    case 'PartyOrganizationDissolved':
      return { ...organization, dissolvedOn: data.dissolvedOn };
  }
}

function dutyAfter(known: FoundingDutyRecord | undefined, { type, data }: FoundingDutyEvent): FoundingDutyRecord {
  if (type === 'FoundingFactsReported') {
    const { unitId, place, employer, fullMembers, worksFrom, worksUntil = null } = data;
    const { reason = null, foundingPlannedOn = null, instructorAssigned = false } = known ?? {};
    const plan = { reason, foundingPlannedOn, instructorAssigned };
    return { unitId, place, employer, fullMembers, worksFrom, worksUntil, ...plan };
  }
  const { reason, foundingPlannedOn, instructorId } = data;
  const duty = begun(known, () => new BeginningMissing('duty to found'));
  return { ...duty, reason, foundingPlannedOn, instructorAssigned: instructorId !== undefined };
}

function factsOf({ type, data, position }: Recorded<FoundingDutyEvent>): FoundingFacts[] {
  if (type !== 'FoundingFactsReported') return [];
  const { unitId, place, employer, fullMembers, worksFrom, worksUntil = null, countedOn } = data;
  return [{ unitId, position, countedOn, place, employer, fullMembers, worksFrom, worksUntil }];
}

function parameterSet({ data, position }: Recorded<PartyParametersEvent>): PartyParameterSet {
  const { place, effectiveFrom, basis, ...parameters } = data;
  return { position, place, effectiveFrom, basis, parameters };
}
