import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryDataFolder } from '../testing/temporary-data-folder';
import { DataFolder } from '.';

describe('The data folder', () => {
  let place: Awaited<ReturnType<typeof temporaryDataFolder>>;

  beforeEach(async () => (place = await temporaryDataFolder()));
  afterEach(() => place.remove());

  const open = (...below: string[]) => DataFolder.open({ GONGYOU_DATA: join(place.path, ...below) });

  it('is made where it is missing, and nobody else may list it', async () => {
    const folder = await open('a', 'b');
    // As root, PostgreSQL's user must be able to pass through.
    expect((await stat(folder.path)).mode & 0o777).toBe(process.getuid?.() === 0 ? 0o711 : 0o700);
    expect((await stat(await folder.part('keys'))).mode & 0o777).toBe(0o700);
    folder.close();
  });

  it('is held by one at a time; the second is told by whom, and where that one answers', async () => {
    const first = await open();
    first.announce('http://127.0.0.1:8080');
    await expect(open()).rejects.toMatchObject({
      code: 'standalone.dataFolder.inUse',
      text: { en: expect.stringContaining(`in use by process ${process.pid} at http://127.0.0.1:8080`) as string },
    });
    first.close();
  });

  it('can be opened again after it was closed', async () => {
    (await open()).close();
    (await open()).close();
  });

  it('is not opened, and not changed, where it holds files of somebody else', async () => {
    const others = join(place.path, 'srv');
    await mkdir(others, { mode: 0o755 });
    await writeFile(join(others, 'photo.jpg'), '');
    await expect(open('srv')).rejects.toMatchObject({ code: 'standalone.dataFolder.notOurs' });
    expect((await stat(others)).mode & 0o777).toBe(0o755);
  });

  it('is not opened by a version older than the one that made it', async () => {
    await writeFile(join(place.path, 'layout'), '2\n');
    await expect(open()).rejects.toMatchObject({ code: 'standalone.dataFolder.newerLayout' });
  });

  it('cannot be a file', async () => {
    await writeFile(join(place.path, 'file'), '');
    await expect(open('file')).rejects.toMatchObject({ code: 'standalone.dataFolder.notWritable' });
    await expect(open('file', 'below')).rejects.toMatchObject({ code: 'standalone.dataFolder.notWritable' });
  });
});
