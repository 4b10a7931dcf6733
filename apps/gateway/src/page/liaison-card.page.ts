import type { LiaisonContactCardAnswer, PublicLiaisonProfile } from '@gongyou/contracts';
import type { SignedIn } from '../account/signed-in';
import { type Html, html } from './html';
import { page } from './layout.page';
import { liaisonContactCardPath } from './liaison.path';
import { dutiesOf, liaisonPostInWords } from './liaison-board.page';
import { qrCode } from './qr-code';

/** As many cards as an A4 sheet holds. */
const CARDS_ON_A_SHEET = 10;

/** The contact card (党群连心卡, JX-12c): one on the screen, a sheet of them on paper. */
export const liaisonContactCardPage = (
  who: SignedIn,
  { profile, design }: LiaisonContactCardAnswer,
  address: string,
): string => {
  const code = qrCode(address + liaisonContactCardPath(profile.officerId), '连心卡二维码');
  return page({
    title: `${profile.unitName} 党群连心卡`,
    who,
    content: html`<div class="cards">
        ${card(profile, design, code)}
        ${Array.from({ length: CARDS_ON_A_SHEET - 1 }, () => html`<div class="copy" aria-hidden="true">${card(profile, design, code)}</div>`)}
      </div>
      <div class="screen">
        <p class="soft under">打印本页，得到一张 A4 纸上的 ${CARDS_ON_A_SHEET} 张连心卡，沿线裁开发放。</p>
        ${dutiesOf(profile)}
      </div>`,
  });
};

const card = (profile: PublicLiaisonProfile, design: LiaisonContactCardAnswer['design'], code: Html): Html =>
  html`<article class="card">
    <h2>党群连心卡</h2>
    <div>
      <b>${profile.name}</b>
      <span>${liaisonPostInWords[profile.level]}</span>
      <span>${profile.unitName}</span>
      <a class="phone" href="tel:${profile.phone.replaceAll(/[ -]/g, '')}">${profile.phone}</a>
    </div>
    ${code}
    ${design && html`<p>热线 ${design.hotline}，投诉码 ${design.complaintCode}（第 ${String(design.edition)} 版）</p>`}
    <p>有困难、有问题，第一时间找协理员</p>
  </article>`;
