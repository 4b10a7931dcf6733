import type { Figure, StandingIndicatorLine, StandingIndicatorsAnswer } from '@gongyou/contracts';
import type { SignedIn } from '../account/signed-in';
import { type Html, html } from './html';
import { page } from './layout.page';
import { figurePath } from './report.path';
import { dayInWords, hundredthsInWords, numberInWords } from './words';

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
      <div class="scroll">
        <table>
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
            ${answer.indicators.map(row)}
          </tbody>
        </table>
      </div>
      ${
        unitsBelow.length > 0 &&
        html`<p class="screen">
          下级单位：${unitsBelow.map(({ unitId, name }) => html`<a href="${standingPath(unitId)}">${name}</a>&emsp;`)}
        </p>`
      }
      <p class="soft">点击数值可查看计入的每一个事件。</p>`,
  });

const row = ({ title, numerator, denominator, shareBasisPoints, target, attained }: StandingIndicatorLine): Html =>
  html`<tr>
    <td>${title.zh}</td>
    <td class="n">${opened(numerator)}</td>
    <td class="n">${denominator ? opened(denominator) : ''}</td>
    <td class="n">${shareBasisPoints === null ? '' : `${hundredthsInWords(shareBasisPoints)}%`}</td>
    <td>
      ${target && html`${target.asARule ? '一般' : ''}不低于 ${hundredthsInWords(target.leastBasisPoints)}%<br /><span class="soft">${target.provisionId}</span>`}
    </td>
    <td class="c">${attained === null ? '' : attained ? '达标' : target?.asARule ? '低于一般要求' : '未达标'}</td>
  </tr>`;

const opened = ({ figure, value }: Figure): Html => html`<a href="${figurePath(figure)}">${numberInWords(value)}</a>`;

export const standingPath = (organization: string): string =>
  `/standing?organization=${encodeURIComponent(organization)}`;
