import type { SignedIn } from '../account/signed-in';
import { type Html, html, type Shown } from './html';
import { stylePath } from './style';

export interface Page {
  title: string;
  content: Shown;
  /** Shows who is logged in, and the way out. */
  who?: SignedIn;
  /** A page that stands on paper by itself. */
  wide?: boolean;
}

/** The frame of every page, complete. */
export function page({ title, content, who, wide = false }: Page): string {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · 工友</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${stylePath}" />
      </head>
      <body>
        <header class="bar">
          <a class="brand" href="/"><b>工友</b> 产业工人队伍建设改革平台</a>
          ${who && account(who)}
        </header>
        <main class="${wide ? 'sheet wide' : 'sheet'}">${content}</main>
      </body>
    </html> `.toString();
}

const account = (who: SignedIn): Html =>
  html`<nav>
    <span>${who.username}</span>
    <a href="/password">修改密码</a>
    <form method="post" action="/logout"><button class="plain">退出</button></form>
  </nav>`;

/** A message at the head of a page. */
export const notice = (kind: 'good' | 'bad', content: Shown): Html =>
  html`<p class="notice ${kind}" role="${kind === 'bad' ? 'alert' : 'status'}">${content}</p>`;
