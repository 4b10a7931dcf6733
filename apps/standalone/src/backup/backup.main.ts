import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { backUp } from './backup';
import { withDatabases } from './databases';
import { clientsFolderOf, fileNamed, reportStep, runCommand, WrongUsage } from './operator-command';
import { table } from './table';

const usage = `npm run backup -- <file> [--clients <folder>]

  备份运行中的平台到一个新文件：账本、账户与授权、企业系统
  backs up a platform, running or stopped, to a new file: ledger, accounts with grants, enterprise systems
  --clients  enterprise-clients.json 所在目录（默认为数据目录）the folder of enterprise-clients.json (by default in the data folder)`;

runCommand(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { clients: { type: 'string' } } });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new WrongUsage(usage);
  const manifest = await withDatabases({ env: process.env, are: 'there', report: reportStep }, (databases) =>
    backUp({
      ...databases,
      clientsFolder: clientsFolderOf(values.clients),
      file: fileNamed(file),
      now: () => new Date(),
    }),
  );
  console.log(`${table(manifest)}\n${fileNamed(file)}`);
});
