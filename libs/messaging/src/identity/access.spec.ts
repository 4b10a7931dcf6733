import type { EventPage, FeedRequest, NewEvent } from '@gongyou/contracts';
import type { NatsLedger } from '../ledger/nats-ledger';
import { Access } from './access';
import { OrganizationDirectory } from './organization-directory';
import type { Sender } from './sender';

/** The feed's page for a history, as the ledger would hand it out. */
const feedOf =
  (history: { type: string; data: object }[]) =>
  ({ after }: FeedRequest): Promise<EventPage> =>
    Promise.resolve({
      events: history.slice(after + 1).map(({ type, data }, index) => ({
        entry: JSON.stringify({ position: after + 1 + index, type, version: 1 } satisfies Partial<
          NewEvent & { position: number }
        >),
        data: JSON.stringify(data),
      })),
      through: history.length - 1,
      head: history.length - 1,
    });

const established = (unitId: string, parentId?: string) => ({
  type: 'UnitEstablished',
  data: { unitId, kind: 'company', name: unitId, ...(parentId && { parentId }), establishedOn: '2020-01-01' },
});
const moved = (unitId: string, parentId: string) => ({
  type: 'UnitMoved',
  data: { unitId, parentId, movedOn: '2026-01-01' },
});

const group = [
  established('group'),
  established('highway', 'group'),
  established('bridge', 'highway'),
  established('harbour', 'group'),
];

async function directoryOf(history: { type: string; data: object }[]): Promise<OrganizationDirectory> {
  const directory = new OrganizationDirectory({ feed: feedOf(history) } as unknown as NatsLedger);
  await directory.catchUp();
  return directory;
}

const sender = (client: string, grants: Sender['grants'] = []): Sender => ({
  client,
  actor: `client:${client}`,
  grants,
  correlationId: 'c',
  causationId: 'c',
  receivedAt: '2026-11-20T00:00:00.000Z',
});

describe('The directory of units', () => {
  it('knows what stands below what', async () => {
    const directory = await directoryOf(group);
    expect(directory.ancestors('bridge')).toEqual(['highway', 'group']);
    expect(directory.within('bridge', 'group')).toBe(true);
    expect(directory.within('harbour', 'highway')).toBe(false);
    expect(directory.within('group', 'bridge')).toBe(false);
  });

  it('follows moves, and leaves out the one that would close a ring', async () => {
    const directory = await directoryOf([...group, moved('highway', 'harbour'), moved('harbour', 'bridge')]);
    expect(directory.ancestors('bridge')).toEqual(['highway', 'harbour', 'group']);
    expect(directory.openChildren('group')).toEqual(['harbour']);
  });
});

describe('Access', () => {
  const bound = [
    ...group,
    { type: 'EnterpriseClientRegistered', data: { clientName: 'payroll', organizationId: 'highway' } },
  ];
  const roles = ['unitOfficer', 'enterpriseSystem'] as const;

  it('says beforehand what it would let pass, for answers that show some readers more', async () => {
    const access = new Access(await directoryOf(bound));
    expect(await access.allows(sender('payroll'), { roles, units: ['bridge'] })).toBe(true);
    expect(await access.allows(sender('payroll'), { roles, units: ['harbour'] })).toBe(false);
    expect(await access.allows(sender('payroll'), { roles: ['partyAffairsOffice'], units: ['bridge'] })).toBe(false);
  });

  it('lets an enterprise system act in the unit it is bound to and below', async () => {
    const access = new Access(await directoryOf(bound));
    await expect(access.check(sender('payroll'), { roles, units: ['bridge'] })).resolves.toBeUndefined();
    await expect(access.check(sender('payroll'), { roles, units: ['highway'] })).resolves.toBeUndefined();
  });

  it.each([
    ['beside it', ['harbour']],
    ['above it', ['group']],
    ['that is not known', ['nowhere']],
    ['that is not named', []],
  ])('refuses it a unit %s', async (_, units) => {
    const access = new Access(await directoryOf(bound));
    await expect(access.check(sender('payroll'), { roles, units })).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'access.outsideScope',
    });
  });

  it('refuses a system that was revoked, or never registered', async () => {
    const revoked = await directoryOf([...bound, { type: 'EnterpriseClientRevoked', data: { clientName: 'payroll' } }]);
    await expect(new Access(revoked).check(sender('payroll'), { roles, units: ['bridge'] })).rejects.toMatchObject({
      code: 'access.roleMissing',
    });
    const access = new Access(await directoryOf(bound));
    await expect(access.check(sender('unknown'), { roles, units: ['bridge'] })).rejects.toMatchObject({
      code: 'access.roleMissing',
    });
  });

  it('refuses a role that the contract does not name, however far it reaches', async () => {
    const access = new Access(await directoryOf(group));
    const inspector = sender('gateway', [{ role: 'inspector', organizationId: '*' }]);
    await expect(access.check(inspector, { roles, units: ['bridge'] })).rejects.toMatchObject({
      code: 'access.roleMissing',
    });
  });

  it('needs the role and the scope in one grant', async () => {
    const access = new Access(await directoryOf(group));
    const mixed = sender('gateway', [
      { role: 'unitOfficer', organizationId: 'harbour' },
      { role: 'inspector', organizationId: 'highway' },
    ]);
    await expect(access.check(mixed, { roles, units: ['bridge'] })).rejects.toMatchObject({
      code: 'access.outsideScope',
    });
  });
});
