import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PersonalKind } from '@gongyou/contracts';
import { MasterKey, WrongMasterKey } from './master-key';

describe('The master key', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gongyou-master-key-'));
    file = join(folder, 'person-master-key');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made once, for its owner’s eyes only, and is the same at every start', async () => {
    await MasterKey.makeIn(file);
    const text = await readFile(file, 'utf8');
    await MasterKey.makeIn(file);
    expect(await readFile(file, 'utf8')).toBe(text);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const [first, again] = [await MasterKey.read(file), await MasterKey.read(file)];
    expect(again.id).toBe(first.id);
    expect(again.unwrap('worker-7', first.wrap('worker-7', Buffer.alloc(32, 7)))).toEqual(Buffer.alloc(32, 7));
  });

  it.each(['', 'too-short', `${'A'.repeat(43)}=`, 'A'.repeat(44), '0'.repeat(64)])(
    'is not a file that holds %j',
    async (text) => {
      await writeFile(file, text, { mode: 0o600 });
      await expect(MasterKey.read(file)).rejects.toThrow(WrongMasterKey);
    },
  );

  it('gives the same keyed hashes for ever: streams are named by them', async () => {
    await writeFile(file, Buffer.alloc(32, 1).toString('base64url'), { mode: 0o600 });
    const master = await MasterKey.read(file);
    expect(master.id).toBe('13c59ed2e63ae0e599aaaaab63796458');
    expect(master.blindIndex('identityNumber', '37020219900307271X')).toBe(
      'd7c56212e39235614f1fc937a35c5b5fad257e5d8917ed173264ae3af202ac68',
    );
    expect(master.fingerprint('f')).toBe('2a9842eee2522c5e2a29e90dd440c48636dd85f79731a40d362320a9f3cf61c7');
  });

  it('is refused when everybody may read it, and when it is not there', async () => {
    await expect(MasterKey.read(file)).rejects.toThrow(WrongMasterKey);
    await MasterKey.makeIn(file);
    await chmod(file, 0o604);
    await expect(MasterKey.read(file)).rejects.toThrow('everybody may read');
  });

  it('unwraps no key for another person, and none that another master key wrapped', () => {
    const master = MasterKey.random();
    const wrapped = master.wrap('worker-7', Buffer.alloc(32, 7));
    expect(() => master.unwrap('worker-8', wrapped)).toThrow();
    expect(() => MasterKey.random().unwrap('worker-7', wrapped)).toThrow();
  });

  it('hashes a fingerprint so that nobody without it can guess the body', () => {
    const master = MasterKey.random();
    expect(master.fingerprint('f'.repeat(64))).toMatch(/^[0-9a-f]{64}$/);
    expect(master.fingerprint('f'.repeat(64))).toBe(master.fingerprint('f'.repeat(64)));
    expect(MasterKey.random().fingerprint('f'.repeat(64))).not.toBe(master.fingerprint('f'.repeat(64)));
  });
});

describe('A blind index', () => {
  const master = MasterKey.random();

  it.each<[PersonalKind, string, string]>([
    ['identityNumber', '37020219900307271X', ' 37020219900307271x '],
    ['identityNumber', '37020219900307271X', '３７０２０２１９９００３０７２７１Ｘ'],
    ['phone', '13812345678', '+86 138-1234-5678'],
    ['phone', '13812345678', '008613812345678'],
    ['bankAccount', '6222020200112233', '6222 0202 0011 2233'],
    ['name', '张晓明', '张　晓 明'],
    ['name', '买买提·吐尔逊', '买买提•吐尔逊'],
  ])('of a %s is the same however it is written: %s and %s', (kind, value, other) => {
    expect(master.blindIndex(kind, other)).toBe(master.blindIndex(kind, value));
  });

  it('differs for another value, another kind and another master key', () => {
    const indexes = [
      master.blindIndex('phone', '13812345678'),
      master.blindIndex('phone', '13812345679'),
      master.blindIndex('phone', '8613812345'),
      master.blindIndex('bankAccount', '13812345678'),
      MasterKey.random().blindIndex('phone', '13812345678'),
    ];
    expect(new Set(indexes).size).toBe(5);
    indexes.forEach((index) => expect(index).toMatch(/^[0-9a-f]{64}$/));
  });
});
