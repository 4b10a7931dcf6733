import {
  type LiaisonBoardAnswer,
  type LiaisonLevel,
  liaisonLevels,
  type PublicLiaisonProfile,
} from '@gongyou/contracts';
import type { SignedIn } from '../account/signed-in';
import { type Html, html } from './html';
import { page } from './layout.page';
import { liaisonContactCardPath } from './liaison.path';
import { qrCode } from './qr-code';
import { dayInWords } from './words';

export interface LiaisonBoardPage {
  who: SignedIn;
  answer: LiaisonBoardAnswer;
  /** The day on which the board is made. */
  today: string;
  /** The gateway's own address, for the codes to lead to. */
  address: string;
}

/** The notice board (党群工作公示牌, JX-12b), to be printed and posted on site. */
export const liaisonBoardPage = ({ who, answer, today, address }: LiaisonBoardPage): string =>
  page({
    title: `${answer.unitName} 党群工作公示牌`,
    who,
    wide: true,
    content: html`<div class="board">
      <h1>党群工作公示牌</h1>
      <p class="under">${answer.unitName}</p>
      <p class="body screen">
        公开姓名、公开手机、公开职责。打印后张贴照片，张挂在工地现场，并登记张挂日期、照片和版次；人员有变动时重新打印。
      </p>
      ${
        answer.officers.length === 0
          ? html`<p class="empty">本单位还没有在岗且同意公开信息的协理员、联络员。</p>`
          : liaisonLevels.map((level) => levelPart(level, answer.officers, address))
      }
      ${answer.isCut && html`<p class="notice bad">人员较多，没有全部列出：请按项目分别打印。</p>`}
      <p class="soft">以上信息经本人同意公开。${dayInWords(today)}生成，版次 ${String(answer.position)}。</p>
    </div>`,
  });

export const liaisonPostInWords: Readonly<Record<LiaisonLevel, string>> = {
  district: '片区党群工作协理员',
  project: '项目党群工作协理员',
  crew: '劳务队伍联络员',
};

function levelPart(level: LiaisonLevel, officers: readonly PublicLiaisonProfile[], address: string): Html | false {
  const those = officers.filter((officer) => officer.level === level);
  if (those.length === 0) return false;
  const oneList = new Set(those.map(({ duties }) => JSON.stringify(duties))).size === 1;
  return html`<section>
    <h2>${liaisonPostInWords[level]}</h2>
    <ul class="officers">
      ${those.map((officer) => entry(officer, address, !oneList))}
    </ul>
    ${oneList && dutiesOf(those[0]!)}
  </section>`;
}

const entry = (officer: PublicLiaisonProfile, address: string, withDuties: boolean): Html =>
  html`<li>
    <div class="photo" aria-hidden="true">照片</div>
    <div>
      <b>${officer.name}</b>
      <a class="phone" href="tel:${officer.phone.replaceAll(/[ -]/g, '')}">${officer.phone}</a>
      <span>${officer.unitName}</span>
      ${officer.workPoints.length > 0 && html`<span>工作点：${officer.workPoints.join('、')}</span>`}
      <a class="screen" href="${liaisonContactCardPath(officer.officerId)}">连心卡</a>
    </div>
    ${qrCode(address + liaisonContactCardPath(officer.officerId), '连心卡二维码')} ${withDuties && dutiesOf(officer)}
  </li>`;

/** The duties as their document lists them; what it only counts is said, not made up. */
export function dutiesOf({ duties, dutiesStated }: PublicLiaisonProfile): Html {
  const unlisted = (dutiesStated ?? 0) - duties.length;
  return html`<div class="duties">
    <h3>职责</h3>
    ${
      duties.length > 0 &&
      html`<ol>
        ${duties.map(({ text }) => html`<li>${text}</li>`)}
      </ol>`
    }
    ${duties.length === 0 && unlisted <= 0 && html`<p class="soft">岗位规定尚未列出职责。</p>`}
    ${unlisted > 0 && html`<p class="soft">岗位规定载明职责 ${dutiesStated} 项，其中 ${unlisted} 项尚未逐条列出。</p>`}
  </div>`;
}
