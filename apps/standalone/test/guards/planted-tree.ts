import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** The folder that holds package.json. */
export const project = join(__dirname, '..', '..', '..', '..');

/** Where a tool of node_modules is started. */
export const tool = (script: string): string => join(project, 'node_modules', script);

/** A folder of its own, with the project's settings and the given files, for a guard to find what was planted there. */
export class PlantedTree {
  private constructor(readonly folder: string) {}

  static async of(files: Readonly<Record<string, string>>): Promise<PlantedTree> {
    const tree = new PlantedTree(await realpath(await mkdtemp(join(tmpdir(), 'gongyou-planted-'))));
    for (const name of ['package.json', 'tsconfig.json']) await cp(join(project, name), join(tree.folder, name));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(tree.folder, path)), { recursive: true });
      await writeFile(join(tree.folder, path), text);
    }
    return tree;
  }

  /** Lets the tree use the project's packages. */
  async withPackages(): Promise<this> {
    await symlink(join(project, 'node_modules'), join(this.folder, 'node_modules'), 'dir');
    return this;
  }

  /** What a guard says as JSON about this tree. Guards that find something end with another exit code than 0. */
  async askedAbout<T>(script: string, ...args: string[]): Promise<T> {
    const said = await promisify(execFile)(process.execPath, [tool(script), ...args], {
      cwd: this.folder,
      maxBuffer: 64 * 1024 * 1024,
    }).catch((error: { stdout?: string }) => {
      if (error.stdout?.startsWith('{') || error.stdout?.startsWith('[')) return { stdout: error.stdout };
      throw error;
    });
    return JSON.parse(said.stdout) as T;
  }

  async uproot(): Promise<void> {
    await rm(this.folder, { recursive: true });
  }
}
