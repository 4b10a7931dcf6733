import type { SignedIn } from '../account/signed-in';
import { html } from './html';
import { notice, page } from './layout.page';

export const loginPage = ({ next, failed }: { next?: string; failed?: string }): string =>
  page({
    title: '登录',
    content: html`<h1>登录</h1>
      ${failed && notice('bad', failed)}
      <form class="fields" method="post" action="/login">
        <input type="hidden" name="next" value="${next ?? '/'}" />
        <label>用户名<input name="username" autocomplete="username" autocapitalize="none" required autofocus /></label>
        <label>密码<input name="password" type="password" autocomplete="current-password" required /></label>
        <button>登录</button>
      </form>`,
  });

export const passwordPage = ({ who, failed, least }: { who: SignedIn; failed?: string; least: number }): string =>
  page({
    title: '修改密码',
    who,
    content: html`<h1>修改密码</h1>
      ${who.mustChangePassword && !failed && notice('bad', '首次登录须先修改密码，之后才能使用平台。')}
      ${failed && notice('bad', failed)}
      <form class="fields" method="post" action="/password">
        <input type="hidden" name="username" value="${who.username}" autocomplete="username" />
        <label
          >当前密码<input name="currentPassword" type="password" autocomplete="current-password" required autofocus
        /></label>
        <label
          >新密码（至少 ${least} 个字符，不能与用户名相同）<input
            name="newPassword"
            type="password"
            autocomplete="new-password"
            minlength="${least}"
            required
        /></label>
        <label
          >再次输入新密码<input
            name="repeated"
            type="password"
            autocomplete="new-password"
            minlength="${least}"
            required
        /></label>
        <button>保存新密码</button>
      </form>`,
  });
