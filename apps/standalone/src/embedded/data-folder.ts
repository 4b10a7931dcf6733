import { chmod, mkdir, readdir, readFile, realpath, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EmbeddedServerError } from './embedded-server.error';
import { FileLock } from './file-lock';

/**
 * The one folder in which `npm start` keeps everything: `GONGYOU_DATA`, by default `.gongyou` in the project.
 *
 * ```text
 * layout     the version of this layout
 * lock       held while the platform runs; says by which process and at which address
 * postgres/  PostgreSQL's data and password (a link, where PostgreSQL's user cannot enter this folder)
 * nats/      nats-server's configuration and its JetStream store
 * logs/      what both servers say, bounded
 * person-master-key   wraps the keys of persons: without it nobody reads personal data (docs/operations.md)
 * ```
 *
 * Nobody else may read in it. One process at a time holds it.
 */
export class DataFolder {
  private constructor(
    /** Absolute, without links. */
    readonly path: string,
    private readonly lock: FileLock<Holder>,
  ) {}

  /** Where the folder is, or would be. */
  static pathOf(env: { GONGYOU_DATA?: string } = process.env): string {
    return resolve(env.GONGYOU_DATA || join(projectFolder(), '.gongyou'));
  }

  /** Whether a platform was ever started there. */
  static exists(env: { GONGYOU_DATA?: string } = process.env): boolean {
    return existsSync(join(DataFolder.pathOf(env), 'layout'));
  }

  /**
   * Makes the folder where it is missing, and takes its lock.
   *
   * @throws EmbeddedServerError when another process holds it, when it is not writable, or when it holds other files than ours
   */
  static async open(env: { GONGYOU_DATA?: string } = process.env): Promise<DataFolder> {
    const path = DataFolder.pathOf(env);
    try {
      await mkdir(path, { recursive: true });
      await claim(path);
      const folder = await realpath(path);
      const held = await FileLock.take<Holder>(join(folder, 'lock'), { pid: process.pid });
      if (held instanceof FileLock) return new DataFolder(folder, held);
      throw new EmbeddedServerError('standalone.dataFolder.inUse', { folder: path, ...held });
    } catch (error) {
      if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? ''))
        throw error;
      throw new EmbeddedServerError('standalone.dataFolder.notWritable', { folder: path }, { cause: error });
    }
  }

  /** A folder of its own in the data folder, made if missing, closed to everybody else. */
  async part(name: string): Promise<string> {
    const path = join(this.path, name);
    await mkdir(path, { recursive: true, mode: 0o700 });
    return path;
  }

  /** Tells a second `npm start` where the first one answers. */
  announce(address: string): void {
    this.lock.write({ pid: process.pid, address });
  }

  /** Lets go of the folder; to be called after the servers in it have stopped. */
  close(): void {
    this.lock.release();
  }
}

interface Holder {
  pid: number;
  address?: string;
}

const currentLayout = 1;

/** Closes the folder to others, once it is sure that it is ours: a mistyped GONGYOU_DATA must not change somebody else's folder. */
async function claim(folder: string): Promise<void> {
  const layoutFile = join(folder, 'layout');
  const layout = await readFile(layoutFile, 'utf8').catch(() => undefined);
  if (layout === undefined) {
    const others = (await readdir(folder)).filter((name) => name !== 'lost+found');
    if (others.length > 0) throw new EmbeddedServerError('standalone.dataFolder.notOurs', { folder });
    // PostgreSQL does not run as root: its user must be able to pass through to its own part.
    await chmod(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
    await writeFile(layoutFile, `${currentLayout}\n`, { mode: 0o600 });
  } else if (Number(layout) > currentLayout) {
    throw new EmbeddedServerError('standalone.dataFolder.newerLayout', { folder, layout: layout.trim() });
  }
}

/** The folder that holds package.json, from the sources and from dist alike. */
function projectFolder(from = __dirname): string {
  return existsSync(join(from, 'package.json')) || from === dirname(from) ? from : projectFolder(dirname(from));
}
