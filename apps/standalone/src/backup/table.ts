/** What a ledger or a backup holds. */
interface Holdings {
  events: number;
  streams: number;
  commands: number;
  lastPosition: number;
  firstRecordedAt?: string;
  lastRecordedAt?: string;
  rootHash?: string;
  accounts?: number;
  enterpriseClients?: number;
  createdAt?: string;
}

/** Holdings in lines for the terminal. */
export function table(of: Holdings): string {
  const lines: [string, string | number | undefined][] = [
    ['备份时间 backed up at', of.createdAt],
    ['事件 events', of.events],
    ['流 streams', of.streams],
    ['命令 commands', of.commands],
    ['末位置 last position', of.lastPosition],
    ['首次记录 first recorded', of.firstRecordedAt],
    ['末次记录 last recorded', of.lastRecordedAt],
    ['账户 accounts', of.accounts],
    ['企业系统 enterprise systems', of.enterpriseClients],
    ['根哈希 root hash', of.rootHash ?? '—'],
  ];
  return lines
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}
