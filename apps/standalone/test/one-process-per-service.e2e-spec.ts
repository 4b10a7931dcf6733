import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { LeadingGroupReportAnswer } from '@gongyou/contracts';
import { dayOfInstant } from '@gongyou/domain';
import { Caller, connectBus, inboxPrefixOf } from '@gongyou/messaging';
import { bundledProgrammes } from '@gongyou/programmes';
import { connect, type NatsConnection } from 'nats';
import { EXAMPLE_PROGRAMME } from '../src/example/example-group';
import { playExample } from '../src/example/play-example';
import { until } from '../src/testing/until';
import { DeployedPlatform, services, SYSTEM } from './deployed-platform';
import { send } from './whole-platform';

const today = dayOfInstant(new Date());

describe('The platform with one process per service, as docker-compose.yml starts it', () => {
  let platform: DeployedPlatform;
  let token: string;
  let harbour: NatsConnection;

  const http = async (path: string, body?: object): Promise<{ status: number; text: string }> => {
    const answer = await fetch(`${platform.gatewayUrl}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, text: await answer.text() };
  };
  const progressReports = async (after: number): Promise<number> => {
    const of = `programme=${EXAMPLE_PROGRAMME}&organization=example-harbour&period=${today.slice(0, 4)}`;
    const { text } = await http(`/api/reporting/leading-group-report?${of}&after=${after}`);
    return (JSON.parse(text) as LeadingGroupReportAnswer).report.totals.progressReports.value;
  };
  const tool = (...script: string[]) => platform.runOnce('tools', script);
  const scriptOf = (name: string): string => join('dist', 'apps', 'standalone', 'src', 'backup', `${name}.main.js`);

  beforeAll(async () => {
    platform = await DeployedPlatform.start();
  }, 120_000);
  afterAll(async () => {
    await harbour?.close();
    await platform?.stop();
  }, 60_000);

  it.each(services)('says that %s is healthy once it is', async (service) => {
    await platform.processes.get(service)!.ready();
    expect((await platform.health(service)).code).toBe(0);
  });

  it('publishes the bundled programmes, and does not mind doing it again', async () => {
    expect(await platform.runOnce('programmes')).toMatchObject({ code: 0 });
    expect(await platform.runOnce('programmes')).toMatchObject({ code: 0 });
  }, 60_000);

  it('lets the administrator in with the first password that was prepared', async () => {
    const password = platform.deployment.settings.get('ADMIN_PASSWORD')!;
    const login = await http('/api/sessions', { username: 'admin', password });
    expect(login.status).toBe(201);
    ({ token } = JSON.parse(login.text) as { token: string });
  });

  it('has a group adopt a programme and an enterprise system report on it, and shows it in the report', async () => {
    const gatewayPassword = platform.deployment.settings.get('NATS_PASSWORD_GATEWAY')!;
    const gateway = await connectBus({ servers: platform.natsUrl, user: 'gateway', password: gatewayPassword });
    const programme = bundledProgrammes().find(({ programmeId }) => programmeId === EXAMPLE_PROGRAMME)!;
    const example = await playExample(new Caller(gateway, 'gateway'), programme, 0);
    await gateway.close();
    const registered = await http('/api/organization/enterprise-client/register', {
      clientName: SYSTEM.name,
      organizationId: 'example-harbour',
    });
    expect([registered.status, registered.text]).toMatchObject([
      200,
      expect.stringContaining('EnterpriseClientRegistered'),
    ]);

    const access = { user: SYSTEM.name, pass: SYSTEM.password, inboxPrefix: inboxPrefixOf(SYSTEM.name) };
    harbour = await connect({ servers: platform.natsUrl, ...access });
    const progress = {
      taskId: 'example-wage-accounts-harbour',
      progressPercent: 35,
      note: '专用账户已开立。',
      evidence: [{ fileName: '开户证明.pdf', sha256: createHash('sha256').update('开户证明').digest('hex') }],
      reportedOn: today,
    };
    const before = await progressReports(example);
    let position = -1;
    // Supervision hears of the new system a moment later.
    await until('the system is known everywhere', async () => {
      const reported = await send(harbour, 'cmd.harbour-hr.supervision.task.report-progress', progress);
      position = reported.json<{ position?: number }>().position ?? -1;
      return reported.string().includes('ProgressReported');
    });
    expect(await progressReports(position)).toBe(before + 1);
    expect((await http('/health/ready')).status).toBe(200);
  }, 60_000);

  it('is verified, backed up and restored by the commands of its image', async () => {
    const verified = await tool(scriptOf('verify'));
    expect([verified.code, verified.text]).toMatchObject([0, expect.stringContaining('完好 intact')]);
    const file = join(platform.folder, 'backup.gz');
    const clients = join(platform.folder, 'deploy', 'nats');
    const backedUp = await tool(scriptOf('backup'), file, '--clients', clients);
    expect([backedUp.code, backedUp.text]).toMatchObject([0, expect.stringContaining('enterprise systems: 1')]);
    expect(await tool(scriptOf('restore'), '--check', file)).toMatchObject({ code: 0 });
    expect(await tool(scriptOf('restore'), file, '--clients', clients)).toMatchObject({
      ...{ code: 1, text: expect.stringContaining('into an empty data folder or database only') },
    });
  }, 60_000);

  it('says that a service is unhealthy while it is gone', async () => {
    const organization = platform.processes.get('organization')!;
    await organization.kill();
    await until('nats-server has noticed', async () => (await platform.health('organization')).code === 1);
    organization.start();
    await organization.ready();
  }, 60_000);

  it.each([...services].reverse())(
    'ends %s in order when it is told to',
    async (service) => {
      expect(await platform.processes.get(service)!.stop()).toBe(0);
    },
    30_000,
  );
});
