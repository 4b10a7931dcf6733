import { checked, ReportProgress, PublishProgramme } from './index';
it('measures', () => {
  for (const [n, c, make] of [['empties', ReportProgress, () => ({ taskId: 't', evidence: Array.from({ length: 340_000 }, () => ({})) })],
    ['numbers', ReportProgress, () => ({ taskId: 't', evidence: Array.from({ length: 500_000 }, () => 1) })],
    ['fields', ReportProgress, () => Object.fromEntries(Array.from({ length: 90_000 }, (_, i) => ['f' + i, 1]))],
    ['longname', ReportProgress, () => ({ ['f'.repeat(900_000)]: 1 })],
    ['prog', PublishProgramme, () => ({ programme: { measures: Array.from({ length: 200 }, () => ({ items: Array.from({ length: 1000 }, () => ({})) })) } })],
    ['ids', PublishProgramme, () => ({ programme: { measures: [{ leadDepartmentIds: Array.from({ length: 300_000 }, () => 'A') }] } })],
  ] as const) {
    const m = make(); const t = Date.now(); let size = 0;
    try { checked(c as never, m); } catch (e) { size = JSON.stringify((e as { violations: unknown }).violations).length; }
    console.log(n, JSON.stringify(m).length, Date.now() - t, 'ms', size);
  }
});
