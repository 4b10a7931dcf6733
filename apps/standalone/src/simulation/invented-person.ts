import { addDays, checkResidentId, type Day, type ResidentId, type Sex } from '@gongyou/domain';
import type { Randomness } from '../randomness';

/** A person who looks real and is nobody: no division of the country begins with 19, and no mobile number with 154. */
export interface InventedPerson {
  name: string;
  sex: Sex;
  bornOn: Day;
  identityNumber: ResidentId;
  phone: string;
}

/** How old people on a construction site are, in full years, and how many of a hundred. */
const ages: readonly { from: number; to: number; share: number }[] = [
  { from: 18, to: 29, share: 16 },
  { from: 30, to: 39, share: 23 },
  { from: 40, to: 49, share: 27 },
  { from: 50, to: 59, share: 34 },
];
const WOMEN = 0.11;
const DIVISIONS = 10_000;
/** Of the thousand sequences that a division has for a day, each sex has half. */
const MOST_PERSONS = DIVISIONS * 500;

/**
 * The person of a number. The same number and the same chance give the same person; two numbers never share an identity number
 * or a phone.
 *
 * @param number from 0 to below five million
 * @param today the day on which the ages hold
 */
export function inventedPerson(number: number, chance: Randomness, today: Day): InventedPerson {
  if (!Number.isSafeInteger(number) || number < 0 || number >= MOST_PERSONS)
    throw new RangeError(`a person's number must be from 0 to ${MOST_PERSONS - 1}`);
  const sex: Sex = chance.happens(WOMEN) ? 'female' : 'male';
  const bornOn = birthDay(chance, today);
  const division = `19${String(number % DIVISIONS).padStart(4, '0')}`;
  return {
    name: invent(sex, chance),
    sex,
    bornOn,
    identityNumber: numbered(division, bornOn, sex, Math.floor(number / DIVISIONS), today),
    phone: `154${String(number).padStart(8, '0')}`,
  };
}

function birthDay(chance: Randomness, today: Day): Day {
  let place = chance.between(1, 100);
  const group = ages.find(({ share }) => (place -= share) <= 0) ?? ages.at(-1)!;
  const years = chance.between(group.from, group.to);
  return addDays(today, -Math.floor(years * 365.25) - chance.between(1, 364));
}

/** The sequence is even for women and odd for men; the persons of one division have different ones. */
function numbered(division: string, bornOn: Day, sex: Sex, index: number, today: Day): ResidentId {
  const sequence = 2 * index + (sex === 'male' ? 1 : 0);
  const body = `${division}${bornOn.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  const last = [...'0123456789X'].find((digit) => checkResidentId(body + digit, today) === 'valid');
  return `${body}${last}` as ResidentId;
}

/** The most frequent surnames, each as often as it is named among a hundred people. */
const surnames = [
  ...'王王王王王王王李李李李李李李张张张张张张刘刘刘刘刘陈陈陈陈杨杨杨黄黄赵赵赵周周吴吴吴徐徐孙孙马马朱朱胡胡郭郭何何高高林林罗罗',
  ...'郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
  '欧阳',
];
const givenOfMen = [
  ...'伟强磊军勇涛超明刚平辉鹏华飞斌波凯健俊帆宇浩建国志海龙文林东成毅峰亮永德义福根生泉富贵春山松柏',
];
const givenOfWomen = [...'芳娜敏静丽艳娟霞秀英慧玲桂兰燕萍红梅琴云莲珍凤洁月菊翠巧荣华彩琳'];

function invent(sex: Sex, chance: Randomness): string {
  const given = sex === 'male' ? givenOfMen : givenOfWomen;
  const first = chance.oneOf(given);
  return chance.oneOf(surnames) + first + (chance.happens(0.72) ? chance.oneOf(given) : '');
}
