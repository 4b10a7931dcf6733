import type { Figure, LeadingGroupReport, LeadingGroupReportAnswer, TargetLine, TaskFigures } from '@gongyou/contracts';
import type { SignedIn } from '../account/signed-in';
import { type Html, html } from './html';
import { notice, page } from './layout.page';
import type { PeriodGroup } from './periods';
import { figurePath, reportPath, type ReportRequest } from './report.path';
import {
  dayInWords,
  everyInWords,
  hundredthsInWords,
  numberInWords,
  opInWords,
  periodInWords,
  statedInWords,
  titleInWords,
  unitInWords,
} from './words';

export interface ReportPage extends LeadingGroupReportAnswer {
  who: SignedIn;
  /** As it was asked for: a report without clocks follows the day and the ledger. */
  request: ReportRequest;
  /** Units that the report can be turned to. */
  units: readonly { unitId: string; name: string; depth: number }[];
  periods: readonly PeriodGroup[];
  /** What the programme says in its provisions, by their ids; targets are shown by it. */
  provisions: ReadonlyMap<string, string>;
  mayIssue: boolean;
  /** The position at which this very report was put on record just now. */
  issuedAt?: string;
}

/** The leading-group report. Each of its figures leads to the events that it was added up from. */
export function reportPage(shown: ReportPage): string {
  const { report, sha256, who } = shown;
  return page({
    title: `${report.programme.title.zh} ${periodInWords(report.period.period)}`,
    who,
    wide: true,
    content: html`${filter(shown)}
      ${shown.issuedAt !== undefined && notice('good', html`报告已印发，记入账本位置 ${shown.issuedAt}。`)}
      <h1>关于${titleInWords(report.programme.title.zh)}<br />落实情况的报告</h1>
      <p class="under">${report.organization.name}&emsp;${periodInWords(report.period.period)}</p>
      <p class="clocks">
        数据截至 ${dayInWords(report.asOf.day)}，账本位置 ${report.asOf.position}&emsp;·&emsp;方案第
        ${report.programme.version} 版，${report.adoptedBy.name} ${dayInWords(report.adoptedBy.adoptedOn)}采纳
        <br />报告校验值（SHA-256）<code>${sha256}</code>
      </p>
      ${summary(report)} ${totals(report.totals)}
      <h2>一、各项举措落实情况</h2>
      ${measuresTable(report)}
      <h2>二、牵头部门落实情况</h2>
      ${departmentsTable(report)}
      <h2>三、目标与完成情况</h2>
      ${targetsTable(shown)}
      <h2>四、上次报告以来的变化</h2>
      ${changes(report)} ${leadingGroup(report)}
      <p class="soft">
        本报告每一个数字均可点击，查看由哪些事件累加而成。带<span class="mark">填报</span
        >的数字由单位填报，非系统计算。“已验收”“超期”等均指报告期内到期的任务。
      </p>
      ${acts(shown)}`,
  });
}

function filter({ report, request, units, periods }: ReportPage): Html {
  const isListed = periods.some((group) => group.periods.some((each) => each === report.period.period));
  return html`<form class="filter" method="get" action="/report">
    <input type="hidden" name="programme" value="${report.programme.programmeId}" />
    <label
      >单位<select name="organization">
        ${units.map(
          ({ unitId, name, depth }) =>
            html`<option value="${unitId}" ${unitId === report.organization.unitId && html` selected`}>
              ${'\u3000'.repeat(depth)}${name}
            </option>`,
        )}
      </select></label
    >
    <label
      >报告期<select name="period">
        ${!isListed && html`<option value="${report.period.period}" selected>${periodInWords(report.period.period)}</option>`}
        ${periods.map(
          ({ label, periods: each }) =>
            html`<optgroup label="${label}">
              ${each.map(
                (period) =>
                  html`<option value="${period}" ${period === report.period.period && html` selected`}>
                    ${periodInWords(period)}
                  </option>`,
              )}
            </optgroup>`,
        )}
      </select></label
    >
    <label>截至日期（空为今天）<input type="date" name="asOfDay" value="${request.asOfDay ?? ''}" /></label>
    <label
      >截至账本位置（空为最新）<input
        type="number"
        name="asOfPosition"
        min="0"
        step="1"
        value="${request.asOfPosition ?? ''}"
    /></label>
    <button>查看</button>
  </form>`;
}

function summary({ totals, period, organization }: LeadingGroupReport): Html {
  if (totals.planned.value === 0) {
    return html`<p class="body">
      ${periodInWords(period.period)}（${dayInWords(period.from)}至${dayInWords(period.to)}），${organization.name}没有到期任务。
    </p>`;
  }
  return html`<p class="body">
    ${periodInWords(period.period)}（${dayInWords(period.from)}至${dayInWords(period.to)}），${organization.name}应完成任务
    ${link(totals.planned)} 项，其中已验收 ${link(totals.done)} 项，待验收 ${link(totals.awaitingAcceptance)} 项，退回
    ${link(totals.returned)} 项，超期 ${link(totals.overdue)} 项；收到进展报告 ${link(totals.progressReports)}
    次，平均进度 ${meanProgress(totals)}。
  </p>`;
}

const totals = (all: TaskFigures): Html =>
  html`<ul class="totals">
    ${(
      [
        ['计划任务', all.planned],
        ['已验收', all.done],
        ['待验收', all.awaitingAcceptance],
        ['退回', all.returned],
        ['超期', all.overdue],
        ['进展报告', all.progressReports],
      ] as const
    ).map(
      ([name, figure]) =>
        html`<li class="${name === '超期' && figure.value > 0 ? 'late' : ''}">
          <b>${link(figure)}</b><span>${name}</span>
        </li>`,
    )}
  </ul>`;

const taskHeads = html`<th class="n">计划</th>
  <th class="n">已验收</th>
  <th class="n">待验收</th>
  <th class="n">退回</th>
  <th class="n">超期</th>
  <th class="n">进展报告</th>
  <th class="n">平均进度</th>`;

const taskCells = (tasks: TaskFigures): Html =>
  html`${cell(tasks.planned)}${cell(tasks.done)}${cell(tasks.awaitingAcceptance)}${cell(tasks.returned)}${cell(tasks.overdue, 'late')}${cell(tasks.progressReports)}
    <td class="n">${meanProgress(tasks)}</td>`;

function measuresTable({ parts, totals: all }: LeadingGroupReport): Html {
  if (parts.every(({ measures }) => measures.length === 0)) return html`<p class="empty">方案中没有举措。</p>`;
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th class="n">序号</th>
          <th>举措</th>
          <th>牵头部门</th>
          ${taskHeads}
        </tr>
      </thead>
      <tbody>
        ${parts.map(
          ({ title, measures }) =>
            html`<tr class="part">
                <th colspan="10">${title.zh}</th>
              </tr>
              ${measures.map(
                ({ number, title: measure, leadDepartments, tasks }) =>
                  html`<tr>
                    <td class="c">${number ?? ''}</td>
                    <td>${measure.zh}</td>
                    <td>${leadDepartments.map(({ name }) => name.zh).join('、')}</td>
                    ${taskCells(tasks)}
                  </tr> `,
              )}`,
        )}
        <tr class="sum">
          <th colspan="3">合计</th>
          ${taskCells(all)}
        </tr>
      </tbody>
    </table>
  </div>`;
}

function departmentsTable({ leadDepartments }: LeadingGroupReport): Html {
  if (leadDepartments.length === 0) return html`<p class="empty">方案没有指定牵头部门。</p>`;
  return html`<div class="scroll">
      <table>
        <thead>
          <tr>
            <th>牵头部门</th>
            <th class="n">举措</th>
            ${taskHeads}
          </tr>
        </thead>
        <tbody>
          ${leadDepartments.map(
            ({ name, measures, tasks }) =>
              html`<tr>
                <td>${name.zh}</td>
                <td class="n">${measures}</td>
                ${taskCells(tasks)}
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
    <p class="soft">一项举措有多个牵头部门的，其任务计入每个部门，各部门之和可以大于合计。</p>`;
}

function targetsTable({ report, provisions }: ReportPage): Html {
  const measures = report.parts.flatMap((part) => part.measures).filter(({ targets }) => targets.length > 0);
  const rows = (of: string, targets: readonly TargetLine[]): Html[] =>
    targets.map((line, index) =>
      targetRow(line, index === 0 ? { of, rows: targets.length } : undefined, provisions.get(line.provisionId)),
    );
  if (report.targets.length === 0 && measures.length === 0) return html`<p class="empty">方案没有设定目标。</p>`;
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th>事项</th>
          <th>要求</th>
          <th>目标</th>
          <th class="n">完成值</th>
          <th class="n">分子 / 分母</th>
          <th>达成</th>
        </tr>
      </thead>
      <tbody>
        ${report.targets.length > 0 && targetPart('方案总体目标')} ${rows('总体', report.targets)}
        ${measures.length > 0 && targetPart('各项举措目标')}
        ${measures.map(({ number, title, targets }) => rows(`${number === null ? '' : `${number}. `}${title.zh}`, targets))}
      </tbody>
    </table>
  </div>`;
}

const targetPart = (title: string): Html =>
  html`<tr class="part">
    <th colspan="6">${title}</th>
  </tr>`;

/** What sets the target stands once, beside the first of its targets. */
const targetRow = (line: TargetLine, first: { of: string; rows: number } | undefined, provision?: string): Html =>
  html`<tr>
    ${first && html`<td rowspan="${first.rows}">${first.of}</td>`}
    <td>
      ${provision && html`${provision}<br />`}<span class="soft"
        >${line.provisionId}，${statedInWords[line.stated]}，<code>${line.indicator}</code></span
      >
    </td>
    <td class="goal">${targetInWords(line)}</td>
    <td class="n">${value(line)}${line.source === 'returned' && html`<span class="mark">填报</span>`}</td>
    <td class="n">
      ${line.numerator ? link(line.numerator) : '—'}${line.denominator && html` / ${link(line.denominator)}`}
    </td>
    <td class="c">${attained(line)}</td>
  </tr> `;

function targetInWords({ op, target, unit, by, every }: TargetLine): Html {
  const wanted =
    unit === 'boolean'
      ? '须做到'
      : html`${opInWords(op)}${target !== null && html` ${numberInWords(target)}${unitInWords(unit)}`}`;
  return html`${wanted}${every && html`，${everyInWords(every)}`}${by && html`，${dayInWords(by)}前`}`;
}

/** A value leads to its upper number; a rate is two figures, which stand beside it. */
function value(line: TargetLine): Html {
  if (line.valueHundredths === null) return html`<span class="soft">暂无数据</span>`;
  const text = amountInWords(line.valueHundredths, line.unit);
  const previous =
    line.previousHundredths !== null &&
    html`<br /><span class="soft">上期 ${amountInWords(line.previousHundredths, line.unit)}</span>`;
  return html`${line.numerator ? html`<a href="${figurePath(line.numerator.figure)}">${text}</a>` : text}${previous}`;
}

const amountInWords = (hundredths: number, unit: string): string =>
  unit === 'boolean'
    ? hundredths >= 100
      ? '已做到'
      : '未做到'
    : `${hundredthsInWords(hundredths)}${unitInWords(unit)}`;

const attained = ({ attained: is }: TargetLine): Html =>
  is === null
    ? html`<span class="soft">—</span>`
    : is
      ? html`<span class="yes">已达成</span>`
      : html`<span class="no">未达成</span>`;

function changes({ since, changes: all, parts }: LeadingGroupReport): Html {
  const from = since
    ? html`<p class="body">
        上次报告：${periodInWords(since.period)}，截至 ${dayInWords(since.day)}，账本位置 ${since.position}，校验值
        <code>${since.reportSha256.slice(0, 16)}…</code>。
      </p>`
    : html`<p class="body">本方案此前没有印发过报告，以下为自采纳以来的全部变化。</p>`;
  const changed = parts.flatMap((part) => part.measures).filter((measure) => hasChanged(measure.changes));
  if (changed.length === 0)
    return html`${from}
      <p class="empty">没有变化。</p>`;
  return html`${from}
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th class="n">序号</th>
            <th>举措</th>
            ${changeHeads}
          </tr>
        </thead>
        <tbody>
          ${changed.map(
            ({ number, title, changes: each }) =>
              html`<tr>
                <td class="c">${number ?? ''}</td>
                <td>${title.zh}</td>
                ${changeCells(each)}
              </tr> `,
          )}
          <tr class="sum">
            <th colspan="2">合计</th>
            ${changeCells(all)}
          </tr>
        </tbody>
      </table>
    </div>`;
}

const changeHeads = html`<th class="n">计划</th>
  <th class="n">已验收</th>
  <th class="n">待验收</th>
  <th class="n">退回</th>
  <th class="n">超期</th>
  <th class="n">进展报告</th>
  <th class="n">进度（百分点）</th>`;

const changeOf = (of: TaskFigures): Figure[] => [
  of.planned,
  of.done,
  of.awaitingAcceptance,
  of.returned,
  of.overdue,
  of.progressReports,
  of.progressPercentPoints,
];

const changeCells = (of: TaskFigures): Html[] =>
  changeOf(of).map(
    (figure) => html`<td class="n${figure.value === 0 && ' zero'}">${link(figure, signed(figure.value))}</td>`,
  );

const hasChanged = (of: TaskFigures): boolean => changeOf(of).some(({ value: change }) => change !== 0);

const signed = (change: number): string => (change > 0 ? `+${numberInWords(change)}` : numberInWords(change));

function leadingGroup({ leadingGroup: group }: LeadingGroupReport): Html {
  return html`<h2>五、领导机构</h2>
    <p class="body">
      ${group.name}${group.posts.length > 0 && html`：${group.posts.map(({ post, holder }) => `${post}由${holder}担任`).join('；')}`}。
    </p>`;
}

function acts({ report, sha256, mayIssue }: ReportPage): Html {
  const exact: ReportRequest = {
    programme: report.programme.programmeId,
    organization: report.organization.unitId,
    period: report.period.period,
    asOfDay: report.asOf.day,
    asOfPosition: report.asOf.position,
  };
  return html`<div class="acts">
    <a class="second" href="${reportPath(exact, '/report.json')}" download>下载 JSON</a>
    <a class="second" href="${reportPath(exact)}">本报告的固定链接</a>
    ${
      mayIssue &&
      html`<form method="post" action="/report/issue">
          ${Object.entries<string | number | undefined>({ ...exact }).map(([name, each]) => html`<input type="hidden" name="${name}" value="${each}" />`)}
          <input type="hidden" name="reportSha256" value="${sha256}" />
          <button>印发本报告</button>
        </form>
        <span class="soft">印发即把上面的校验值和截至点记入账本，不可更改。</span>`
    }
  </div>`;
}

const link = ({ figure, value: amount }: Figure, text = numberInWords(amount)): Html =>
  html`<a href="${figurePath(figure)}">${text}</a>`;

const cell = (figure: Figure, kind = ''): Html =>
  html`<td class="n ${figure.value === 0 ? 'zero' : kind}">${link(figure)}</td>`;

const meanProgress = ({ planned, progressPercentPoints }: TaskFigures): Html =>
  planned.value === 0
    ? html`<span class="zero">${link(progressPercentPoints, '—')}</span>`
    : link(
        progressPercentPoints,
        `${hundredthsInWords(Math.round((progressPercentPoints.value * 100) / planned.value))}%`,
      );
