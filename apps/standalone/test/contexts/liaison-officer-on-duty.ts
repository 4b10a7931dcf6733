import {
  AppointLiaisonOfficer,
  ApproveLiaisonNomination,
  FoundPartyOrganization,
  type LiaisonLevel,
  type LiaisonRole,
  liaisonTrainingTopics,
  NominateLiaisonOfficer,
  PublishLiaisonRoleDefinition,
  PutLiaisonOfficerOnDuty,
  RecordLiaisonTraining,
} from '@gongyou/contracts';
import { type Day, day } from '@gongyou/domain';
import { as, type SupervisionPlatform } from './supervision-platform';

const paper = { fileName: '凭证.pdf', sha256: 'a'.repeat(64) };
const established = day('2020-01-01');
const COMMITTEE = 'committee';

/** The post, the unit whose definition it follows, and who sends the officer and manages him. */
export interface OfficerOnDuty {
  officerId: string;
  level: LiaisonLevel;
  unitId: string;
  role: LiaisonRole;
  definedFor: string;
  dispatchingUnitId: string;
  managingUnitIds: string[];
  nominatedOn: Day;
  onDutyFrom: Day;
}

/** Founds the Party committee that approves nominations in the company `first-highway`. */
export async function foundPartyCommittee({ gateway }: SupervisionPlatform): Promise<void> {
  await gateway.command(
    FoundPartyOrganization,
    {
      ...{ partyOrganizationId: COMMITTEE, name: '公司党委', kind: 'committee', founding: 'independent' },
      ...{ setting: 'workUnit', unitId: 'first-highway', coveredUnitIds: ['first-highway'], foundedOn: established },
      ...{ fullMembers: 120, probationaryMembers: 3 },
    },
    as('party-office', { role: 'partyAffairsOffice', organizationId: 'first-highway' }),
  );
}

/** Takes a part-time officer the whole way, from the definition of his post to his first day of duty; the committee is founded. */
export async function putLiaisonOfficerOnDuty(
  { operator }: SupervisionPlatform,
  officer: OfficerOnDuty,
): Promise<void> {
  const { officerId, level, unitId, role, definedFor, dispatchingUnitId, managingUnitIds } = officer;
  const { nominatedOn, onDutyFrom } = officer;
  await operator.command(PublishLiaisonRoleDefinition, {
    ...{ organizationId: definedFor, level, version: 1, basis: { title: '办法' }, effectiveOn: established },
    role,
  });
  const scores = [{ criterion: '善沟通', score: 90 }];
  await operator.command(NominateLiaisonOfficer, { officerId, level, mode: 'partTime', unitId, scores, nominatedOn });
  await operator.command(ApproveLiaisonNomination, {
    ...{ officerId, partyOrganizationId: COMMITTEE, resolution: paper, approvedOn: nominatedOn },
  });
  await operator.command(AppointLiaisonOfficer, {
    ...{ officerId, dispatchingUnitId, managingUnitIds },
    ...{ effectiveOn: nominatedOn, obligationsAcceptedOn: nominatedOn },
  });
  await operator.command(RecordLiaisonTraining, {
    ...{ officerId, topics: [...liaisonTrainingTopics], form: 'discussion', trainerUnitId: dispatchingUnitId },
    ...{ attendance: paper, trainedOn: nominatedOn },
  });
  await operator.command(PutLiaisonOfficerOnDuty, { officerId, onDutyFrom });
}
