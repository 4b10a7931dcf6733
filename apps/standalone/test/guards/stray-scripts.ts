import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Scripts that are written by hand and run before anything is compiled. */
const handWritten = /^apps\/standalone\/bootstrap\/[\w-]+\.mjs$/;
/** The console is compiled by tools of its own. */
const ignored = new Set(['node_modules', 'dist', 'coverage', 'console']);

/**
 * Scripts and declarations below apps and libs that nobody wrote there. A build with wrong settings leaves them beside the sources,
 * git does not show them, and Node, jest and SWC load them instead of the TypeScript of the same name.
 */
export function strayScripts(project: string): string[] {
  return ['apps', 'libs']
    .flatMap((folder) => filesIn(join(project, folder)))
    .map((file) => relative(project, file))
    .filter((file) => /\.([cm]?js|[cm]?js\.map|d\.[cm]?ts)$/.test(file) && !handWritten.test(file))
    .sort();
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !ignored.has(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]));
}
