import { createHash } from 'node:crypto';

/**
 * The Merkle tree of RFC 6962, section 2.1, over leaf hashes that come one by one. It keeps one hash for each complete
 * subtree, so a ledger of any length costs a few hundred bytes.
 */
export class MerkleTree {
  /** Roots of the complete subtrees from left to right; their sizes are the powers of two that add up to `size`. */
  private readonly peaks: Buffer[] = [];
  private leaves = 0;

  /** How many leaves were added. */
  get size(): number {
    return this.leaves;
  }

  /** Adds the next leaf by its hash (SHA-256 of `0x00` and the entry). */
  add(leafHash: Buffer): void {
    let node = leafHash;
    // As many subtrees become complete as the old size has ones at its end, as in counting.
    for (let size = this.leaves; size % 2 === 1; size = Math.floor(size / 2)) node = parent(this.peaks.pop()!, node);
    this.peaks.push(node);
    this.leaves += 1;
  }

  /** The Merkle Tree Hash of the leaves so far; for none, the hash of nothing. */
  root(): Buffer {
    const last = this.peaks.at(-1);
    if (last === undefined) return createHash('sha256').digest();
    return this.peaks.slice(0, -1).reduceRight((right, left) => parent(left, right), last);
  }
}

const NODE = Buffer.from([1]);

const parent = (left: Buffer, right: Buffer): Buffer =>
  createHash('sha256').update(NODE).update(left).update(right).digest();
