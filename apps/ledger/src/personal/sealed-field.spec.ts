import { randomBytes } from 'node:crypto';
import { isSealed } from '@gongyou/contracts';
import { type FieldPlace, openField, SealBroken, sealField } from './sealed-field';

const key = randomBytes(32);
const place: FieldPlace = { personId: 'worker-7', type: 'WorkerRegistered', field: 'name', kind: 'name' };
const event = '01938f6e-0000-7000-8000-000000000001';
const sealed = sealField(key, place, event, '张晓明');

const parts = (text: string) => {
  const bytes = Buffer.from(text.slice('sealed:v1:'.length), 'base64url');
  const end = 2 + bytes.readUInt16BE(0);
  return { header: bytes.subarray(2, end), rest: bytes.subarray(end) };
};
const joined = (header: Buffer, rest: Buffer): string => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(header.length);
  return `sealed:v1:${Buffer.concat([length, header, rest]).toString('base64url')}`;
};

describe('A sealed field', () => {
  it('opens with the key of its person, and says of what kind it is', () => {
    expect(openField(key, 'worker-7', sealed)).toEqual({ kind: 'name', value: '张晓明' });
  });

  it('is a text that every reader can tell from a plain one, and that holds nothing of it', () => {
    expect(isSealed(sealed)).toBe(true);
    expect(Buffer.from(sealed.slice('sealed:v1:'.length), 'base64url').includes('张')).toBe(false);
  });

  it('is read for ever: what was sealed in the first form opens, and is sealed so today', () => {
    const first = Buffer.alloc(32, 1);
    const text =
      'sealed:v1:ACJbIm5hbWUiLCJXb3JrZXJSZWdpc3RlcmVkIiwibmFtZSJdFEHm_GOn5y2xHGk3YzqStYxydAGmcUR770KLP4824AeovkOksQ';
    expect(openField(first, 'worker-7', text)).toEqual({ kind: 'name', value: '张晓明' });
    expect(sealField(first, place, event, '张晓明')).toBe(text);
  });

  it('has the same bytes when the same event is sealed again, so that an append may be repeated', () => {
    expect(sealField(key, place, event, '张晓明')).toBe(sealed);
  });

  it.each([
    ['another event', sealField(key, place, '01938f6e-0000-7000-8000-000000000002', '张晓明')],
    ['another value', sealField(key, place, event, '张晓朋')],
    ['another field', sealField(key, { ...place, field: 'formerName' }, event, '张晓明')],
  ])('shares no nonce with %s', (_, other) => {
    const nonce = (text: string) => parts(text).rest.subarray(0, 12).toString('hex');
    expect(nonce(other)).not.toBe(nonce(sealed));
  });

  it('does not open for another person, nor with another key', () => {
    expect(() => openField(key, 'worker-8', sealed)).toThrow(SealBroken);
    expect(() => openField(randomBytes(32), 'worker-7', sealed)).toThrow(SealBroken);
  });

  it.each([
    ['event type', ['name', 'WorkerRenamed', 'name']],
    ['field', ['name', 'WorkerRegistered', 'formerName']],
    ['kind', ['address', 'WorkerRegistered', 'name']],
  ])('does not open when it is made to tell another %s', (_, header) => {
    const { rest } = parts(sealed);
    expect(parts(sealed).header.toString()).toBe('["name","WorkerRegistered","name"]');
    expect(() => openField(key, 'worker-7', joined(Buffer.from(JSON.stringify(header)), rest))).toThrow(SealBroken);
  });

  it('does not open with any one bit changed', () => {
    const bytes = Buffer.from(sealed.slice('sealed:v1:'.length), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => openField(key, 'worker-7', `sealed:v1:${changed.toString('base64url')}`)).toThrow(SealBroken);
    }
  });

  it.each(['', '张晓明', 'sealed:v1:', 'sealed:v1:AA', 'sealed:v1:AAAA', `${sealed}!`, sealed.slice(0, -8)])(
    'is not %j',
    (text) => {
      expect(() => openField(key, 'worker-7', text)).toThrow(SealBroken);
    },
  );
});
