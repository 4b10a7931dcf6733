import 'reflect-metadata';
import { type LedgerFindings, NoLedger, verifyLedger } from '../../../ledger/src';
import { BackupError } from './backup.error';
import { withDatabases } from './databases';
import { reportStep, runCommand } from './operator-command';
import { table } from './table';

/** `npm run verify`: reads the whole ledger and says whether all of it is what was written; exit code 1 when it is not. */
runCommand(async () => {
  const findings = await withDatabases({ env: process.env, are: 'there', report: reportStep }, ({ ledgerUrl }) =>
    verified(ledgerUrl),
  );
  console.log(told(findings));
  if (!findings.isIntact) process.exitCode = 1;
});

async function verified(ledgerUrl: string): Promise<LedgerFindings> {
  try {
    return await verifyLedger(ledgerUrl);
  } catch (error) {
    if (error instanceof NoLedger) throw new BackupError('standalone.backup.noLedger', {}, { cause: error });
    throw error;
  }
}

function told(found: LedgerFindings): string {
  const { findings, findingCount } = found;
  const lines = findings.map(({ position, texts, code }) => {
    const place = position === undefined ? '账本 ledger' : `位置 position ${position}`;
    return `${place}: ${texts.zh} ${texts.en} [${code}]`;
  });
  if (findingCount > findings.length) lines.push(`…… ${findingCount - findings.length} 处未列出 more are not listed`);
  const verdict = found.isIntact ? '完好 intact' : `不完好，${findingCount} 处 NOT intact, ${findingCount} findings`;
  return [table(found), ...lines, verdict].join('\n');
}
