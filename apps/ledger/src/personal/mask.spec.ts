import type { PersonalKind } from '@gongyou/contracts';
import { masked } from './mask';

describe('A mask', () => {
  it.each<[PersonalKind, string, string]>([
    ['name', '张晓明', '张*明'],
    ['name', '张明', '张*'],
    ['name', '张', '****'],
    ['name', '欧阳晓明', '欧**明'],
    ['name', '阿卜杜热合曼·买买提吐尔逊江·艾合买提', '阿****************提'],
    ['name', '𠮷田', '𠮷*'],
    ['identityNumber', '37020219900307271X', '3702************1X'],
    ['identityNumber', '370202900307271', '3702*********71'],
    ['identityNumber', 'K1234567', '****'],
    ['phone', '13812345678', '138****5678'],
    ['phone', '053212345678', '053*****5678'],
    ['phone', '82345678', '****'],
    ['bankAccount', '6222020200112233', '************2233'],
    ['bankAccount', '12345678901', '****'],
    ['birthDay', '1990-03-07', '1990-**-**'],
    ['birthDay', '19900307', '****'],
    ['address', '山东省青岛市市南区香港中路12号', '山东省青岛市****'],
    ['address', '青岛市南区香港中路', '****'],
    ['photo', 'photo-7', '****'],
  ])('of a %s hides %s as %s', (kind, value, mask) => {
    expect(masked(kind, value)).toBe(mask);
  });
});
