import { type CreditCode, isCreditCode } from '@gongyou/domain';
import type { Randomness } from '../randomness';

const letters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

/** A credit code of an enterprise whose check character is right, and which nobody has: no division of the country begins with 19. */
export function inventedCreditCode(chance: Randomness): CreditCode {
  const division = `19${String(chance.between(0, 9_999)).padStart(4, '0')}`;
  const body = Array.from({ length: 9 }, () => chance.oneOf(letters)).join('');
  const code = letters.map((check) => `91${division}${body}${check}`).find(isCreditCode);
  return code as CreditCode;
}

/** The same code with another check character. */
export function mistyped(code: CreditCode): string {
  const check = letters.find((letter) => letter !== code.at(-1))!;
  return `${code.slice(0, -1)}${check}`;
}

/** Places that are on no map. */
const places = '青屿 云泽 栖霞川 松岚 明澜 望舒 白鹿原湾 澄江口 丹枫岭 沧月 雁回 临溪 鹤鸣 紫荆坪 星沙渡 玉带河'.split(
  ' ',
);

const works = [
  { what: '跨海大桥', category: 'highway' },
  { what: '高速公路土建二标', category: 'highway' },
  { what: '港区集装箱码头', category: 'harbourAndWaterway' },
  { what: '轨道交通三号线车站', category: 'municipal' },
  { what: '水库除险加固', category: 'waterConservancy' },
  { what: '保障性住房', category: 'building' },
  { what: '铁路站前工程', category: 'railway' },
  { what: '污水处理厂', category: 'municipal' },
] as const;

/** A work of construction by its number: two numbers have different names. */
export function inventedWork(number: number): { name: string; category: (typeof works)[number]['category'] } {
  const { what, category } = works[number % works.length]!;
  const round = Math.floor(number / (works.length * places.length));
  const place = places[(number + Math.floor(number / works.length)) % places.length]!;
  return { name: `${place}${what}${round > 0 ? `（${round + 1}期）` : ''}项目部`, category };
}

const digits = [...'零一二三四五六七八九'];

/** A number from 1 to 99 as it stands in a name: 一, 十二, 二十. */
export function numeral(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const upper = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]!}十`;
  return upper + (ones === 0 ? '' : digits[ones]!);
}

const businesses = '公路 航务 桥隧 路桥 轨道 水利 城建 建筑安装'.split(' ');

/** A company of the group by its number. */
export const inventedCompanyName = (number: number): string =>
  `示例第${numeral(number + 1)}${businesses[number % businesses.length]}工程有限公司`;

/** A labour subcontractor by its number. */
export const inventedSubcontractorName = (number: number): string =>
  `示例${places[number % places.length]}建筑劳务有限公司${number >= places.length ? `（${Math.floor(number / places.length) + 1}）` : ''}`;
