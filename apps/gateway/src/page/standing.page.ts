import {
  type Figure,
  type FigureUnit,
  type StandingArea,
  standingAreas,
  type StandingIndicatorLine,
  type StandingIndicatorsAnswer,
} from '@gongyou/contracts';
import type { SignedIn } from '../account/signed-in';
import { type Html, html } from './html';
import { page } from './layout.page';
import { figurePath } from './report.path';
import { amountInWords, dayInWords, hundredthsInWords, periodInWords } from './words';

export interface StandingPage {
  who: SignedIn;
  answer: StandingIndicatorsAnswer;
  /** Units below it that the reader may look at in turn. */
  unitsBelow: readonly { unitId: string; name: string }[];
}

/** How things stand in an organization; each number leads to the events behind it. */
export const standingPage = ({ who, answer, unitsBelow }: StandingPage): string =>
  page({
    title: `${answer.organization.name} 组织现状`,
    who,
    wide: true,
    content: html`<h1>${answer.organization.name} 组织现状</h1>
      <p class="under soft">截至 ${dayInWords(answer.asOf.day)}，账本位置 ${answer.asOf.position}</p>
      ${areas.map((area) => areaPart(area, answer.indicators))}
      ${
        unitsBelow.length > 0 &&
        html`<p class="screen">
          下级单位：${unitsBelow.map(({ unitId, name }) => html`<a href="${standingPath(unitId)}">${name}</a>&emsp;`)}
        </p>`
      }
      <p class="soft">点击数值可查看计入的每一个事件。</p>`,
  });

const areas = Object.keys(standingAreas) as StandingArea[];

/** The lines of an area; those that tell of nothing stand folded below the others. */
function areaPart(area: StandingArea, lines: readonly StandingIndicatorLine[]): Html | false {
  const those = lines.filter((line) => line.area === area);
  if (those.length === 0) return false;
  const telling = those.filter((line) => !tellsOfNothing(line));
  const others = those.filter(tellsOfNothing);
  return html`<section>
    <h2>${standingAreas[area].zh}</h2>
    ${telling.length > 0 && table(telling)}
    ${
      others.length > 0 &&
      html`<details>
        <summary>数值均为 0 的指标（${others.length} 项）</summary>
        ${table(others)}
      </details>`
    }
  </section>`;
}

const tellsOfNothing = ({ numerator, denominator }: StandingIndicatorLine): boolean =>
  numerator.value === 0 && (denominator?.value ?? 0) === 0;

const table = (lines: readonly StandingIndicatorLine[]): Html =>
  html`<div class="scroll">
    <table class="standing">
      <thead>
        <tr>
          <th>指标</th>
          <th class="n">数值</th>
          <th class="n">基数</th>
          <th class="n">占比</th>
          <th>目标</th>
          <th>达标</th>
        </tr>
      </thead>
      <tbody>
        ${lines.map(row)}
      </tbody>
    </table>
  </div>`;

const row = (line: StandingIndicatorLine): Html => {
  const { title, period, numerator, denominator, unit, shareBasisPoints, target } = line;
  return html`<tr>
    <td>${title.zh}${period !== undefined && html`<br /><span class="soft">${periodInWords(period)}</span>`}</td>
    <td class="n">${opened(numerator, unit)}</td>
    <td class="n">${denominator && opened(denominator, unit)}</td>
    <td class="n">${shareBasisPoints !== null && `${hundredthsInWords(shareBasisPoints)}%`}</td>
    <td>
      ${target && html`${target.asARule && '一般'}不低于 ${hundredthsInWords(target.leastBasisPoints)}%<br /><span class="soft">${target.provisionId}</span>`}
    </td>
    <td class="c">${judged(line)}</td>
  </tr>`;
};

function judged({ attained, target }: StandingIndicatorLine): Html | false {
  if (attained === null) return target !== null && html`<span class="soft">暂无数据</span>`;
  if (attained) return html`<span class="yes">达标</span>`;
  return target?.asARule ? html`低于一般要求` : html`<span class="no">未达标</span>`;
}

const opened = ({ figure, value }: Figure, unit?: FigureUnit): Html =>
  html`<a href="${figurePath(figure)}">${amountInWords(value, unit)}</a>`;

export const standingPath = (organization: string): string =>
  `/standing?organization=${encodeURIComponent(organization)}`;
