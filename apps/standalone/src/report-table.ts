import type { LeadingGroupReport } from '@gongyou/contracts';
import Table from 'cli-table3';

/** The report as a table for the terminal. */
export function reportTable({ organization, programme, period, asOf, parts, totals }: LeadingGroupReport): string {
  const table = new Table({
    head: ['', '主要举措', '牵头部门', '计划', '完成', '待验收', '超期', '退回'],
    style: { head: [], border: [], compact: true },
    colAligns: ['right', 'left', 'left', 'right', 'right', 'right', 'right', 'right'],
  });
  for (const part of parts) {
    table.push([{ colSpan: 8, content: part.title.zh, hAlign: 'left' }]);
    for (const { number, title, leadDepartments, tasks } of part.measures) {
      const lead = leadDepartments.map(({ name }) => name.zh).join('、');
      table.push([String(number ?? ''), title.zh, lead, ...counts(tasks)]);
    }
  }
  table.push(['', '合计', '', ...counts(totals)]);
  const title = `${organization.name} · ${programme.title.zh}`;
  return [title, `报告期 ${period.period}，截至 ${asOf.day}，账本位置 ${asOf.position}`, table.toString()].join('\n');
}

const counts = (tasks: LeadingGroupReport['totals']): string[] =>
  [tasks.planned, tasks.done, tasks.awaitingAcceptance, tasks.overdue, tasks.returned].map(({ value }) =>
    String(value),
  );
