import { parseArgs } from 'node:util';
import { clientNamePattern, platformClients } from '@gongyou/contracts';
import type { Bilingual } from '@gongyou/domain';
import { isEventsSubject } from '../bus/events-consumer';

/** What the command line asks for. */
export type Asked =
  { act: 'add'; name: string; organizationId: string; events: string | undefined } | { act: 'revoke'; name: string };

/** Throws `Stop` for what cannot be asked, before anything is done. */
export function readArguments(words: readonly string[]): Asked {
  const { positionals, values } = parsed(words);
  const [act, name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw misused();
  if (name.length > 64 || !clientNamePattern.test(name)) {
    throw new Stop({
      zh: '名称应为小写字母、数字和单个短横线，以字母开头，不超过 64 个字符',
      en: 'A name has small letters, digits and single dashes, begins with a letter, and is at most 64 characters long.',
    });
  }
  if ((platformClients as readonly string[]).includes(name)) {
    throw new Stop({ zh: `名称“${name}”为平台自用`, en: `The name ${name} is kept for the platform itself.` });
  }
  if (act === 'revoke') return { act, name };
  if (act !== 'add' || values.organization === undefined) throw misused();
  if (values.events !== undefined && !isEventsSubject(values.events)) {
    throw new Stop({
      zh: `平台没有主题为 ${values.events} 的事件；例如 events.supervision.* 或 events.supervision.TaskAccepted`,
      en: `The platform has no events on ${values.events}; try events.supervision.* or events.supervision.TaskAccepted.`,
    });
  }
  return { act, name, organizationId: values.organization, events: values.events };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { organization: { type: 'string' }, events: { type: 'string' } },
    });
  } catch (error) {
    throw misused((error as Error).message);
  }
}

/** Ends the command with words for the operator. */
export class Stop extends Error {
  constructor(texts: Bilingual, more = '') {
    super([texts.zh, texts.en, more].filter(Boolean).join('\n'));
  }
}

const misused = (reason?: string): Stop =>
  new Stop({ zh: '用法：', en: 'usage:' }, [reason, usage].filter(Boolean).join('\n'));

const usage = `  npm run --silent client -- add <name> --organization <unit id> [--events <subject>]
  npm run --silent client -- revoke <name>

  add      登记企业系统，输出其连接参数（密码只显示一次；再次执行即更换密码）
           binds an enterprise system to a unit and prints how it connects (the password is shown once; adding again changes it)
  revoke   注销企业系统，立即断开
           takes its access away and disconnects it at once
  --events 例如 events.supervision.*：允许其接收全平台该类事件
           lets it receive all the platform's events on this subject`;
