import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { MerkleTree } from './merkle-tree';

/** The leaves and roots by which implementations of RFC 6962 are tested (certificate-transparency, merkle tree tests). */
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const sha256 = (...parts: Buffer[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const leafHash = (leaf: Buffer): Buffer => sha256(Buffer.from([0]), leaf);

/** The definition, word for word: MTH(D[n]) = SHA-256(0x01 || MTH(D[0:k]) || MTH(D[k:n])), k the largest power of two below n. */
function treeHash(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 0) return sha256();
  if (hashes.length === 1) return hashes[0]!;
  const k = 2 ** Math.floor(Math.log2(hashes.length - 1));
  return sha256(Buffer.from([1]), treeHash(hashes.slice(0, k)), treeHash(hashes.slice(k)));
}

const rootOf = (hashes: readonly Buffer[]): string => {
  const tree = new MerkleTree();
  hashes.forEach((hash) => tree.add(hash));
  return tree.root().toString('hex');
};

describe('The Merkle tree of RFC 6962', () => {
  it.each(roots.map((root, size) => ({ size, root })))('has the known root over $size leaves', ({ size, root }) => {
    expect(rootOf(leaves.slice(0, size).map((leaf) => leafHash(Buffer.from(leaf, 'hex'))))).toBe(root);
  });

  it('has the root of the definition, however many leaves it has', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 4 }), { maxLength: 70 }), (entries) => {
        const hashes = entries.map((entry) => leafHash(Buffer.from(entry)));
        expect(rootOf(hashes)).toBe(treeHash(hashes).toString('hex'));
      }),
    );
  });

  it('gives its root at any time, and goes on', () => {
    const tree = new MerkleTree();
    const seen = [...leaves, ''].map((leaf) => {
      const root = tree.root().toString('hex');
      tree.add(leafHash(Buffer.from(leaf, 'hex')));
      return root;
    });
    expect(seen).toEqual(roots);
    expect(tree.size).toBe(9);
  });
});
