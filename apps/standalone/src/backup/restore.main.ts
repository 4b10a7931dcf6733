import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { withDatabases } from './databases';
import { clientsFolderOf, fileNamed, reportStep, runCommand, WrongUsage } from './operator-command';
import { checkBackup, restore } from './restore';
import { table } from './table';

const usage = `npm run restore -- <file> [--clients <folder>]
npm run restore -- --check <file>

  恢复到空的数据目录（GONGYOU_DATA）或空数据库（DATABASE_URL），并校验
  restores into an empty data folder (GONGYOU_DATA) or database (DATABASE_URL), and verifies
  --check    只检查备份并说明其内容 only judges the backup and says what it holds
  --clients  存放 enterprise-clients.json 的目录 the folder that is to hold enterprise-clients.json`;

runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { check: { type: 'boolean', default: false }, clients: { type: 'string' } },
  });
  const [named] = positionals;
  if (named === undefined || positionals.length > 1) throw new WrongUsage(usage);
  const file = fileNamed(named);
  const manifest = values.check
    ? await checkBackup(file)
    : await withDatabases({ env: process.env, are: 'new', report: reportStep }, (databases) =>
        restore({ ...databases, clientsFolder: clientsFolderOf(values.clients), file }),
      );
  console.log(
    `${table(manifest)}\n${values.check ? '备份完好 the backup is intact' : '已恢复并校验 restored and verified'}`,
  );
});
