import { type FigureEvent, type FigureEventsAnswer, isSealed } from '@gongyou/contracts';
import type { SignedIn } from '../account/signed-in';
import { type Html, html } from './html';
import { page } from './layout.page';
import { figurePath } from './report.path';
import { amountInWords, dayInWords, eventInWords, fieldInWords, instantInWords } from './words';

export interface FigurePage {
  who: SignedIn;
  answer: FigureEventsAnswer;
  /** Whether the events of this page are all there are. */
  isWhole: boolean;
  nameOfUnit: (unitId: string) => string;
  nameOfActor: (actor: string) => string;
}

/** The events behind a figure; their amounts add up to it. */
export function figurePage(shown: FigurePage): string {
  const { answer, who, isWhole } = shown;
  // The projection names it in both languages: 中文 / English.
  const [indicator] = answer.indicator.split(' / ');
  return page({
    title: `${indicator} 数据溯源`,
    who,
    wide: true,
    content: html`<h1>数据溯源</h1>
      <p class="under">
        ${indicator}：${amountInWords(answer.value, answer.unit)}<br /><span class="soft">${scopeInWords(shown)}</span>
      </p>
      ${
        answer.events.length === 0
          ? html`<p class="empty">没有事件计入这个数字${answer.value === 0 && html`，所以它是 0`}。</p>`
          : html`<div class="scroll">
              <table>
                <thead>
                  <tr>
                    <th>日期</th>
                    <th class="n">计入</th>
                    <th>事件</th>
                    <th>单位</th>
                    <th>经办</th>
                    <th class="n">账本位置</th>
                    <th>内容</th>
                  </tr>
                </thead>
                <tbody>
                  ${answer.events.map((event) => row(event, shown))}
                  ${
                    isWhole &&
                    html`<tr class="sum">
                      <th>合计</th>
                      <td class="n">${amountInWords(sum(answer.events), answer.unit)}</td>
                      <th colspan="5"></th>
                    </tr>`
                  }
                </tbody>
              </table>
            </div>`
      }
      ${answer.nextCursor !== null && html`<p class="under screen"><a href="${figurePath(answer.figure, answer.nextCursor)}">下一页</a></p>`}
      ${!isWhole && html`<p class="soft">事件较多，分页列出；各页计入之和为 ${amountInWords(answer.value, answer.unit)}。</p>`}
      <p class="soft">溯源所据的账本位置：${answer.position}。</p>`,
  });
}

/** Whose figure it is, and when; of one that counts only what came after earlier clocks, those too. */
function scopeInWords({ answer: { organizationId, asOf, since }, nameOfUnit }: FigurePage): string {
  const from =
    since && (since.position === asOf.position ? `${dayInWords(since.day)}之后` : `较${clocksInWords(since)}`);
  return `${nameOfUnit(organizationId)}，${from === undefined ? '' : `${from}，`}截至${clocksInWords(asOf)}`;
}

const clocksInWords = ({ day, position }: FigureEventsAnswer['asOf']): string =>
  `${dayInWords(day)}（账本位置 ${position}）`;

const row = (event: FigureEvent, { answer, nameOfUnit, nameOfActor }: FigurePage): Html =>
  html`<tr>
    <td class="c">${event.day}</td>
    <td class="n">${event.amount > 0 ? '+' : ''}${amountInWords(event.amount, answer.unit)}</td>
    <td>${eventInWords(event.type)}<br /><span class="soft">${event.type}</span></td>
    <td>${nameOfUnit(event.unitId)}</td>
    <td>${nameOfActor(event.actor)}<br /><span class="soft">${instantInWords(event.recordedAt)}</span></td>
    <td class="n">${event.position}</td>
    <td>${contentOf(event.data)}</td>
  </tr> `;

const sum = (events: readonly FigureEvent[]): number => events.reduce((total, { amount }) => total + amount, 0);

/** The data of an event, whatever its shape: names and values, nested as they are. */
function contentOf(data: unknown): Html {
  if (Array.isArray(data)) {
    if (data.length === 0) return html`无`;
    if (data.every((each) => typeof each !== 'object')) return html`${data.map(String).join('、')}`;
    return html`<ul class="list">
      ${data.map((each) => html`<li>${contentOf(each)}</li>`)}
    </ul>`;
  }
  if (typeof data === 'string' && isSealed(data)) return html`<span class="soft">（个人信息，已加密）</span>`;
  if (typeof data !== 'object' || data === null) return html`${typeof data === 'string' ? data : JSON.stringify(data)}`;
  return html`<dl class="data">
    ${Object.entries(data).map(
      ([field, each]) =>
        html`<dt>${fieldInWords(field)}</dt>
          <dd>${contentOf(each)}</dd>`,
    )}
  </dl>`;
}
