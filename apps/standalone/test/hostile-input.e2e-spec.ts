import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect as connectSocket, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import {
  commandContracts,
  commandRoute,
  commandSubject,
  type NewEvent,
  queryContracts,
  queryRoute,
  querySubject,
} from '@gongyou/contracts';
import { addDays, dayOfInstant } from '@gongyou/domain';
import { type Problem, type ProblemKind, problemKinds } from '@gongyou/messaging';
import { bundledProgrammes } from '@gongyou/programmes';
import { headers as natsHeaders, type NatsConnection } from 'nats';
import { uuidv7 } from 'uuidv7';
import { httpRefusalOf, MARK, refusalOf } from './hostile/refusal';
import { placesOfContract, wrongBodies } from './hostile/wrong-bodies';
import { send, WholePlatform } from './whole-platform';

const today = dayOfInstant(new Date());
const TASK = 'example-wage-accounts-harbour';
const subject = 'cmd.harbour-hr.supervision.task.report-progress';
const route = '/api/supervision/task/report-progress';
const REPORT = '/api/reporting/leading-group-report';

const report = { taskId: TASK, progressPercent: 40, note: '已开立', evidence: [], reportedOn: today };
const broken: [string, string | Uint8Array][] = [
  ['no JSON at all', MARK],
  ['JSON that breaks off', JSON.stringify(report).slice(0, -1)],
  ['two values', '{}{}'],
  ['a comma too many', '{"taskId":"t",}'],
  ['a number that JSON does not know', '{"progressPercent":NaN}'],
  ['bytes that are no UTF-8', Uint8Array.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d])],
  ['UTF-16', Buffer.from(JSON.stringify(report), 'utf16le')],
  ['a lone NUL', Uint8Array.from([0])],
];
const unfit: [string, string][] = [
  ['nothing', ''],
  ['null', 'null'],
  ['a number', '7'],
  ['a text', `"${MARK}"`],
  ['a list', `[${JSON.stringify(report)}]`],
  ['100,000 levels of lists', `{"evidence":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ['100,000 levels of objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  ['300,000 empty objects in a list', `{"evidence":[${'{},'.repeat(299_999)}{}]}`],
  ['80,000 unknown fields', `{${Array.from({ length: 80_000 }, (_, index) => `"f${index}":1`).join(',')}}`],
  ['a field whose name is 900,000 characters long', `{"${'名'.repeat(300_000)}":1}`],
  ['the same field twice, the last one wrong', JSON.stringify(report).replace('}', `,"progressPercent":"${MARK}"}`)],
  [
    'fields that every object has',
    JSON.stringify(report).replace('}', `,"__proto__":{"a":"${MARK}"},"constructor":"${MARK}"}`),
  ],
  ['a field whose name is markup', JSON.stringify(report).replace('}', ',"<script>alert(1)</script>":1}')],
];

describe('Bad input', () => {
  let platform: WholePlatform;
  let harbour: NatsConnection;
  let recorded: number;

  beforeAll(async () => {
    platform = await WholePlatform.start();
    harbour = await platform.system('harbour-hr');
    recorded = await platform.recorded();
  }, 120_000);
  afterEach(async () => {
    // Nothing half-done, and still there.
    expect(await platform.recorded()).toBe(recorded);
    const answer = await send(harbour, 'qry.harbour-hr.supervision.task', { task: TASK });
    expect(answer.json()).toMatchObject({ task: { taskId: TASK } });
  });
  afterAll(async () => platform?.close());

  const post = (path: string, body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}) =>
    platform.http(path, { method: 'POST', body, headers });
  const raw = (text: string | Uint8Array): Uint8Array => (typeof text === 'string' ? Buffer.from(text) : text);

  describe('on the message API', () => {
    it.each(broken)('is refused: %s', async (_, text) => {
      const answer = await harbour.request(subject, raw(text), { timeout: 15_000 });
      expect(refusalOf(answer)).toMatchObject({ code: 'request.notJson', status: 400, retryable: false });
    });

    it.each(unfit)('is refused, within a second or two: %s', async (_, text) => {
      const started = Date.now();
      const problem = refusalOf(await harbour.request(subject, raw(text), { timeout: 15_000 }));
      expect(problem).toMatchObject({ code: 'request.contractViolated', status: 400, retryable: false });
      expect(problem.violations?.length).toBeGreaterThan(0);
      expect(Date.now() - started).toBeLessThan(2_000);
    });

    it.each([...commandContracts(), ...queryContracts()].map((contract) => [contract.name, contract] as const))(
      'is refused wherever in %s a wrong value stands',
      async (_, contract) => {
        const isCommand = 'aggregate' in contract;
        const address = isCommand ? commandSubject(contract, 'harbour-hr') : querySubject(contract, 'harbour-hr');
        // Parameters of a query arrive as texts: there digits are a number.
        const bodies = wrongBodies(contract.class).filter(({ wrong }) => isCommand || wrong !== 'a text');
        expect([...new Set(bodies.map(({ place }) => place))].sort()).toEqual(placesOfContract(contract.class).sort());
        const faults: string[] = [];
        for (const { place, wrong, text } of bodies) {
          const { code, violations = [] } = refusalOf(await harbour.request(address, text, { timeout: 15_000 }));
          const top = `/${place.split('/')[1]}`;
          const isTold = violations.some(({ pointer }) => pointer === top || pointer.startsWith(`${top}/`));
          if (code !== 'request.contractViolated' || !isTold)
            faults.push(`${place}: ${wrong}: ${code} ${JSON.stringify(violations)}`);
        }
        expect(faults).toEqual([]);
      },
      120_000,
    );

    it('is not even delivered when no service takes such a command or query', async () => {
      for (const unknown of [
        'cmd.harbour-hr.supervision.task.destroy',
        'cmd.harbour-hr.nowhere.task.plan',
        'qry.harbour-hr.supervision.tasks.all',
        'cmd.harbour-hr',
      ]) {
        await expect(send(harbour, unknown, report)).rejects.toMatchObject({
          code: expect.stringMatching(/^(503|PERMISSIONS_VIOLATION)$/) as string,
        });
      }
    });

    it.each<[string, Record<string, string>]>([
      ['an expected revision that is no number', { 'Expected-Revision': 'NaN' }],
      ['an expected revision below zero', { 'Expected-Revision': '-1' }],
      ['an expected revision in digits without end', { 'Expected-Revision': '9'.repeat(400) }],
      ['an empty expected revision', { 'Expected-Revision': '' }],
      ['an idempotency key with a space', { 'Idempotency-Key': `a ${MARK}` }],
      ['an idempotency key that is too long', { 'Idempotency-Key': MARK.repeat(20) }],
      ['an idempotency key that is not ASCII', { 'Idempotency-Key': '工友' }],
      ['an empty idempotency key, which would protect from nothing', { 'Idempotency-Key': '' }],
    ])('is refused in its headers: %s', async (_, headers) => {
      const problem = refusalOf(await send(harbour, subject, report, headers));
      expect(problem).toMatchObject({
        status: 400,
        code: expect.stringMatching(/^request\.bad(Header|IdempotencyKey)$/) as string,
      });
    });

    it('is refused when a header is given twice with different values', async () => {
      const headers = natsHeaders();
      headers.append('Idempotency-Key', 'one');
      headers.append('idempotency-key', 'two');
      expect(
        refusalOf(await harbour.request(subject, JSON.stringify(report), { headers, timeout: 15_000 })),
      ).toMatchObject({ code: 'request.badHeader' });
    });

    it('is refused when its headers cannot be read', async () => {
      const socket = await loggedIn(platform);
      const inbox = '_INBOX.harbour-hr.raw';
      const headers = 'NATS/1.0\r\nBad Key\u0001: x\r\n\r\n';
      const body = JSON.stringify(report);
      socket.write(
        `SUB ${inbox} 1\r\nHPUB ${subject} ${inbox} ${headers.length} ${headers.length + Buffer.byteLength(body)}\r\n${headers}${body}\r\n`,
      );
      expect(await heard(socket, /"code":"[^"]+"/)).toContain('"code":"request.badHeader"');
      socket.destroy();
    });

    it('is cut off by nats-server at 10 MB, and by the client before that', async () => {
      await expect(send(harbour, subject, { ...report, note: 'x'.repeat(10_000_000) })).rejects.toMatchObject({
        code: 'MAX_PAYLOAD_EXCEEDED',
      });
      const socket = await loggedIn(platform);
      socket.on('error', () => undefined);
      // The size alone is enough: bytes that the server no longer reads would make it reset the connection before its word is heard.
      socket.write(`PUB ${subject} 10000000\r\n`);
      expect(await heard(socket, /-ERR '[^']*'/)).toContain('Maximum Payload Violation');
      socket.destroy();
    });

    it('gains nothing by headers that only the gateway may send', async () => {
      const grants = JSON.stringify([{ role: 'administrator', organizationId: '*' }]);
      const spoofed = { 'Gongyou-Grants': grants, 'Gongyou-Actor': 'user:admin', 'Gongyou-Causation-Id': MARK };
      const accept = refusalOf(
        await send(harbour, 'cmd.harbour-hr.supervision.task.accept', { taskId: TASK, acceptedOn: today }, spoofed),
      );
      expect(accept).toMatchObject({ status: 403, code: 'access.roleMissing' });
      const other = refusalOf(
        await send(harbour, subject, { ...report, taskId: 'example-wage-accounts-highway' }, spoofed),
      );
      expect(other).toMatchObject({ status: 403, code: 'access.outsideScope' });
    });

    it('is refused when it names what is not there, or what belongs to others', async () => {
      const value = {
        programmeId: 'cccc-reform',
        organizationId: 'example-group',
        period: today.slice(0, 4),
        numerator: 1,
        evidence: [],
        returnedOn: today,
      };
      const asked: [string, object, ProblemKind][] = [
        ['supervision.task.report-progress', { ...report, taskId: 'no-such-task' }, 'forbidden'],
        [
          'supervision.indicator-return.submit',
          { ...value, indicator: 'noSuchIndicator', unitId: 'example-harbour' },
          'refused',
        ],
        [
          'supervision.indicator-return.submit',
          { ...value, indicator: 'realNameRegistrationRate', unitId: 'no-such-unit' },
          'forbidden',
        ],
        [
          'supervision.indicator-return.submit',
          { ...value, indicator: 'realNameRegistrationRate', unitId: 'example-highway' },
          'forbidden',
        ],
        [
          'organization.unit.establish',
          { unitId: 'lost-crew', kind: 'crew', name: '一班', parentId: 'no-such-unit', establishedOn: today },
          'forbidden',
        ],
        ['organization.unit.rename', { unitId: 'example-highway', name: '改名', renamedOn: today }, 'forbidden'],
      ];
      for (const [name, body, kind] of asked) {
        const problem = refusalOf(await send(harbour, `cmd.harbour-hr.${name}`, body));
        expect([name, problem.code, problem.status]).toEqual([name, expect.any(String), problemKinds[kind].number]);
      }
    });

    it('is refused when it tells of a day that has not come', async () => {
      for (const reportedOn of [addDays(today, 1), '2199-12-31']) {
        expect(refusalOf(await send(harbour, subject, { ...report, reportedOn }))).toMatchObject({
          status: 422,
          code: 'supervision.task.dayInFuture',
        });
      }
    });

    it.each([
      '2026-2-3',
      '2026-02-30',
      '20261120',
      '2026-11-20T00:00:00Z',
      '2026-11-20 ',
      '２０２６-11-20',
      '0000-00-00',
      '-2026-11-20',
      '1e3',
      'today',
    ])('is refused when a day is written otherwise: %s', async (reportedOn) => {
      const { violations } = refusalOf(await send(harbour, subject, { ...report, reportedOn }));
      expect(violations).toEqual([expect.objectContaining({ pointer: '/reportedOn', rule: 'isDay' })]);
    });

    it.each([
      '',
      'a'.repeat(63),
      'a'.repeat(65),
      'A'.repeat(64),
      'g'.repeat(64),
      `${'a'.repeat(64)}\n`,
      `sha256:${'a'.repeat(64)}`,
    ])('is refused when the hash of a piece of evidence is none: %j', async (sha256) => {
      const evidence = [{ fileName: 'a.pdf', sha256 }];
      expect(refusalOf(await send(harbour, subject, { ...report, evidence })).violations).toMatchObject([
        { pointer: '/evidence/0/sha256' },
      ]);
    });

    it('is refused when it starts from a revision that is not the task’s, and says which is', async () => {
      const stale = refusalOf(await send(harbour, subject, report, { 'Expected-Revision': '7777' }));
      expect(stale).toMatchObject({
        status: 412,
        code: 'command.otherRevision',
        retryable: false,
        detail: { actualRevision: expect.any(Number) as number },
      });
    });
  });

  describe('over HTTP', () => {
    it.each(broken)('is refused: %s', async (_, text) => {
      const answer = httpRefusalOf(await post(route, raw(text)));
      expect(answer).toMatchObject({ status: 400, code: 'request.notJson' });
    });

    it.each(unfit)('is refused: %s', async (_, text) => {
      const started = Date.now();
      expect(httpRefusalOf(await post(route, text))).toMatchObject({ status: 400, code: 'request.contractViolated' });
      expect(Date.now() - started).toBeLessThan(2_000);
    });

    it.each([1_100_000, 10_000_000])('is refused when it is too large: %d bytes', async (size) => {
      expect(httpRefusalOf(await post(route, JSON.stringify({ ...report, note: 'x'.repeat(size) })))).toMatchObject({
        status: 413,
        code: 'request.tooLarge',
      });
    });

    it('is refused wherever in a command or query a wrong value stands', async () => {
      const faults: string[] = [];
      const posted = [
        ...commandContracts().map((contract) => ({ contract, route: commandRoute(contract) })),
        ...queryContracts()
          .filter(({ confidential }) => confidential)
          .map((contract) => ({ contract, route: queryRoute(contract) })),
      ];
      for (const { contract, route } of posted) {
        for (const { place, text } of wrongBodies(contract.class).filter(({ wrong }) => wrong === 'a list in a list')) {
          const { code } = httpRefusalOf(await post(`/api${route}`, text));
          if (code !== 'request.contractViolated') faults.push(`${contract.name} ${place}: ${code}`);
        }
      }
      for (const contract of queryContracts().filter(({ confidential }) => !confidential)) {
        for (const place of placesOfContract(contract.class)) {
          for (const value of ['%00', '%F0%9F%91%B7'.repeat(600), `${MARK}%07`]) {
            const { code } = httpRefusalOf(
              await platform.http(`/api${queryRoute(contract)}?${place.slice(1)}=${value}`),
            );
            if (code !== 'request.contractViolated') faults.push(`${contract.name} ${place}: ${code}`);
          }
        }
      }
      expect(faults).toEqual([]);
    }, 120_000);

    it('is told in the language that was asked for, and in Chinese when none was', async () => {
      for (const [asked, language] of [
        ['en', 'en'],
        ['zh-CN', 'zh-CN'],
        ['', 'zh-CN'],
        ['*;q=x, \u00ff'.repeat(50), 'zh-CN'],
        ['fr', 'zh-CN'],
      ] as const) {
        for (const body of ['{', '{"a":null}', JSON.stringify({ ...report, taskId: 'no-such-task' })]) {
          const answer = await post(route, body, { 'accept-language': asked });
          const { title, violations = [] } = httpRefusalOf(answer);
          expect(answer.headers.get('content-language')).toBe(language);
          for (const text of [title, ...violations.map(({ message }) => message)]) {
            expect([text, /\p{Script=Han}/u.test(text)]).toEqual([text, language === 'zh-CN']);
          }
        }
      }
    });

    it.each<[number, string, string, RequestInit]>([
      [404, 'request.unknownRoute', '/api/supervision/task/destroy', { method: 'POST', body: '{}' }],
      [404, 'request.unknownRoute', '/api/supervision/everything', {}],
      [404, 'request.unknownRoute', '/api/__proto__/constructor', {}],
      [404, 'request.unknownRoute', '/api/supervision/task/toString', { method: 'POST', body: '{}' }],
      [404, 'request.unknownRoute', '/api/..%2f..%2fetc/passwd', {}],
      [404, 'request.unknownRoute', '/api/', {}],
      [400, 'request.badAddress', '/api/supervision/%ff', {}],
      [400, 'request.badAddress', '/api/%c0%af/%', {}],
      [405, 'request.wrongMethod', route, {}],
      [405, 'request.wrongMethod', route, { method: 'DELETE' }],
      [405, 'request.wrongMethod', REPORT, { method: 'POST', body: '{}' }],
      [
        415,
        'request.wrongMediaType',
        route,
        { method: 'POST', body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      ],
      [415, 'request.wrongMediaType', route, { method: 'POST', body: '<a/>', headers: { 'content-type': 'text/xml' } }],
      [
        415,
        'request.wrongMediaType',
        route,
        { method: 'POST', body: '{}', headers: { 'content-type': 'application/json; charset=gb2312' } },
      ],
      [400, 'request.notJson', route, { method: 'POST', body: '{}', headers: { 'content-encoding': 'gzip' } }],
      [
        415,
        'request.wrongMediaType',
        route,
        { method: 'POST', body: '{}', headers: { 'content-encoding': 'zip-bomb' } },
      ],
      [
        413,
        'request.tooLarge',
        route,
        { method: 'POST', body: gzipSync(' '.repeat(50_000_000)), headers: { 'content-encoding': 'gzip' } },
      ],
      [
        400,
        'request.badHeader',
        route,
        { method: 'POST', body: JSON.stringify(report), headers: { 'if-match': 'W/"1"' } },
      ],
      [
        400,
        'request.badHeader',
        route,
        { method: 'POST', body: JSON.stringify(report), headers: { 'if-match': '-1' } },
      ],
      [400, 'request.badHeader', route, { method: 'POST', body: JSON.stringify(report), headers: { 'if-match': '*' } }],
      [
        412,
        'command.otherRevision',
        route,
        { method: 'POST', body: JSON.stringify(report), headers: { 'if-match': '"7777"' } },
      ],
      [
        400,
        'request.badIdempotencyKey',
        route,
        { method: 'POST', body: JSON.stringify(report), headers: { 'idempotency-key': `a ${MARK}` } },
      ],
      [
        400,
        'request.badIdempotencyKey',
        route,
        { method: 'POST', body: JSON.stringify(report), headers: { 'idempotency-key': '' } },
      ],
      [
        400,
        'request.badIdempotencyKey',
        route,
        { method: 'POST', body: JSON.stringify(report), headers: { 'idempotency-key': MARK.repeat(20) } },
      ],
      [400, 'request.badHeader', `${REPORT}?programme=cccc-reform&organization=example-group&period=2026&after=-1`, {}],
      [
        400,
        'request.repeatedParameter',
        `${REPORT}?programme=cccc-reform&programme=x&organization=example-group&period=2026`,
        {},
      ],
      [400, 'request.emptyParameter', `${REPORT}?programme=&organization=example-group&period=2026`, {}],
      [
        400,
        'request.contractViolated',
        `${REPORT}?programme=cccc-reform'--&organization=example-group&period=2026`,
        {},
      ],
      [
        400,
        'request.contractViolated',
        `${REPORT}?programme=cccc-reform&organization=example-group&period=2026-Q5`,
        {},
      ],
      [400, 'request.contractViolated', `${REPORT}?programme[]=cccc-reform&organization=example-group&period=2026`, {}],
      [
        400,
        'request.contractViolated',
        `${REPORT}?programme=cccc-reform&organization=example-group&period=2026&__proto__[admin]=1`,
        {},
      ],
      [404, 'account.unknown', "/api/accounts/'%20OR%201=1--/disable", { method: 'POST', body: '{}' }],
      [400, 'request.contractViolated', "/api/accounts?cursor='%20OR%201=1--", {}],
    ])('is refused with %d %s: %s', async (status, code, path, init) => {
      expect(httpRefusalOf(await platform.http(path, init))).toMatchObject({ status, code });
    });

    it('is refused when it names units of another tree', async () => {
      const root = { unitId: 'other-group', kind: 'group', name: '别的集团', establishedOn: today };
      expect((await post('/api/organization/unit/establish', JSON.stringify(root))).status).toBe(200);
      recorded += 1;
      const task = {
        taskId: 'across-trees',
        programmeId: 'cccc-reform',
        organizationId: 'example-group',
        measureId: 'cc-13',
        title: '跨树',
        cooperatingUnitIds: [],
        dueOn: today,
      };
      for (const units of [
        { ownerUnitId: 'other-group' },
        { ownerUnitId: 'example-harbour', cooperatingUnitIds: ['example-port', 'other-group'] },
      ]) {
        const refused = httpRefusalOf(await post('/api/supervision/task/plan', JSON.stringify({ ...task, ...units })));
        expect(refused).toMatchObject({ status: 422, code: 'supervision.adopterUnit.outside' });
      }
    });

    it('does not wait without end for a position that never comes', async () => {
      const answer = await platform.http(
        `${REPORT}?programme=cccc-reform&organization=example-group&period=2026&after=999999999999999`,
      );
      expect([answer.status, JSON.parse(answer.text)]).toMatchObject([
        503,
        { code: 'reporting.notYetThere', retryable: true },
      ]);
    });

    it.each([
      'x',
      'e30',
      '__proto__',
      '-'.repeat(2000),
      Buffer.from('[]').toString('base64url'),
      Buffer.from('null').toString('base64url'),
      Buffer.from(`{"v":1,"indicator":"${MARK}'; DROP TABLE posting; --"}`).toString('base64url'),
      Buffer.from(`${'['.repeat(700)}${']'.repeat(700)}`).toString('base64url'),
      '%00',
      '<script>',
      'x'.repeat(2001),
    ])('is refused as the id of a figure: %s', async (figure) => {
      expect(
        httpRefusalOf(await platform.http(`/api/reporting/figure-events?figure=${encodeURIComponent(figure)}`)).status,
      ).toBe(400);
      const page = await platform.http(`/figure?figure=${encodeURIComponent(figure)}`);
      expect([page.status, page.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8']);
      expect(page.text).not.toMatch(/<script|DROP TABLE/);
    });

    it.each([
      [
        '/api/supervision/tasks?programme=cccc-reform&organization=example-group&cursor=',
        ['x', '2026-11-20', '2026-02-30.a', "2026-11-20'.a", `${MARK}.1`],
      ],
      [
        '/api/organization/units?organization=example-group&cursor=',
        ["'; DROP TABLE unit; --", '<script>', '\u202e', 'x'.repeat(64)],
      ],
    ] as const)('is refused or leads nowhere as a cursor: %s', async (path, cursors) => {
      for (const cursor of cursors) {
        const answer = await platform.http(`${path}${encodeURIComponent(cursor)}`);
        if (answer.status !== 200) expect(httpRefusalOf(answer)).toMatchObject({ status: 400 });
      }
    });

    it('is refused at the login, whatever stands in the fields', async () => {
      for (const [username, password] of [
        ["admin' OR '1'='1", 'x'],
        ['admin\u0000', 'x'],
        ['admin', '\u0000'],
        ['\ud83d', '\ud83d'],
        ['ADMIN', 'x'],
        ['__proto__', 'constructor'],
        ['${jndi:ldap://x}', 'x'],
      ]) {
        const answer = await fetch(`${platform.url}/api/sessions`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ username, password }),
        });
        expect(httpRefusalOf({ status: answer.status, text: await answer.text(), headers: answer.headers }).code).toBe(
          'account.loginFailed',
        );
      }
      for (const body of [
        { username: 'admin' },
        { username: ['admin'], password: { length: 12 } },
        { username: 'admin', password: 'x'.repeat(201) },
        { username: 'admin', password: 'x', role: 'administrator' },
      ]) {
        const answer = await post('/api/sessions', JSON.stringify(body));
        expect(httpRefusalOf(answer)).toMatchObject({ status: 400, code: 'request.contractViolated' });
      }
    });

    it('is refused when it would make an account out of nothing', async () => {
      const grants = [{ role: 'inspector', organizationId: 'example-group' }];
      for (const body of [
        {},
        { username: 'Ångström', grants },
        { username: "x'; DROP TABLE account; --", grants },
        { username: 'inspector', grants: [] },
        { username: 'inspector', grants: [{ role: 'platform', organizationId: '*' }] },
        { username: 'inspector', grants: [{ role: 'inspector', organizationId: '../*' }] },
      ]) {
        expect(httpRefusalOf(await post('/api/accounts', JSON.stringify(body)))).toMatchObject({
          status: 400,
          code: 'request.contractViolated',
        });
      }
      expect(
        httpRefusalOf(
          await post(
            '/api/accounts',
            JSON.stringify({ username: 'inspector', grants: [{ role: 'inspector', organizationId: 'no-such-unit' }] }),
          ),
        ).code,
      ).toBe('account.unknownUnit');
    });

    it.each(['Bearer x', `Bearer ${'a'.repeat(43)}`, "Bearer ' OR 1=1 --", 'Basic YWRtaW46eA==', '', 'Bearer'])(
      'lets nobody in with the authorization %j',
      async (authorization) => {
        const answer = await fetch(
          `${platform.url}${REPORT}?programme=cccc-reform&organization=example-group&period=2026`,
          { headers: { authorization } },
        );
        expect(
          httpRefusalOf({ status: answer.status, text: await answer.text(), headers: answer.headers }),
        ).toMatchObject({ status: 401, code: 'account.notSignedIn' });
      },
    );

    it.each([
      '/report',
      '/report?programme=<script>alert(1)</script>&organization=example-group&period=2026',
      '/report?programme=cccc-reform&organization="><script>&period=2026',
      '/report?programme=cccc-reform&organization=example-group&period=2026&<script>=1',
      '/report.json?programme=%00',
      '/figure',
      '/figure?<img%20src=x>=1',
      '/%3Cscript%3E',
      '/report/<script>',
      '/?next="><script>alert(1)</script>',
      '/?next=//evil.example/',
      '/?next=javascript:alert(1)',
    ])('never comes back as markup in a page: %s', async (path) => {
      for (const headers of [undefined, { authorization: 'Bearer x' }]) {
        const page = await platform.http(path, headers && { headers });
        expect(page.status).toBeLessThan(500);
        expect(page.text).not.toMatch(/<script|<img|evil\.example|javascript:/);
      }
    });

    it('gets the login form again, and no more, from the login form', async () => {
      const form = (body: string) =>
        fetch(`${platform.url}/login`, {
          method: 'POST',
          redirect: 'manual',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body,
        });
      for (const body of [
        '',
        'username=admin',
        'username=a&username=b&password=x',
        'username=<script>&password=x',
        'username=%00&password=%ff',
        '__proto__=1&constructor=2&password=x',
        `next=//evil.example&username=admin&password=x`,
      ]) {
        const answer = await form(body);
        const text = await answer.text();
        expect([body, answer.status >= 400 && answer.status < 500]).toEqual([body, true]);
        expect(text).not.toMatch(/<script|evil\.example/);
      }
      expect((await form(`username=${'x'.repeat(1_100_000)}`)).status).toBe(413);
      expect((await form(Array.from({ length: 5_000 }, (_, index) => `f${index}=1`).join('&'))).status).toBe(413);
    });

    it('makes no difference to the correlation id when it is a traceparent', async () => {
      for (const traceparent of [
        'x',
        `00-${'0'.repeat(32)}-${'0'.repeat(16)}-00`,
        `00-${'G'.repeat(32)}-${'a'.repeat(16)}-01`,
        MARK,
      ]) {
        const answer = await post(route, '{', { traceparent });
        expect(answer.headers.get('x-correlation-id')).toMatch(/^(?!0{32})[0-9a-f]{32}$/);
      }
    });
  });

  describe('as a programme', () => {
    const sound = { ...structuredClone(bundledProgrammes()[0]!), programmeId: 'hostile-programme' };
    const publish = (programme: object) => post('/api/supervision/programme/publish', JSON.stringify({ programme }));

    it('is refused with all its faults when it goes round in a circle and names a department that is not there', async () => {
      const programme = structuredClone(sound);
      const measure = programme.measures.find(({ items }) => items.length >= 2)!;
      const [first, second] = measure.items;
      first!.withinProvisionId = second!.provisionId;
      second!.withinProvisionId = first!.provisionId;
      measure.leadDepartmentIds = [...measure.leadDepartmentIds, 'no-such-department'];
      measure.partId = 'no-such-part';
      const answer = await publish(programme);
      const problem = httpRefusalOf(answer) as unknown as {
        code: string;
        figures: { faultCount: number; faults: { code: string; zh: string; en: string; path: string }[] };
      };
      expect([answer.status, problem.code]).toEqual([422, 'supervision.programme.faulty']);
      expect(problem.figures.faults.map(({ code }) => code).sort()).toEqual([
        'supervision.programme.provisionCycle',
        'supervision.programme.unknownDepartment',
        'supervision.programme.unknownPart',
      ]);
      expect(problem.figures.faults.every(({ zh, en, path }) => zh && en && path)).toBe(true);
    });

    it('is refused when it is too long to be stored', async () => {
      const programme = structuredClone(sound);
      for (const { items } of programme.measures)
        for (const item of items) item.text = { zh: '长'.repeat(1500), en: 'long '.repeat(300) };
      const answer = httpRefusalOf(await publish(programme));
      expect([
        answer.status === 413 || answer.status === 422 || answer.code === 'request.contractViolated',
        answer.code,
      ]).toEqual([true, answer.code]);
    });
  });

  describe('from a service that sends rubbish to the ledger', () => {
    let supervision: NatsConnection;
    const good = (): NewEvent => ({
      eventId: uuidv7(),
      type: 'DayClosed',
      version: 1,
      data: JSON.stringify({ day: '2020-01-01' }),
      occurredAt: new Date().toISOString(),
      actor: 'client:rubbish',
      client: 'rubbish',
      organizationId: 'example-group',
      correlationId: randomUUID(),
      causationId: randomUUID(),
    });
    const ask = async (where: string, request: unknown): Promise<Problem> =>
      refusalOf(
        await supervision.request(where, typeof request === 'string' ? request : JSON.stringify(request), {
          timeout: 15_000,
        }),
      );
    const append = (event: object, around: object = {}) =>
      ask('ledger.append', { appends: [{ stream: 'rubbish-1', expected: 'any', events: [event], ...around }] });

    beforeAll(async () => (supervision = await platform.part('supervision')));

    it.each<[string, object]>([
      ['an event from the future', { occurredAt: new Date(Date.now() + 3_600_000).toISOString() }],
      ['an event at no instant', { occurredAt: '2026-02-30T25:61:61.000Z' }],
      ['an event of an unknown type', { type: 'Rubbish' }],
      ['an event named like a method', { type: 'constructor' }],
      ['an event of a later version', { version: 2 }],
      ['an event of version zero', { version: 0 }],
      ['data that is no JSON', { data: '{' }],
      ['data that is null', { data: 'null' }],
      ['data that is a list', { data: '[]' }],
      ['data with a field too many', { data: `{"day":"2020-01-01","x":"${MARK}"}` }],
      ['data with a prototype', { data: '{"day":"2020-01-01","__proto__":{}}' }],
      ['data of a wrong type', { data: '{"day":20200101}' }],
      ['data that is nested without end', { data: '['.repeat(100_000) + ']'.repeat(100_000) }],
      ['data on two lines', { data: '{\n"day":"2020-01-01"}' }],
      ['data that is too large', { data: `{"day":"2020-01-01"}${' '.repeat(262_144)}` }],
      ['data that is an object', { data: { day: '2020-01-01' } }],
      ['an id that is no UUIDv7', { eventId: randomUUID() }],
      ['an id with SQL in it', { eventId: "'; DROP TABLE ledger.events; --" }],
      ['an actor with a NUL', { actor: `${MARK}\u0000` }],
      ['no actor', { actor: '' }],
      ['half a pair', { client: `${MARK}\ud83d` }],
      ['a field too many', { position: 7 }],
    ])('is refused: %s', async (_, change) => {
      expect(await append({ ...good(), ...change })).toMatchObject({ status: 400 });
    });

    it.each<[string, object]>([
      ['a stream with a line break', { stream: `rubbish-1\n${MARK}` }],
      ['a stream with a personal number where none may be', { stream: `wages_${MARK}` }],
      ['a revision that is no whole number', { expected: 1.5 }],
      ['a revision below zero', { expected: -1 }],
      [
        'a command id with a NUL, which PostgreSQL would refuse with the whole batch',
        { command: { commandId: 'a\u0000', fingerprint: 'f' } },
      ],
      ['a fingerprint with half a pair', { command: { commandId: 'a', fingerprint: '\ud83d' } }],
      ['neither events nor a command', { events: [] }],
      ['too many events', { events: Array.from({ length: 1001 }, () => ({})) }],
    ])('is refused: %s', async (_, around) => {
      expect(await append(good(), around)).toMatchObject({ status: 400 });
    });

    it('stores none of a request in which one append is wrong', async () => {
      const appends = [
        { stream: 'rubbish-1', expected: 'any', events: [good()] },
        { stream: 'rubbish-2', expected: 'any', events: [{ ...good(), type: 'Rubbish' }] },
      ];
      expect(await ask('ledger.append', { appends })).toMatchObject({ code: 'ledger.unknownEvent' });
    });

    it.each<[string, unknown]>([
      ['ledger.append', '{'],
      ['ledger.append', '[]'],
      ['ledger.append', ''],
      ['ledger.append', { appends: [] }],
      ['ledger.append', { appends: 'x' }],
      ['ledger.read', {}],
      ['ledger.read', { stream: 'task-1\u0000', from: 0, limit: 1 }],
      ['ledger.read', { stream: 'task-1', from: Number.MAX_SAFE_INTEGER, limit: 1 }],
      ['ledger.read', { stream: "task-1'; --", from: 0, limit: 1 }],
      ['ledger.read', { stream: 'task-1', from: -1, limit: 1 }],
      ['ledger.read', { stream: 'task-1', from: 0, limit: 0 }],
      ['ledger.feed', { after: '0', limit: 1, waitMs: 0 }],
      ['ledger.feed', { after: -2, limit: 1, waitMs: 0 }],
      ['ledger.feed', { after: 0, limit: 1, waitMs: 0, types: ['a\u0000'] }],
      ['ledger.feed', { after: 0, limit: 1, waitMs: 0, types: Array.from({ length: 201 }, () => 'DayClosed') }],
      ['ledger.command', { commandId: 7 }],
      ['ledger.command', { commandId: '\u0000' }],
    ])('is refused on %s: %.80j', async (where, request) => {
      expect(await ask(where, request)).toMatchObject({ status: 400, retryable: false });
    });

    it('cannot come from an enterprise system at all', async () => {
      for (const where of [
        'ledger.append',
        'ledger.read',
        'ledger.feed',
        'events.supervision.DayClosed',
        '$JS.API.STREAM.DELETE.EVENTS',
        '_INBOX.supervision.x',
      ]) {
        await expect(send(harbour, where, {})).rejects.toMatchObject({ code: 'PERMISSIONS_VIOLATION' });
      }
    });
  });

  it('is all that an enterprise system can send once it was revoked', async () => {
    const revoke = await post(
      '/api/organization/enterprise-client/revoke',
      JSON.stringify({ clientName: 'harbour-hr' }),
    );
    expect(revoke.status).toBe(200);
    recorded += 1;
    let problem: Problem;
    // Until the service has heard of it: then it holds no role any more.
    do problem = refusalOf(await send(harbour, subject, { ...report, taskId: 'no-such-task' }));
    while (problem.code === 'access.outsideScope');
    expect(problem).toMatchObject({ status: 403, code: 'access.roleMissing' });
    expect(refusalOf(await send(harbour, subject, report))).toMatchObject({ status: 403, code: 'access.roleMissing' });
    const registered = await post(
      '/api/organization/enterprise-client/register',
      JSON.stringify({ clientName: 'harbour-hr', organizationId: 'example-harbour' }),
    );
    expect(registered.status).toBe(200);
    recorded += 1;
    do problem = refusalOf(await send(harbour, subject, { ...report, taskId: 'no-such-task' }));
    while (problem.code === 'access.roleMissing');
  });

  it('of no kind has been taken for a defect of ours', () => {
    expect(platform.log.filter((line) => /platform\.defect|Error:|QueryFailed|NatsStrategy/.test(line))).toEqual([]);
    expect(platform.log.join('\n')).not.toContain(MARK);
  });
});

/** A socket that has logged in to nats-server as the harbour's system, for what no client library would send. */
async function loggedIn(platform: WholePlatform): Promise<Socket> {
  const { user, pass } = platform.credentials('harbour-hr');
  const socket = connectSocket(platform.nats.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    `CONNECT ${JSON.stringify({ user, pass, verbose: false, headers: true, no_responders: true })}\r\nPING\r\n`,
  );
  await heard(socket, /PONG/);
  return socket;
}

/** What the server says until it has said something. */
function heard(socket: Socket, what: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      if (!what.test(said)) return;
      socket.off('data', listen);
      resolve(said);
    };
    socket.on('data', listen).once('close', () => reject(new Error(`the connection was closed: ${said}`)));
  });
}
