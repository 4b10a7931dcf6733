import { PlantedTree, project } from './planted-tree';
import { strayScripts } from './stray-scripts';

describe('Compiled files beside the sources', () => {
  it('are not there', () => {
    expect(strayScripts(project)).toEqual([]);
  });

  it('are found wherever they lie', async () => {
    const strays = [
      'apps/ledger/src/main.d.ts',
      'apps/ledger/src/main.js',
      'apps/standalone/bootstrap/start.js',
      'apps/standalone/bootstrap/start/start.mjs',
      'apps/standalone/src/start.mjs',
      'libs/domain/src/fen.cjs',
      'libs/domain/src/fen.js.map',
    ];
    const wanted = [
      ...['apps/standalone/bootstrap/start.mjs', 'apps/console/vite.config.js', 'apps/ledger/src/main.ts'],
      ...['libs/domain/src/fen.json', 'libs/domain/node_modules/a/index.js'],
    ];
    const tree = await PlantedTree.of(Object.fromEntries([...strays, ...wanted].map((file) => [file, ''])));
    try {
      expect(strayScripts(tree.folder)).toEqual(strays);
    } finally {
      await tree.uproot();
    }
  });
});
