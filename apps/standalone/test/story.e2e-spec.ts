import { createHash } from 'node:crypto';
import type {
  FigureEventsAnswer,
  LeadingGroupReport,
  LeadingGroupReportAnswer,
  TaskFigures,
  TasksAnswer,
} from '@gongyou/contracts';
import { dayOfInstant } from '@gongyou/domain';
import canonicalize from 'canonicalize';
import type { Msg, NatsConnection } from 'nats';
import { Client } from 'pg';
import { send, WholePlatform } from './whole-platform';

const today = dayOfInstant(new Date());
const year = today.slice(0, 4);
const TASK = 'example-wage-accounts-harbour';
const subject = 'cmd.harbour-hr.supervision.task.report-progress';

const report = (progressPercent = 40) => ({
  taskId: TASK,
  progressPercent,
  note: '北港码头项目专用账户已开立，六统一核对完成两个班组。',
  evidence: [{ fileName: '专用账户开户证明.pdf', sha256: createHash('sha256').update('开户证明').digest('hex') }],
  reportedOn: today,
});

interface Accepted {
  position: number;
  events: { eventId: string; type: string; position: number }[];
}

describe('The story of one measure, over the outside interfaces alone', () => {
  let platform: WholePlatform;
  let harbour: NatsConnection;
  let first: Msg;
  let accepted: Accepted;
  let before: LeadingGroupReportAnswer;

  const reportPath = (more = '') =>
    `/api/reporting/leading-group-report?programme=cccc-reform&organization=example-group&period=${year}${more}`;
  const measure13 = ({ parts }: LeadingGroupReport) =>
    parts.flatMap(({ measures }) => measures).find(({ number }) => number === 13)!;
  const figures = (answer: LeadingGroupReportAnswer): TaskFigures => measure13(answer.report).tasks;

  beforeAll(async () => {
    platform = await WholePlatform.start();
    harbour = await platform.system('harbour-hr');
    before = await platform.get<LeadingGroupReportAnswer>(reportPath());
  }, 120_000);
  afterAll(async () => platform?.close());

  it('is ready once the report can be asked for', async () => {
    expect((await platform.http('/health/ready')).status).toBe(200);
    expect((await platform.http('/health/live')).status).toBe(200);
  });

  it('CC-T1, CC-T2: the report has the 21 measures of the adopted programme with their lead departments', () => {
    const measures = before.report.parts.flatMap((part) => part.measures);
    expect(measures).toHaveLength(21);
    expect(measure13(before.report).leadDepartments.map(({ name }) => name.zh)).toEqual(['生产运营管理部']);
    expect(figures(before).planned.value).toBe(2);
  });

  it('takes progress on measure 13 from an enterprise system that speaks plain NATS', async () => {
    first = await send(harbour, subject, report(), { 'Idempotency-Key': 'harbour-2026-11-20' });
    expect(first.headers?.get('Nats-Service-Error') ?? '').toBe('');
    accepted = first.json<Accepted>();
    expect(accepted.events).toMatchObject([{ type: 'ProgressReported', position: accepted.position }]);
  });

  it('gives the same answer to the same key, and changes nothing', async () => {
    const again = await send(harbour, subject, report(), { 'Idempotency-Key': 'harbour-2026-11-20' });
    expect(again.string()).toBe(first.string());
    expect(again.headers?.get('Gongyou-Repeated')).toBe('true');
  });

  it('refuses the key with another body, for this task and for another', async () => {
    for (const body of [report(50), { ...report(), taskId: 'example-union-admission' }]) {
      const refused = await send(harbour, subject, body, { 'Idempotency-Key': 'harbour-2026-11-20' });
      expect(refused.json()).toMatchObject({ code: 'command.idempotencyKeyReused', status: 422 });
    }
  });

  it("refuses a report on another company's task", async () => {
    const highway = await platform.system('highway-hr');
    const refused = await send(highway, subject.replace('harbour', 'highway'), report());
    expect(refused.json()).toMatchObject({ code: 'access.outsideScope', status: 403 });
  });

  it('is refused by NATS when it publishes as someone else', async () => {
    for (const other of ['highway-hr', 'gateway', 'operator', 'supervision']) {
      await expect(send(harbour, `cmd.${other}.supervision.task.report-progress`, report())).rejects.toMatchObject({
        code: 'PERMISSIONS_VIOLATION',
      });
    }
  });

  it('shows the change in the report, once the report has come to its position', async () => {
    const after = await platform.get<LeadingGroupReportAnswer>(reportPath(`&after=${accepted.position}`));
    expect(figures(after).progressReports.value).toBe(figures(before).progressReports.value + 1);
    expect(figures(after).progressPercentPoints.value).toBe(figures(before).progressPercentPoints.value + 40);
    expect(after.sha256).toBe(createHash('sha256').update(canonicalize(after.report)!).digest('hex'));
  });

  it('opens the figure to exactly that event', async () => {
    const harbourOnly = reportPath(`&after=${accepted.position}`).replace('example-group', 'example-harbour');
    const { progressReports } = figures(await platform.get<LeadingGroupReportAnswer>(harbourOnly));
    expect(progressReports.value).toBe(1);
    const opened = await platform.get<FigureEventsAnswer>(
      `/api/reporting/figure-events?figure=${progressReports.figure}`,
    );
    expect(opened.value).toBe(1);
    expect(opened.events).toMatchObject([
      {
        amount: 1,
        position: accepted.position,
        eventId: accepted.events[0]!.eventId,
        type: 'ProgressReported',
        client: 'harbour-hr',
        data: report(),
      },
    ]);
  });

  it('opens every figure of the report to postings that add up to it', async () => {
    const answer = await platform.get<LeadingGroupReportAnswer>(reportPath());
    const all = figuresIn(answer.report);
    expect(all.length).toBeGreaterThan(21 * 7);
    for (const { figure, value } of all.filter((each, index) => each.value !== 0 || index % 40 === 0)) {
      const opened = await platform.get<FigureEventsAnswer>(`/api/reporting/figure-events?figure=${figure}`);
      expect([opened.value, opened.events.reduce((sum, { amount }) => sum + amount, 0)]).toEqual([value, value]);
    }
  });

  it('shows the old value as of the position before', async () => {
    const earlier = await platform.get<LeadingGroupReportAnswer>(reportPath(`&asOfPosition=${accepted.position - 1}`));
    expect(figures(earlier).progressReports.value).toBe(figures(before).progressReports.value);
    expect(earlier.report.asOf.position).toBe(accepted.position - 1);
  });

  it('shows nothing of a later day as of the day before', async () => {
    const yesterday = new Date(new Date(`${today}T00:00:00Z`).getTime() - 86_400_000).toISOString().slice(0, 10);
    const answer = await platform.http(reportPath(`&asOfDay=${yesterday}`));
    expect([200, 404]).toContain(answer.status);
    if (answer.status === 200)
      expect(figures(JSON.parse(answer.text) as LeadingGroupReportAnswer).progressReports.value).toBe(0);
  });

  it('gives the same bytes again after the tables of the projection were dropped and rebuilt', async () => {
    const path = reportPath(`&asOfPosition=${accepted.position}`);
    const old = await platform.http(path);
    const database = new Client({ connectionString: platform.database.url });
    await database.connect();
    await database.query('DROP SCHEMA projection CASCADE');
    await database.end();
    // The next event tells the projection that its tables are gone; the query waits until it has come so far again.
    const next = (await send(harbour, subject, report(70))).json<Accepted>();
    let rebuilt = await platform.http(`${path}&after=${next.position}`);
    while (rebuilt.status === 503 || rebuilt.status === 500)
      rebuilt = await platform.http(`${path}&after=${next.position}`);
    expect(rebuilt.text).toBe(old.text);
  }, 60_000);

  it('lets the lead department accept through the gateway what the owner has completed', async () => {
    const completed = await send(harbour, 'cmd.harbour-hr.supervision.task.complete', {
      taskId: TASK,
      note: '已办结',
      evidence: report().evidence,
      completedOn: today,
    });
    expect(completed.json()).toMatchObject({ events: [{ type: 'TaskCompleted' }] });
    const ownAcceptance = await send(harbour, 'cmd.harbour-hr.supervision.task.accept', {
      taskId: TASK,
      acceptedOn: today,
    });
    expect(ownAcceptance.json()).toMatchObject({ status: 403, code: 'access.roleMissing' });
    const byLead = await platform.http('/api/supervision/task/accept', {
      method: 'POST',
      body: JSON.stringify({ taskId: TASK, acceptedOn: today }),
    });
    expect([byLead.status, JSON.parse(byLead.text)]).toMatchObject([200, { events: [{ type: 'TaskAccepted' }] }]);
    const { position } = JSON.parse(byLead.text) as Accepted;
    const after = await platform.get<LeadingGroupReportAnswer>(reportPath(`&after=${position}`));
    expect(figures(after).done.value).toBe(1);
  });

  it('CC-16a: puts a report on record, and tells what changed since', async () => {
    const now = await platform.get<LeadingGroupReportAnswer>(reportPath());
    const { asOf } = now.report;
    const issued = await platform.http('/api/supervision/adoption/issue-report', {
      method: 'POST',
      body: JSON.stringify({
        programmeId: 'cccc-reform',
        organizationId: 'example-group',
        period: year,
        asOfDay: asOf.day,
        asOfPosition: asOf.position,
        reportSha256: now.sha256,
      }),
    });
    expect(issued.status).toBe(200);
    const { position } = JSON.parse(issued.text) as Accepted;
    const next = (
      await send(await platform.system('highway-hr'), 'cmd.highway-hr.supervision.task.report-progress', {
        ...report(80),
        taskId: 'example-wage-accounts-highway',
      })
    ).json<Accepted>();
    expect(next.position).toBeGreaterThan(position);
    const after = await platform.get<LeadingGroupReportAnswer>(reportPath(`&after=${next.position}`));
    expect(after.report.since).toMatchObject({ position: asOf.position, reportSha256: now.sha256 });
    expect(measure13(after.report).changes.progressReports.value).toBe(1);
    expect(after.report.changes.progressReports.value).toBe(1);
  });

  it('CC-T2, CC-T3: shows the task board of a unit to whom it belongs', async () => {
    const board = await platform.get<TasksAnswer>(
      '/api/supervision/tasks?programme=cccc-reform&organization=example-harbour',
    );
    expect(board.tasks.map(({ taskId }) => taskId).sort()).toEqual(['example-union-admission', TASK]);
    const asked = await send(harbour, 'qry.harbour-hr.supervision.tasks', {
      programme: 'cccc-reform',
      organization: 'example-highway',
    });
    expect(asked.json()).toMatchObject({ status: 403 });
  });

  it('shows the page of the report in Chinese, each figure a link to its events', async () => {
    const page = await platform.http(`/report?programme=cccc-reform&organization=example-group&period=${year}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('健全保障薪酬支付机制');
    const link = /href="(\/figure\?figure=[A-Za-z0-9_-]+)"/.exec(page.text)?.[1];
    expect((await platform.http(link!)).status).toBe(200);
  });

  it('has written no personal data and no text of a command to its log', () => {
    const log = platform.log.join('\n');
    expect(log).not.toContain('专用账户已开立');
    expect(log).not.toContain('password-of-the-test');
  });
});

/** Every figure of a report, wherever it stands in it. */
function figuresIn(part: unknown): { figure: string; value: number }[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('figure' in part && 'value' in part) return [part as { figure: string; value: number }];
  return Object.values(part).flatMap(figuresIn);
}
