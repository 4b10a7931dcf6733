import type { ProblemDocument } from '../http/problem-document';
import { html } from './html';
import { page } from './layout.page';

/** What went wrong, for a reader of pages. */
export const problemPage = ({ title, status, code, violations = [], correlationId }: ProblemDocument): string =>
  page({
    title,
    content: html`<h1>${title}</h1>
      ${
        violations.length > 0 &&
        html`<ul>
          ${violations.map(({ pointer, message }) => html`<li><code>${pointer.slice(1)}</code> ${message}</li>`)}
        </ul>`
      }
      <p class="under"><a href="/">返回首页</a></p>
      <p class="soft under">
        ${status} · ${code}${correlationId && html`<br />报障时请提供编号 <code>${correlationId}</code>`}
      </p>`,
  });
