import type { Bilingual } from '@gongyou/domain';
import { PlatformProblem } from '@gongyou/messaging';

const texts = {
  running: {
    zh: '重建、比较或切换正在进行，请稍后再试',
    en: 'A rebuild, a comparison or a switch is going on. Try again later.',
  },
  liveBehind: {
    zh: '现用的读模型落后于重建的读模型，且没有跟上',
    en: 'The live read models are behind the rebuilt ones and do not come closer.',
  },
  readersStay: {
    zh: '仍有查询在读取现用的读模型，未能切换，请稍后再试',
    en: 'Queries that take long are still reading the live read models; nothing was switched. Try again later.',
  },
  nothingBuilt: {
    zh: '没有重建的读模型，请先执行 rebuild',
    en: 'There are no rebuilt read models. Run rebuild first.',
  },
  nothingToReturnTo: {
    zh: '没有可退回的上一套读模型',
    en: 'There are no previous read models to go back to.',
  },
  behind: {
    zh: '重建的读模型落后太多，请再执行 rebuild（或用 --force 强制切换）',
    en: 'The rebuilt read models are too far behind. Run rebuild again, or switch with --force.',
  },
  differs: {
    zh: '重建的读模型与现用的不一致，请执行 compare 查看（或用 --force 强制切换）',
    en: 'The rebuilt read models differ from the live ones. See compare, or switch with --force.',
  },
} as const satisfies Record<string, Bilingual>;

/** Why the operator's wish cannot be met as things stand. */
export const rebuildProblem = (why: keyof typeof texts, detail: Record<string, number> = {}): PlatformProblem =>
  new PlatformProblem('refused', `projection.rebuild.${why}`, texts[why], detail);
