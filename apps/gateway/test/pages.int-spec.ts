import { createHash } from 'node:crypto';
import type {
  FigureEventsAnswer,
  LeadingGroupReport,
  StandingArea,
  StandingIndicatorLine,
  StandingIndicatorsAnswer,
} from '@gongyou/contracts';
import type { Period } from '@gongyou/domain';
import { Reply } from '@gongyou/messaging';
import canonicalize from 'canonicalize';
import { ADMIN_PASSWORD, GatewayOnTestServers, problemReply } from './gateway-on-test-servers';

let platform: GatewayOnTestServers;
beforeAll(async () => {
  platform = await GatewayOnTestServers.start();
});
afterAll(() => platform.stop());
beforeEach(() => {
  platform.heard.length = 0;
  platform.answers.clear();
});

const HOSTILE = '<img src=x onerror=alert(1)>"\'';
const REPORT = '/report?programme=cccc-reform&organization=zhongjiao&period=2026-Q4';

/** Posts a form as a browser does, with the cookie it holds. */
const submit = (path: string, fields: Record<string, string>, cookie = ''): Promise<Response> =>
  platform.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
  });

const cookieOf = (response: Response): string => response.headers.get('set-cookie')!.split(';')[0]!;
const logIn = async (): Promise<string> =>
  cookieOf(await submit('/login', { username: 'admin', password: ADMIN_PASSWORD }));
const see = (path: string, cookie: string): Promise<Response> =>
  platform.request(path, { headers: { Cookie: cookie } });

let count = 0;
const figure = (value: number) => ({ figure: `ZmlndXJl${(count += 1)}`, value });
const tasks = (planned: number, overdue = 0) => ({
  planned: figure(planned),
  done: figure(0),
  overdue: figure(overdue),
  returned: figure(0),
  awaitingAcceptance: figure(0),
  progressReports: figure(planned),
  progressPercentPoints: figure(planned * 40),
});
const text = (zh: string) => ({ zh, en: zh });

const report = (): LeadingGroupReport => ({
  document: 'leading-group-report',
  documentVersion: 1,
  programme: { programmeId: 'cccc-reform', version: 1, title: text('改革实施方案') },
  organization: { unitId: 'zhongjiao', name: HOSTILE },
  adoptedBy: { unitId: 'zhongjiao', name: '中交', adoptedOn: '2026-01-05' },
  leadingGroup: { name: '领导小组', posts: [{ post: '组长', holder: '党委书记' }], officeUnitId: 'company-1' },
  period: { period: '2026-Q4', from: '2026-10-01', to: '2026-12-31' },
  asOf: { day: '2026-11-20', position: 41 },
  since: null,
  totals: tasks(2, 1),
  changes: tasks(1),
  targets: [
    {
      provisionId: 'CC-OG1',
      measureId: null,
      indicator: 'highlySkilledShare',
      op: '>=',
      target: 33,
      unit: 'percent',
      by: '2026-12-31',
      every: null,
      stated: 'number',
      source: 'returned',
      numerator: figure(34),
      denominator: figure(100),
      valueHundredths: 3400,
      previousHundredths: null,
      attained: true,
    },
  ],
  parts: [
    {
      partId: 'rights',
      title: text('维权'),
      measures: [
        {
          measureId: 'm13',
          number: 13,
          title: text('健全保障薪酬支付机制'),
          leadDepartments: [{ departmentId: 'd1', name: text('生产运营管理部'), unitId: 'company-1' }],
          cooperatingDepartments: [],
          tasks: tasks(2, 1),
          changes: tasks(1),
          targets: [
            {
              provisionId: 'CC-13b',
              measureId: 'm13',
              indicator: 'specialAccountRate',
              op: '>=',
              target: 100,
              unit: 'percent',
              by: null,
              every: 'month',
              stated: 'wording',
              source: 'returned',
              numerator: figure(79),
              denominator: figure(80),
              valueHundredths: 9875,
              previousHundredths: null,
              attained: false,
            },
          ],
        },
      ],
    },
  ],
  leadDepartments: [{ departmentId: 'd1', name: text('生产运营管理部'), measures: 1, tasks: tasks(2, 1) }],
});

describe('Logging in on the page', () => {
  it('leads to what was asked for', async () => {
    const away = await platform.request(REPORT);
    expect([away.status, away.headers.get('location')]).toEqual([303, `/?next=${encodeURIComponent(REPORT)}`]);
    const form = await (await platform.request(away.headers.get('location')!)).text();
    expect(form).toContain(`name="next" value="${REPORT.replaceAll('&', '&amp;')}"`);
    const entered = await submit('/login', { username: 'admin', password: ADMIN_PASSWORD, next: REPORT });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, REPORT]);
  });

  it.each([
    ['https://evil.example'],
    ['//evil.example'],
    ['/\\evil.example'],
    ['javascript:alert(1)'],
    ['/\t/evil.example'],
    [HOSTILE],
  ])('never leads to %j', async (next) => {
    const entered = await submit('/login', { username: 'admin', password: ADMIN_PASSWORD, next });
    expect(entered.headers.get('location')).toBe('/');
  });

  it('shows the form again after a wrong password, and nothing of what was typed', async () => {
    const failed = await submit('/login', { username: HOSTILE, password: 'a wrong password' });
    const page = await failed.text();
    expect([failed.status, failed.headers.get('set-cookie')]).toEqual([401, null]);
    expect(page).toContain('用户名或密码不正确');
    expect(page).not.toContain('onerror');
    expect(page).not.toContain('a wrong password');
  });

  it('is refused when another site sends the form', async () => {
    const forged = await platform.request('/login', {
      method: 'POST',
      body: new URLSearchParams({ username: 'admin', password: ADMIN_PASSWORD }),
      headers: { Origin: 'https://evil.example' },
    });
    expect([forged.status, forged.headers.get('set-cookie')]).toEqual([403, null]);
    expect(await forged.text()).toContain('拒绝来自其他网站的请求');
  });

  it('makes whoever has a temporary password choose another, twice the same', async () => {
    const created = await platform.request('/api/accounts', {
      token: await platform.admin(),
      json: { username: 'reader', grants: [{ role: 'inspector', organizationId: 'zhongjiao' }] },
    });
    const { password } = (await created.json()) as { password: string };
    const entered = await submit('/login', { username: 'reader', password, next: REPORT });
    expect(entered.headers.get('location')).toBe('/password');
    const cookie = cookieOf(entered);
    expect((await see(REPORT, cookie)).headers.get('location')).toBe('/password');
    expect((await see('/', cookie)).headers.get('location')).toBe('/password');

    const change = (fields: Record<string, string>) =>
      submit('/password', { username: 'reader', currentPassword: password, ...fields }, cookie);
    expect(await (await change({ newPassword: 'ten chars!', repeated: 'ten chars?' })).text()).toContain(
      '两次输入的新密码不一致',
    );
    expect(await (await change({ newPassword: 'short', repeated: 'short' })).text()).toContain('密码至少 10 个字符');
    expect((await change({ newPassword: 'ten chars!', repeated: 'ten chars!' })).headers.get('location')).toBe('/');
  });

  it('ends with the button', async () => {
    const cookie = await logIn();
    expect((await submit('/logout', {}, cookie)).headers.get('location')).toBe('/');
    expect(await (await see('/', cookie)).text()).toContain('<h1>登录</h1>');
  });
});

describe('The first page', () => {
  it('lists adopted programmes with their reports', async () => {
    const adoption = {
      programmeId: 'cccc-reform',
      programmeVersion: 1,
      organizationId: 'zhongjiao',
      organizationName: '中交',
      adoptedOn: '2026-01-05',
      leadingGroup: { name: '领导小组', posts: [] },
      officeUnitId: 'x',
      departments: [],
    };
    platform.answers.set('qry.gateway.supervision.adoptions', Reply.json({ adoptions: [adoption], position: 1 }));
    platform.answers.set(
      'qry.gateway.supervision.programmes',
      Reply.json({
        programmes: [{ programmeId: 'cccc-reform', version: 1, title: text('改革实施方案'), measures: 21 }],
        position: 1,
      }),
    );
    const { token } = await platform.person('crew-officer', 'unitOfficer', 'project-7');
    const page = await (await see('/', `gongyou_session=${token}`)).text();
    expect(page).toContain('改革实施方案');
    // He stands below the adopter: the report is about his own unit.
    expect(page).toContain('/report?programme=cccc-reform&amp;organization=project-7&amp;period=');
    expect(page).toContain('/liaison-board?organization=project-7');

    const { token: elsewhere } = await platform.person('haimen-officer', 'unitOfficer', 'haimen');
    const without = await (await see('/', `gongyou_session=${elsewhere}`)).text();
    expect(without).toContain('还没有采纳改革实施方案');
    expect(without).toContain('/standing?organization=haimen');
  });
});

describe('The report as a page', () => {
  const answerWith = (shown: LeadingGroupReport): string => {
    const sha256 = createHash('sha256').update(canonicalize(shown)!).digest('hex');
    platform.answers.set('qry.gateway.reporting.leading-group-report', Reply.json({ report: shown, sha256 }));
    const item = { provisionId: 'CC-13b', text: text('刚性落实农民工工资专用账户管理制度') };
    platform.answers.set(
      'qry.gateway.supervision.programme',
      Reply.json({ programme: { items: [], measures: [{ items: [item] }] } }),
    );
    return sha256;
  };

  it('shows every figure as a link to its events, marks returned numbers, and escapes what people wrote', async () => {
    const shown = report();
    const sha256 = answerWith(shown);
    const response = await see(`${REPORT}&asOfDay=&asOfPosition=`, await logIn());
    const page = await response.text();
    expect(response.status).toBe(200);
    const figures = [...JSON.stringify(shown).matchAll(/"figure":"(\w+)"/g)].map(([, id]) => id!);
    // Of the changes of a lead department and of the measure nothing is left out either.
    expect(figures.filter((id) => !page.includes(`/figure?figure=${id}"`))).toEqual([]);
    expect(page).toContain('<span class="mark">填报</span>');
    expect(page).toContain(sha256);
    expect(page).toContain('98.75%');
    expect(page).toMatch(/方案总体目标[^]*highlySkilledShare[^]*34%[^]*已达成[^]*各项举措目标[^]*specialAccountRate/);
    expect(page).toContain('刚性落实农民工工资专用账户管理制度');
    expect(page).not.toContain('<img');
    expect(page).not.toMatch(/<script|\sstyle="|\son\w+="/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    // Fields of the form that were left empty ask for nothing.
    expect(platform.heard[0]!.body).toEqual({ programme: 'cccc-reform', organization: 'zhongjiao', period: '2026-Q4' });
  });

  it('can be read when the wording of the programme is not there', async () => {
    answerWith(report());
    const texts = { zh: '没有这个方案', en: 'no such programme' };
    platform.answers.set(
      'qry.gateway.supervision.programme',
      problemReply({ status: 404, code: 'reporting.unknownProgramme', texts }),
    );
    expect(await (await see(REPORT, await logIn())).text()).toContain('specialAccountRate');
  });

  it('can be taken away as the very bytes that are hashed', async () => {
    const sha256 = answerWith(report());
    const file = await see(REPORT.replace('/report', '/report.json'), await logIn());
    expect(file.headers.get('content-disposition')).toBe(
      'attachment; filename="cccc-reform_zhongjiao_2026-Q4_2026-11-20_41.json"',
    );
    expect(
      createHash('sha256')
        .update(Buffer.from(await file.arrayBuffer()))
        .digest('hex'),
    ).toBe(sha256);
  });

  it('is issued with the clocks and the hash that were shown, once however often the button is pressed', async () => {
    const sha256 = answerWith(report());
    const cookie = await logIn();
    const page = await (await see(REPORT, cookie)).text();
    const form = page.slice(page.indexOf('action="/report/issue"'), page.indexOf('印发本报告'));
    const fields = Object.fromEntries(
      [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
    );
    platform.heard.length = 0;
    const issued = await submit('/report/issue', fields, cookie);
    await submit('/report/issue', fields, cookie);
    expect(issued.headers.get('location')).toBe(`${REPORT}&asOfDay=2026-11-20&asOfPosition=41&issuedAt=41`);
    const [first, second] = platform.heard;
    expect(first).toMatchObject({
      subject: 'cmd.gateway.supervision.adoption.issue-report',
      body: {
        programmeId: 'cccc-reform',
        organizationId: 'zhongjiao',
        period: '2026-Q4',
        asOfDay: '2026-11-20',
        asOfPosition: 41,
        reportSha256: sha256,
      },
    });
    expect(second!.headers['Idempotency-Key']).toBe(first!.headers['Idempotency-Key']);
    expect(await (await see(issued.headers.get('location')!, cookie)).text()).toContain('报告已印发，记入账本位置 41');
  });

  it('has no button for whoever may not issue it', async () => {
    answerWith(report());
    const { token } = await platform.person('onlooker', 'inspector', 'zhongjiao');
    expect(await (await see(REPORT, `gongyou_session=${token}`)).text()).not.toContain('印发本报告');
  });

  it('says on a page what is wrong', async () => {
    const cookie = await logIn();
    const wrong = await see('/report?programme=cccc-reform&organization=zhongjiao&period=2026-Q5', cookie);
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('须为报告期');
    const texts = { zh: '超出所属单位范围', en: 'outside' };
    platform.answers.set(
      'qry.gateway.reporting.leading-group-report',
      problemReply({ status: 403, code: 'access.outsideScope', texts }),
    );
    const refused = await see(REPORT, cookie);
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('超出所属单位范围');
    const nothing = await see('/nothing', cookie);
    expect([nothing.status, nothing.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  });
});

describe('The events behind a figure', () => {
  it('are listed with their sum, in words, and with what people wrote escaped', async () => {
    const { accountId } = await platform.person('reporter', 'unitOfficer', 'project-7');
    const event = (amount: number, actor: string) => ({
      amount,
      day: '2026-11-18',
      position: 40,
      eventId: 'e',
      type: 'ProgressReported',
      stream: 'task-t1',
      unitId: 'project-7',
      occurredAt: '2026-11-18T01:30:00.000Z',
      recordedAt: '2026-11-18T01:30:00.000Z',
      actor,
      client: 'gateway',
      data: {
        taskId: 't1',
        note: HOSTILE,
        evidence: [{ fileName: HOSTILE }],
        unknownField: [1, 2],
        nested: { deep: null },
      },
    });
    const answer: FigureEventsAnswer = {
      figure: 'ZmlndXJl',
      indicator: '任务进度',
      organizationId: 'project-7',
      asOf: { day: '2026-11-30', position: 41 },
      value: 55,
      events: [event(40, 'client:zj-hr'), event(20, `user:${accountId}`), event(-5, 'user:not-an-account')],
      nextCursor: null,
      position: 41,
    };
    platform.answers.set('qry.gateway.reporting.figure-events', Reply.json(answer));
    const page = await (await see('/figure?figure=ZmlndXJl', await logIn())).text();
    const words = [
      '任务进展已报告',
      '单位 project-7',
      '企业系统 zj-hr',
      'reporter',
      '2026-11-18 09:30:00',
      '+40',
      '-5',
      '单位 project-7，截至2026年11月30日（账本位置 41）',
    ];
    expect(words.filter((each) => !page.includes(each))).toEqual([]);
    expect(page).toMatch(/合计<\/th>\s*<td class="n">55</);
    expect(page).not.toContain('<img');
  });

  it('are none for a figure that nothing counts into', async () => {
    const answer: FigureEventsAnswer = {
      figure: 'ZmlndXJl',
      indicator: '超期任务',
      organizationId: 'project-7',
      asOf: { day: '2026-11-30', position: 41 },
      value: 0,
      events: [],
      nextCursor: null,
      position: 41,
    };
    platform.answers.set('qry.gateway.reporting.figure-events', Reply.json(answer));
    expect(await (await see('/figure?figure=ZmlndXJl', await logIn())).text()).toContain('没有事件计入这个数字');
  });
});

describe('How things stand in an organization', () => {
  const line = (area: StandingArea, zh: string, values: [number, number?], more: Partial<StandingIndicatorLine> = {}) =>
    ({
      ...{ indicator: zh, title: text(zh), area, numerator: figure(values[0]) },
      denominator: values[1] === undefined ? null : figure(values[1]),
      ...{ shareBasisPoints: null, target: null, attained: null, ...more },
    }) satisfies StandingIndicatorLine;
  const target = { provisionId: 'QD-13', leastBasisPoints: 10_000 };
  const indicators = [
    line('honours', '流动红旗奖励金额', [123_456], { unit: 'fen' }),
    line('crews', '班组包保覆盖率', [1, 2], { shareBasisPoints: 5_000, target, attained: false }),
    line('crews', '无数据的比率', [0, 0], { target }),
    line('crews', '占比为零', [0, 3], { shareBasisPoints: 0 }),
    line('party', '本季组织生活次数', [7], { period: '2026-Q4' as Period }),
    line('matters', '事项停留天数', [12], { unit: 'days' }),
  ];

  it('is shown area by area, in units that people read, with what tells of nothing folded away', async () => {
    const answer: StandingIndicatorsAnswer = {
      organization: { unitId: 'project-7', name: HOSTILE },
      asOf: { day: '2026-11-30', position: 41 },
      indicators,
    };
    platform.answers.set('qry.gateway.reporting.standing-indicators', Reply.json(answer));
    const page = await (await see('/standing?organization=project-7', await logIn())).text();
    const headings = [...page.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, heading]) => heading);
    expect(headings).toEqual(['班组', '党建', '荣誉', '职工诉求事项']);
    expect(page).toMatch(
      /班组包保覆盖率[^]*QD-13[^]*未达标[^]*占比为零[^]*<details>[^]*（1 项）[^]*无数据的比率[^]*暂无数据[^]*<\/details>/,
    );
    expect(page.match(/<details>/g)).toHaveLength(1);
    for (const words of ['1,234.56 元', '12 天', '2026年第四季度']) expect(page).toContain(words);
    const figures = indicators.flatMap(({ numerator, denominator }) => [
      numerator,
      ...(denominator ? [denominator] : []),
    ]);
    expect(figures.filter((each) => !page.includes(`/figure?figure=${each.figure}"`))).toEqual([]);
    expect(page).not.toContain('<img');
  });
});

describe('The status page', () => {
  const well = { position: 7, head: 7, lag: 0, lastError: null as unknown, parked: 0 };
  afterEach(() => (platform.projection = well));

  const status = async (): Promise<string> => (await see('/status', await logIn())).text();

  it('tells an administrator that all is well, and keeps itself fresh', async () => {
    const response = await see('/status', await logIn());
    expect([response.status, response.headers.get('refresh')]).toEqual([200, '5']);
    const page = await response.text();
    expect(page).toMatch(/报表投影<\/td>\s*<td class="c">\s*<span class="yes">正常/);
    expect(page).not.toContain('replay-parked');
  });

  it('shows lag, parked events and the last error, and what to do', async () => {
    const lastError = { position: 5, at: '2026-11-20T02:00:00.000Z', handler: 'task-board', message: HOSTILE };
    platform.projection = { position: 7, head: 90_007, lag: 90_000, lastError, parked: 3 };
    const page = await status();
    expect(page).toMatch(/落后事件数<\/th>\s*<td>90,000/);
    expect(page).toMatch(/搁置事件数<\/th>\s*<td><span class="no">3/);
    expect(page).toMatch(/报表投影<\/td>\s*<td class="c">\s*<span class="no">异常<\/span>\s*<\/td>\s*<td>落后于账本/);
    expect(page).toMatch(/账本位置 5，<code>task-board<\/code>：<code>&lt;img/);
    expect(page).toContain('npm run projection -- replay-parked');
  });

  it('is shown to no one without a role for it', async () => {
    const { token } = await platform.person('officer', 'unitOfficer', 'company-1');
    expect((await platform.request('/status', { token })).status).toBe(403);
    expect((await platform.request('/status')).status).not.toBe(200);
  });

  it('is there when nothing behind the gateway answers', async () => {
    const alone = await GatewayOnTestServers.start();
    try {
      const token = await alone.admin();
      await alone.silence();
      const response = await alone.request('/status', { token });
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('投影没有回答');
    } finally {
      await alone.stop();
    }
  });
});
