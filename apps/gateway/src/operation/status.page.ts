import type { ProjectionStatusAnswer } from '@gongyou/contracts';
import { PlatformProblem } from '@gongyou/messaging';
import type { SignedIn } from '../account/signed-in';
import { type Html, html } from '../page/html';
import { notice, page } from '../page/layout.page';
import { instantInWords, numberInWords } from '../page/words';
import { type MissingPart, NO_ANSWER } from './readiness';

export interface StatusPage {
  who: SignedIn;
  missing: readonly MissingPart[];
  projection: ProjectionStatusAnswer | PlatformProblem;
  at: Date;
  refreshSeconds: number;
}

const parts = {
  bus: '消息总线（NATS）',
  accounts: '账户数据库（PostgreSQL）',
  directory: '组织机构目录',
  projection: '报表投影',
} as const satisfies Record<MissingPart['part'], string>;

/** What is wrong with a part that does answer. */
const wrong: Readonly<Record<MissingPart['part'], string>> = {
  bus: '不可用',
  accounts: '不可用',
  directory: '尚未读完组织机构',
  projection: '落后于账本',
};

/** What is there, how far the reports are behind the ledger, what could not be processed, and what to do about it. */
export function statusPage({ who, missing, projection, at, refreshSeconds }: StatusPage): string {
  const isWell = missing.length === 0 && !(projection instanceof PlatformProblem) && projection.parked === 0;
  return page({
    title: '平台状态',
    who,
    content: html`<h1>平台状态</h1>
      <p class="under">${instantInWords(at.toISOString())}，每 ${refreshSeconds} 秒自动刷新</p>
      ${isWell ? notice('good', '各部分运行正常。') : notice('bad', '平台有需要处理的问题。')}
      <table>
        <thead>
          <tr>
            <th>部分</th>
            <th>状态</th>
            <th>说明</th>
          </tr>
        </thead>
        <tbody>
          ${(Object.keys(parts) as MissingPart['part'][]).map((part) => partRow(part, missing))}
        </tbody>
      </table>
      <h2>报表投影</h2>
      ${projection instanceof PlatformProblem ? silent(projection) : standing(projection)}`,
  });
}

function partRow(part: MissingPart['part'], missing: readonly MissingPart[]): Html {
  const reason = missing.find((each) => each.part === part)?.reason;
  return html`<tr>
    <td>${parts[part]}</td>
    <td class="c">
      ${reason === undefined ? html`<span class="yes">正常</span>` : html`<span class="no">异常</span>`}
    </td>
    <td>${reason === NO_ANSWER ? '没有回答' : reason !== undefined && wrong[part]}</td>
  </tr> `;
}

const silent = ({ texts, code }: PlatformProblem): Html =>
  notice('bad', html`投影没有回答：${texts.zh}（<code>${code}</code>）`);

const standing = ({ position, head, lag, parked, lastError }: ProjectionStatusAnswer): Html =>
  html`<table>
      <tbody>
        ${row('账本末尾位置', numberInWords(head))} ${row('已处理到位置', numberInWords(position))}
        ${row('落后事件数', numberInWords(lag))} ${row('搁置事件数', numberInWords(parked), parked > 0)}
        ${row('最近一次错误', lastError ? errorInWords(lastError) : '无')}
      </tbody>
    </table>
    ${
      parked > 0 &&
      html`<p class="soft">
        搁置的事件保存在账本中，没有丢失，但尚未计入报表。排除原因后执行
        <code>npm run projection -- replay-parked</code> 重放。
      </p>`
    }`;

const row = (name: string, value: Html | string, isTrouble = false): Html =>
  html`<tr>
    <th>${name}</th>
    <td>${isTrouble ? html`<span class="no">${value}</span>` : value}</td>
  </tr> `;

const errorInWords = ({ at, position, handler, message }: NonNullable<ProjectionStatusAnswer['lastError']>): Html =>
  html`${instantInWords(at)}，账本位置 ${position}，<code>${handler}</code>：<code>${message}</code>`;
