import { connect } from 'node:net';
import { Reply } from '@gongyou/messaging';
import { until } from './until';
import { accepted, GatewayOnTestServers, problemReply } from './gateway-on-test-servers';

let platform: GatewayOnTestServers;
let token: string;
let accountId: string;
beforeAll(async () => {
  platform = await GatewayOnTestServers.start();
  ({ token, accountId } = await platform.person('officer', 'unitOfficer', 'company-1'));
});
afterAll(() => platform.stop());
beforeEach(() => {
  platform.heard.length = 0;
  platform.answers.clear();
});

const COMMAND = '/api/supervision/task/report-progress';
const progress = { taskId: 't1', progressPercent: 50, note: '已完成一半', evidence: [], reportedOn: '2026-11-20' };

interface Told {
  status: number;
  code: string;
  title: string;
  violations?: { pointer: string; rule: string; message: string }[];
  retryable: boolean;
}
const told = async (response: Response): Promise<Told> => {
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  return (await response.json()) as Told;
};

describe('A command over HTTP', () => {
  it('becomes a message under the gateway’s name that says for whom it is sent', async () => {
    const response = await platform.request(COMMAND, {
      token,
      json: progress,
      headers: {
        'Idempotency-Key': 'key-1',
        'If-Match': '"2"',
        traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
      },
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(accepted);
    expect(response.headers.get('x-correlation-id')).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
    const [message] = platform.heard;
    expect(message).toMatchObject({ subject: 'cmd.gateway.supervision.task.report-progress', body: progress });
    expect(message!.headers).toEqual({
      'Gongyou-Actor': `user:${accountId}`,
      'Gongyou-Grants': '[{"role":"unitOfficer","organizationId":"company-1"}]',
      'Idempotency-Key': 'key-1',
      'Expected-Revision': '2',
      traceparent: expect.stringMatching(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-01$/) as string,
    });
  });

  it('does not let a caller say who he is', async () => {
    const forged = {
      'Gongyou-Actor': 'user:somebody-else',
      'Gongyou-Grants': '[{"role":"administrator","organizationId":"*"}]',
    };
    await platform.request(COMMAND, { token, json: progress, headers: forged });
    expect(platform.heard[0]!.headers).toMatchObject({
      'Gongyou-Actor': `user:${accountId}`,
      'Gongyou-Grants': '[{"role":"unitOfficer","organizationId":"company-1"}]',
    });
  });

  it('tells when the answer is that of an earlier time', async () => {
    platform.answers.set(
      'cmd.gateway.supervision.task.report-progress',
      Reply.json(accepted, { 'Gongyou-Repeated': 'true' }),
    );
    const response = await platform.request(COMMAND, { token, json: progress });
    expect(response.headers.get('gongyou-repeated')).toBe('true');
  });

  it.each([
    ['zh-CN', '任务已验收', 'zh-CN'],
    ['en-GB,en;q=0.9', 'The task has been accepted already.', 'en'],
    ['fr', '任务已验收', 'zh-CN'],
  ])('tells a refusal in the language of Accept-Language: %s', async (accepts, title, language) => {
    const texts = { zh: '任务已验收', en: 'The task has been accepted already.' };
    platform.answers.set(
      'cmd.gateway.supervision.task.report-progress',
      problemReply({
        status: 422,
        code: 'supervision.task.alreadyAccepted',
        texts,
        detail: { acceptedOn: '2026-11-01' },
      }),
    );
    const response = await platform.request(COMMAND, {
      token,
      json: progress,
      headers: { 'Accept-Language': accepts },
    });
    expect(response.status).toBe(422);
    expect(response.headers.get('content-language')).toBe(language);
    expect(await told(response)).toMatchObject({
      title,
      code: 'supervision.task.alreadyAccepted',
      figures: { acceptedOn: '2026-11-01' },
    });
  });

  it('says when to try again after a conflict', async () => {
    const conflict = { status: 409, code: 'command.conflict', texts: { zh: '冲突', en: 'conflict' }, retryable: true };
    platform.answers.set('cmd.gateway.supervision.task.report-progress', problemReply(conflict));
    const response = await platform.request(COMMAND, { token, json: progress });
    expect([response.status, response.headers.get('retry-after')]).toEqual([409, '1']);
  });

  it('lists everything that is wrong in Chinese, without sending it on', async () => {
    const response = await platform.request(COMMAND, {
      token,
      json: { ...progress, progressPercent: 101, reportedOn: '2026-02-30', more: 1 },
    });
    const { violations, code } = await told(response);
    expect(code).toBe('request.contractViolated');
    expect(violations).toEqual(
      expect.arrayContaining([
        { pointer: '/progressPercent', rule: 'max', message: '不得大于 100' },
        { pointer: '/reportedOn', rule: 'isDay', message: '须为真实存在的日期，写作 2026-11-20' },
        { pointer: '/more', rule: 'whitelistValidation', message: '没有这个字段' },
      ]),
    );
    expect(platform.heard).toEqual([]);
  });

  it('carries hostile text as it is and answers nothing of it', async () => {
    const note = `'); DROP TABLE event; -- <script>alert("1")</script> \${7*7} {{7*7}}`;
    await platform.request(COMMAND, { token, json: { ...progress, note } });
    expect(platform.heard[0]!.body).toMatchObject({ note });
    const refused = await platform.request(COMMAND, { token, json: { ...progress, taskId: '<script>' } });
    expect(await refused.text()).not.toContain('<script>');
  });
});

describe('The language of an answer', () => {
  it.each([
    ['', 'zh-CN'],
    ['*', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['en', 'en'],
    ['en-US,en;q=0.9', 'en'],
    ['en;q=0.9, zh;q=0.3', 'en'],
    ['en;q=0.3, zh;q=0.9', 'zh-CN'],
    ['fr, en;q=0.5', 'en'],
    ['en;q=0', 'zh-CN'],
    [';;;q=NaN,,', 'zh-CN'],
  ])('to Accept-Language %j is %s', async (accepts, language) => {
    const response = await platform.request('/api/nothing', { headers: { 'Accept-Language': accepts } });
    expect([response.status, response.headers.get('content-language')]).toEqual([404, language]);
  });
});

describe('A query over HTTP', () => {
  const REPORT = '/api/reporting/leading-group-report?programme=cccc-reform&organization=zhongjiao&period=2026-Q4';

  it('carries its parameters, with numbers as numbers, and the position to wait for', async () => {
    platform.answers.set('qry.gateway.reporting.leading-group-report', Reply.json({ report: {} }));
    const response = await platform.request(`${REPORT}&asOfPosition=12&after=41`, { token });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({ report: {} });
    expect(platform.heard[0]).toMatchObject({
      body: { programme: 'cccc-reform', organization: 'zhongjiao', period: '2026-Q4', asOfPosition: 12 },
      headers: { 'After-Position': '41', 'Gongyou-Actor': `user:${accountId}` },
    });
  });

  it.each([
    ['a repeated parameter', '&period=2026-Q3', 'request.repeatedParameter'],
    ['a parameter without a value', '&asOfPosition=', 'request.emptyParameter'],
    ['an unknown parameter', '&debug=1', 'request.contractViolated'],
    ['a parameter in brackets', '&asOf[day]=2026-11-20', 'request.contractViolated'],
    ['a prototype', '&__proto__=1', 'request.contractViolated'],
    ['a number in another notation', '&asOfPosition=0x10', 'request.contractViolated'],
    ['a position that is none', '&after=-1', 'request.badHeader'],
  ])('refuses %s', async (_, more, code) => {
    const response = await platform.request(REPORT + more, { token });
    expect(await told(response)).toMatchObject({ status: 400, code });
    expect(platform.heard).toEqual([]);
  });
});

describe('Bad input at the door of HTTP', () => {
  const post = (body: string | Buffer, type = 'application/json') =>
    platform.request(COMMAND, { method: 'POST', token, body, headers: { 'Content-Type': type } });
  const deep = '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000);

  it.each([
    ['broken JSON', '{"taskId": "t1",', 400, 'request.notJson'],
    ['JSON that is not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400, 'request.notJson'],
    ['a bare number', '5', 400, 'request.contractViolated'],
    ['a list', '[]', 400, 'request.contractViolated'],
    ['null', 'null', 400, 'request.contractViolated'],
    ['nothing', '', 400, 'request.contractViolated'],
    [
      'wrong types',
      '{"taskId":{"$ne":1},"progressPercent":"50","note":[],"evidence":{},"reportedOn":7}',
      400,
      'request.contractViolated',
    ],
    [
      'a prototype',
      '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}',
      400,
      'request.contractViolated',
    ],
    ['objects nested fifty thousand deep', deep, 400, 'request.contractViolated'],
    [
      'evidence nested fifty thousand deep',
      JSON.stringify({ ...progress, evidence: [0] }).replace('[0]', `[${deep}]`),
      400,
      'request.contractViolated',
    ],
    ['a message of 10 MB', `{"note":"${'x'.repeat(10_000_000)}"}`, 413, 'request.tooLarge'],
    ['10 MB that say they are small', new Blob(['x'.repeat(10_000_000)]).stream(), 413, 'request.tooLarge'],
  ])('%s is refused clearly', async (_, body, status, code) => {
    const response = await (body instanceof ReadableStream
      ? platform.request(COMMAND, {
          method: 'POST',
          token,
          body,
          duplex: 'half',
          headers: { 'Content-Type': 'application/json' },
        })
      : post(body));
    expect(await told(response)).toMatchObject({ status, code });
    expect(platform.heard).toEqual([]);
  });

  it.each([
    ['text/plain', '{}'],
    ['application/x-www-form-urlencoded', 'taskId=t1'],
    ['application/xml', '<a/>'],
    ['application/json; charset=gbk', '{}'],
  ])('content of type %s is refused', async (type, body) => {
    expect(await told(await post(body, type))).toMatchObject({ status: 415, code: 'request.wrongMediaType' });
  });

  it.each([
    ['POST', '/api/supervision/task/explode', 404, null],
    ['GET', '/api/supervision/secrets', 404, null],
    ['GET', '/api/nothing', 404, null],
    ['GET', '/api/supervision/task/report-progress/more', 404, null],
    ['GET', COMMAND, 405, 'POST'],
    ['DELETE', COMMAND, 405, 'POST'],
    ['POST', '/api/supervision/programmes', 405, 'GET, HEAD'],
    ['PUT', '/api/sessions', 405, 'POST'],
    ['PATCH', '/api/accounts', 405, 'GET, HEAD, POST'],
    ['POST', '/metrics', 405, 'GET, HEAD'],
  ])('%s %s is answered %i', async (method, path, status, allow) => {
    const response = await platform.request(path, { method, token });
    expect(response.headers.get('allow')).toBe(allow);
    expect((await told(response)).status).toBe(status);
  });

  it('an address that cannot be decoded is refused', async () => {
    expect(await told(await platform.request('/api/%E0%A4%A/x', { token }))).toMatchObject({ status: 400 });
  });

  it.each([
    ['no session', {}],
    ['a token that was never given out', { Authorization: 'Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['another scheme', { Authorization: 'Basic YWRtaW46YWRtaW4=' }],
    ['a forged cookie', { Cookie: "gongyou_session=' OR 1=1 --" }],
  ])('with %s nothing is answered', async (_, headers) => {
    const response = await platform.request(COMMAND, { json: progress, headers });
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="gongyou"');
    expect(await told(response)).toMatchObject({ status: 401, code: 'account.notSignedIn' });
    expect(platform.heard).toEqual([]);
  });

  it('what is no HTTP at all does not stop the gateway', async () => {
    const { port } = new URL(platform.gateway.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.end('\u0000\u0001 nonsense\r\n\r\n'));
      socket
        .once('close', () => resolve())
        .on('error', () => undefined)
        .resume();
    });
    expect((await platform.request('/health/live')).status).toBe(200);
  });
});

describe('A request that a browser sends', () => {
  const withCookie = async (headers: Record<string, string>): Promise<Response> => {
    const { token: value } = await platform.logIn('officer', 'the password of officer');
    return platform.request(COMMAND, { json: progress, headers: { Cookie: `gongyou_session=${value}`, ...headers } });
  };

  it.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['another host of the same site', { 'Sec-Fetch-Site': 'same-site' }],
    ['another origin', { Origin: 'https://evil.example' }],
    ['a page without an origin', { Origin: 'null' }],
  ])('for %s with the session’s cookie is refused', async (_, headers) => {
    expect(await told(await withCookie(headers))).toMatchObject({ status: 403, code: 'request.otherOrigin' });
    expect(platform.heard).toEqual([]);
  });

  it('for a page of the gateway is taken', async () => {
    expect((await withCookie({ Origin: platform.gateway.url, 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200);
    expect((await withCookie({ Origin: platform.gateway.url })).status).toBe(200);
  });
});

describe('When the services are away', () => {
  it('a command is answered as one that may be sent again', async () => {
    const gone = await GatewayOnTestServers.start();
    try {
      const admin = await gone.admin();
      await gone.silence();
      const response = await gone.request(COMMAND, { token: admin, json: progress });
      expect(response.headers.get('retry-after')).toBe('1');
      expect(await told(response)).toMatchObject({ status: 503, code: 'platform.noService', retryable: true });
    } finally {
      await gone.stop();
    }
  });
});

describe('Health', () => {
  it('is ready once the projection answers and is not far behind', async () => {
    await until('the directory is read', async () => (await platform.request('/health/ready')).status === 200);
    platform.projection = { ...platform.projection, head: 5000, lag: 4993 };
    const behind = await platform.request('/health/ready');
    expect(behind.status).toBe(503);
    expect(await behind.json()).toEqual({
      status: 'notReady',
      missing: [{ part: 'projection', reason: '4993 events behind the ledger' }],
    });
    platform.projection = { ...platform.projection, head: 7, lag: 0 };
  });

  it('says what is missing when the bus is gone, and comes back with it', async () => {
    const alone = await GatewayOnTestServers.start();
    try {
      await until('it is ready', async () => (await alone.request('/health/ready')).status === 200);
      await alone.nats.kill();
      const response = await alone.request('/health/ready');
      const { missing } = (await response.json()) as { missing: { part: string }[] };
      expect(response.status).toBe(503);
      expect(missing.map(({ part }) => part)).toEqual(expect.arrayContaining(['bus', 'projection']));
      expect((await alone.request('/health/live')).status).toBe(200);
      await alone.nats.start();
      await until('it is ready again', async () => (await alone.request('/health/ready')).status === 200);
    } finally {
      await alone.stop();
    }
  });

  it('shows durations and the projection to Prometheus, under the routes of the contracts', async () => {
    await platform.request(COMMAND, { token, json: progress });
    await platform.request('/api/supervision/made-up-by-a-scanner', { token });
    await platform.request('/api/sessions/current', { token });
    const text = await (await platform.request('/metrics')).text();
    expect(text).toContain(
      `gongyou_http_request_duration_seconds_count{method="POST",route="${COMMAND}",status="200"}`,
    );
    expect(text).toContain(
      'gongyou_gateway_nats_request_duration_seconds_count{operation="supervision.task.report-progress",outcome="answered"}',
    );
    expect(text).toContain('gongyou_projection_position 7');
    expect(text.includes('made-up-by-a-scanner')).toBe(false);
  });
});

describe('The log', () => {
  it('holds a line for each request, with its correlation, and nothing that was asked', async () => {
    const traceparent = '00-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-00f067aa0ba902b7-01';
    await platform.request('/api/supervision/task?task=secret-task-name', { token, headers: { traceparent } });
    await until('the line is written', () =>
      platform.logged.some((line) => line.includes('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')),
    );
    const line = platform.logged.find((each) => each.includes('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'))!;
    expect(line).toContain('/api/supervision/task');
    const all = platform.logged.join('');
    expect(['secret-task-name', token, '已完成一半'].filter((each) => all.includes(each))).toEqual([]);
  });
});

describe('The documents', () => {
  it('describe sessions, accounts and every command at its route', async () => {
    const document = (await (await platform.request('/api/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, unknown>;
    };
    expect(document.openapi).toBe('3.1.0');
    const routes = [
      COMMAND,
      '/api/sessions',
      '/api/sessions/current',
      '/api/accounts',
      '/api/accounts/{accountId}/grants',
    ];
    expect(routes.filter((route) => !(route in document.paths))).toEqual([]);
    const messages = (await (await platform.request('/api/asyncapi.json')).json()) as { asyncapi: string };
    expect(messages.asyncapi).toMatch(/^3\./);
  });

  it('can be read on a page whose scripts and styles come from the gateway', async () => {
    const response = await platform.request('/api/docs');
    const text = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    const sources = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(
      ([, source]) => new URL(source!, `${platform.gateway.url}/api/docs`),
    );
    expect(sources.length).toBeGreaterThan(2);
    for (const source of sources) {
      expect(source.origin).toBe(platform.gateway.url);
      expect((await fetch(source)).status).toBe(200);
    }
    expect(text).not.toMatch(/<script>[^<]*\S[^<]*<\/script>/);
  });
});
