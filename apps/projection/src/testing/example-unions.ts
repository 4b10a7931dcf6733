import type {
  CoveredUnit,
  MassOrganizationApplied,
  MassOrganizationForm,
  MassOrganizationKind,
} from '@gongyou/contracts';
import { type Day, day } from '@gongyou/domain';
import type { EventsInMemory } from './events-in-memory';
import { ExampleGroup } from './example-group';

/** Writes the history of a district with enterprises and their unions into a log. */
export class ExampleUnions {
  readonly group: ExampleGroup;

  constructor(readonly log: EventsInMemory) {
    this.group = new ExampleGroup(log);
    this.group.unit('haimen', 'governmentBody');
    this.group.unit('town', 'governmentBody', 'haimen');
  }

  enterprise(unitId: string, ownership: 'private' | 'stateOwned' = 'private', fromDay = '2020-01-01'): this {
    this.group.unit(unitId, 'company', 'town');
    return this.own(unitId, ownership, fromDay);
  }

  own(unitId: string, ownership: 'private' | 'stateOwned', fromDay: string): this {
    const data = { unitId, ownership, fromDay: day(fromDay) };
    this.log.record('EnterpriseOwnershipRecorded', `employer-${unitId}`, data);
    return this;
  }

  count(unitId: string, memberCount: number, staffCount: number, countedOn: string): this {
    const data = { unitId, memberCount, staffCount, countedOn: day(countedOn) };
    this.log.record('HeadcountReported', `employer-${unitId}`, data);
    return this;
  }

  close(unitId: string, closedOn: string): this {
    this.log.record('UnitClosed', `unit-${unitId}`, { unitId, closedOn: day(closedOn), reason: '竣工' });
    return this;
  }

  apply(massOrganizationId: string, hostUnitId: string, of: Partial<MassOrganizationApplied> = {}): this {
    const form: MassOrganizationForm = of.coveredUnits && of.coveredUnits.length > 1 ? 'joint' : 'own';
    const kind: MassOrganizationKind = 'tradeUnion';
    return this.tell('MassOrganizationApplied', massOrganizationId, {
      ...{ kind, form, name: `工会 ${massOrganizationId}`, hostUnitId },
      coveredUnits: [covered(hostUnitId)],
      appliedOn: day('2025-01-02'),
      ...of,
    });
  }

  begin(massOrganizationId: string, confirmedOn: string, endsOn: string, chair = 'w-1'): this {
    const officers = [{ workerId: chair, post: 'chair', fullTime: false, branchPost: 'secretary' }];
    const documentNumber = '海工发〔2025〕1号';
    const term = { documentNumber, confirmedOn: day(confirmedOn), endsOn: day(endsOn), staffCount: 60, officers };
    return this.tell('MassOrganizationTermBegan', massOrganizationId, term);
  }

  /** Applied for and active at once, with a term of three years. */
  found(
    massOrganizationId: string,
    hostUnitId: string,
    on = '2025-02-01',
    of: Partial<MassOrganizationApplied> = {},
  ): this {
    const endsOn = `${Number(on.slice(0, 4)) + 3}${on.slice(4)}`;
    return this.apply(massOrganizationId, hostUnitId, of).begin(massOrganizationId, on, endsOn);
  }

  changeCoverage(massOrganizationId: string, takenIn: string[], letGoUnitIds: string[], changedOn: string): this {
    const change = { takenIn: takenIn.map(covered), letGoUnitIds, changedOn: day(changedOn) };
    return this.tell('MassOrganizationCoverageChanged', massOrganizationId, change);
  }

  dissolve(massOrganizationId: string, dissolvedOn: string): this {
    const end = { reason: 'unitEnded', note: '撤销', dissolvedOn: day(dissolvedOn) };
    return this.tell('MassOrganizationDissolved', massOrganizationId, end);
  }

  tell(type: string, massOrganizationId: string, data: object): this {
    this.log.record(type, `massOrganization-${massOrganizationId}`, { massOrganizationId, ...data });
    return this;
  }

  conference(jointConferenceId: string, establishedOn: string, ...heldOn: string[]): this {
    const stream = `jointConference-${jointConferenceId}`;
    const sides = { governmentUnitId: 'haimen', unionUnitId: 'town' };
    this.log.record('JointConferenceEstablished', stream, {
      ...{ jointConferenceId, name: '联席会议', ...sides, memberUnitIds: [] },
      establishedOn: day(establishedOn),
    });
    for (const held of heldOn) {
      this.log.record('JointConferenceMet', stream, {
        ...{ jointConferenceId, meetingId: `m-${held}`, agenda: '议程', attendingUnitIds: ['haimen', 'town'] },
        minutes: [],
        resolutions: [{ resolutionId: 'r-1', text: '建站', responsibleUnitId: 'town' }],
        heldOn: day(held),
      });
    }
    return this;
  }

  congress(congressId: string, unitId: string, of: { beginsOn: string; staffCount?: number; previous?: string }): this {
    const { beginsOn, staffCount = 600, previous: previousCongressId } = of;
    const endsOn: Day = day(`${Number(beginsOn.slice(0, 4)) + 3}${beginsOn.slice(4)}`);
    return this.tellCongress('CongressTermOpened', congressId, {
      ...{ kind: 'workersCongress', level: 'enterprise', unitId, name: '职工代表大会', seats: 120, staffCount },
      ...(previousCongressId !== undefined && { previousCongressId }),
      beginsOn: day(beginsOn),
      endsOn,
    });
  }

  seat(congressId: string, frontLine: number, managers: number): this {
    const delegate = (category: string) => (_: unknown, number: number) => ({
      workerId: `${category.toLowerCase()}-${number}`,
      category,
      industrialWorker: category === 'frontLine',
    });
    const delegates = [
      ...Array.from({ length: frontLine }, delegate('frontLine')),
      ...Array.from({ length: managers }, delegate('management')),
    ];
    return this.tellCongress('DelegatesSeated', congressId, { delegates, seatedOn: day('2026-01-15') });
  }

  tellCongress(type: string, congressId: string, data: object): this {
    this.log.record(type, `congress-${congressId}`, { congressId, ...data });
    return this;
  }
}

export const covered = (unitId: string): CoveredUnit => ({ unitId, staffCount: 60, memberCount: 20 });
