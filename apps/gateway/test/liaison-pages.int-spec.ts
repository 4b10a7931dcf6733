import type { LiaisonBoardAnswer, LiaisonContactCardAnswer, PublicLiaisonProfile } from '@gongyou/contracts';
import { Reply } from '@gongyou/messaging';
import { qrCode } from '../src/page/qr-code';
import { GatewayOnTestServers, problemReply } from './gateway-on-test-servers';

const HOSTILE = '<img src=x onerror=alert(1)>"\'';
const profile: PublicLiaisonProfile = {
  officerId: 'p-1',
  level: 'project',
  unitId: 'project-7',
  unitName: '贵龙大道项目',
  name: '王建国',
  phone: '138 0000 5678',
  duties: [{ itemId: 'd1', text: '深入劳务驻地走访' }],
  dutiesStated: 17,
  workPoints: ['钢筋一班', '木工二班'],
};
const design = { edition: 2, hotline: '400 800 1234', complaintCode: 'gulong-7' };
const board = (officers: PublicLiaisonProfile[], isCut = false): LiaisonBoardAnswer => ({
  unitId: 'project-7',
  unitName: '贵龙大道项目',
  officers,
  isCut,
  position: 4711,
});

describe('The pages of liaison officers', () => {
  let platform: GatewayOnTestServers;
  let token: string;
  beforeAll(async () => {
    platform = await GatewayOnTestServers.start();
    token = await platform.admin();
  });
  afterAll(() => platform.stop());
  beforeEach(() => platform.answers.clear());

  const answerBoard = (answer: LiaisonBoardAnswer): void =>
    void platform.answers.set('qry.gateway.organization.liaison-board', Reply.json(answer));
  const answerCard = (shown: PublicLiaisonProfile, cardDesign: LiaisonContactCardAnswer['design'] = null): void =>
    void platform.answers.set(
      'qry.gateway.organization.liaison-contact-card',
      Reply.json({ profile: shown, design: cardDesign }),
    );
  const see = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    platform.request(path, { token, headers });
  const BOARD = '/liaison-board?organization=project-7';
  const CARD = '/liaison-card?officer=p-1';

  /** The code as it is drawn, whatever the white between its marks. */
  const drawnCode = (page: string): string => /<path d="(M4 4[^"]+)"/.exec(page)![1]!;

  it('show name, phone and duties on the notice board (JX-11, JX-12b)', async () => {
    answerBoard(board([profile]));
    const response = await see(BOARD);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const page = await response.text();
    const words = [
      '党群工作公示牌',
      '项目党群工作协理员',
      '贵龙大道项目',
      '王建国',
      '138 0000 5678',
      '深入劳务驻地走访',
      '工作点：钢筋一班、木工二班',
      '版次 4711',
    ];
    expect(words.filter((each) => !page.includes(each))).toEqual([]);
    expect(page).toContain('载明职责 17 项，其中 16 项尚未逐条列出');
    expect(page).toContain('href="tel:13800005678"');
  });

  it('show duties once where all of a level have the same, and each with his own where they differ', async () => {
    const other = { ...profile, officerId: 'p-2' };
    answerBoard(board([profile, other]));
    const times = async () => (await (await see(BOARD)).text()).split('深入劳务驻地走访').length - 1;
    expect(await times()).toBe(1);
    answerBoard(board([profile, { ...other, dutiesStated: null, duties: [...profile.duties, ...profile.duties] }]));
    expect(await times()).toBe(3);
  });

  it('say on the board when there is nobody to show, and when not all are shown', async () => {
    answerBoard(board([]));
    expect(await (await see(BOARD)).text()).toContain('还没有在岗且同意公开信息的协理员');
    answerBoard(board([profile], true));
    expect(await (await see(BOARD)).text()).toContain('没有全部列出');
  });

  it('draw on the card a code that leads to it by the opaque id, and holds neither name nor phone (JX-12c)', async () => {
    answerCard(profile);
    const page = await (await see(CARD)).text();
    const address = platform.gateway.url.replace(/\/$/, '');
    expect(drawnCode(page)).toBe(drawnCode(qrCode(`${address}${CARD}`, '').text));
    expect(page).toContain('138 0000 5678');
    expect(page.split('class="card"').length - 1).toBe(10);
  });

  it('show hotline and complaint code on the card where the project has designed it (JX-12c)', async () => {
    answerCard(profile);
    expect(await (await see(CARD)).text()).not.toContain('热线');
    answerCard(profile, design);
    const page = await (await see(CARD)).text();
    expect(['热线 400 800 1234', '投诉码 gulong-7', '第 2 版'].filter((each) => !page.includes(each))).toEqual([]);
  });

  it('draw another code for another officer', async () => {
    answerCard(profile);
    const first = drawnCode(await (await see(CARD)).text());
    answerCard({ ...profile, officerId: 'p-2' });
    expect(drawnCode(await (await see('/liaison-card?officer=p-2')).text())).not.toBe(first);
  });

  it('take no markup from a profile', async () => {
    const hostile = { ...profile, name: HOSTILE, phone: HOSTILE, unitName: HOSTILE };
    answerBoard({ ...board([hostile]), unitName: HOSTILE });
    answerCard(hostile);
    for (const path of [BOARD, CARD]) expect(await (await see(path)).text()).not.toContain('<img');
  });

  it('load nothing from elsewhere', async () => {
    answerCard(profile);
    expect((await see(CARD)).headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it.each([BOARD, CARD])('are for people who are logged in: %s', async (path) => {
    const response = await platform.request(path);
    const login = `/?next=${encodeURIComponent(path)}`;
    expect([response.status, response.headers.get('location')]).toEqual([303, login]);
  });

  it('are refused as the organization context refuses', async () => {
    const texts = { zh: '超出所属单位范围', en: 'Outside.' };
    platform.answers.set(
      'qry.gateway.organization.liaison-board',
      problemReply({ code: 'access.outsideScope', status: 403, texts }),
    );
    expect((await see(BOARD)).status).toBe(403);
  });

  it.each(['/liaison-board', '/liaison-board?organization=', '/liaison-card?officer=138%200000%205678'])(
    'are not asked for without a proper id: %s',
    async (path) => expect((await see(path)).status).toBe(400),
  );

  it('are linked from the home page of who holds a role over a unit', async () => {
    const officer = await platform.person('officer', 'unitOfficer', 'company-1');
    platform.answers.set('qry.gateway.supervision.programmes', Reply.json({ programmes: [], position: 1 }));
    platform.answers.set('qry.gateway.supervision.adoptions', Reply.json({ adoptions: [], position: 1 }));
    const home = await (await platform.request('/', { token: officer.token })).text();
    expect(home).toContain('href="/liaison-board?organization=company-1"');
  });
});
