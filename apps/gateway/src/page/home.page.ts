import type { SignedIn } from '../account/signed-in';
import type { AdoptionInReach } from './adoptions-in-reach';
import { type Html, html } from './html';
import { page } from './layout.page';
import { liaisonBoardPath } from './liaison.path';
import { reportPath } from './report.path';
import { standingPath } from './standing.page';
import { dayInWords, roleInWords } from './words';

export interface HomePage {
  who: SignedIn;
  adoptions: readonly AdoptionInReach[];
  period: string;
  /** The units that the reader holds a role over. */
  units: readonly { unitId: string; name: string }[];
}

export const homePage = ({ who, adoptions, period, units }: HomePage): string =>
  page({
    title: '首页',
    who,
    content: html`<h1>改革实施方案</h1>
      <p class="under soft">
        ${who.grants.map(({ role, organizationId }) => `${roleInWords(role)}（${organizationId === '*' ? '全部单位' : organizationId}）`).join('\u3000')}
      </p>
      ${
        adoptions.length === 0
          ? html`<p class="empty">
              您负责的单位还没有采纳改革实施方案。采纳之后，这里列出每个方案的领导小组报告。<br />采纳方案：<code
                >POST /api/supervision/adoption/adopt-programme</code
              >（<a href="/api/docs">接口说明</a>）
            </p>`
          : html`<ul class="programmes">
              ${adoptions.map((each) => entry(each, period))}
            </ul>`
      }
      ${unitsHeld(units)}
      <p class="soft under screen"><a href="/api/docs">接口说明</a></p>`,
  });

/** What can be looked at of the units that somebody holds a role over. */
const unitsHeld = (units: HomePage['units']): Html | false =>
  units.length > 0 &&
  html`<h2>我的单位</h2>
    <ul class="list">
      ${units.map(
        ({ unitId, name }) =>
          html`<li>
            ${name}&emsp;<a href="${standingPath(unitId)}">组织现状</a>&emsp;<a href="${liaisonBoardPath(unitId)}"
              >党群工作公示牌</a
            >
          </li>`,
      )}
    </ul>`;

const entry = ({ adoption, programmeTitle, unitId, unitName }: AdoptionInReach, period: string) =>
  html`<li>
    <a href="${reportPath({ programme: adoption.programmeId, organization: unitId, period })}">${programmeTitle}</a>
    <br /><span>${unitName}&emsp;领导小组报告&emsp;<a href="${standingPath(unitId)}">组织现状</a></span> <br /><span
      class="soft"
      >${adoption.organizationName} ${dayInWords(adoption.adoptedOn)}采纳，方案第 ${adoption.programmeVersion}
      版；${adoption.leadingGroup.name}</span
    >
  </li>`;
