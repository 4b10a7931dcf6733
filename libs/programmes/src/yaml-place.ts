import { type Document, isMap, isNode, isScalar, type LineCounter, type Node } from 'yaml';

/** Where in the text something stands, counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** Finds the line of a path such as `measures[3].title.zh`; of a value that is missing, the line of what should hold it. */
export function linesOf(document: Document.Parsed, lineCounter: LineCounter): (path: string) => Place {
  return (path) => {
    const { line, col } = lineCounter.linePos(offsetOf(document, segmentsOf(path)));
    return { line, column: col };
  };
}

/** `/measures/3/title` (RFC 6901) as `measures[3].title`. */
export function asPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce(
      (path, token) => (/^\d+$/.test(token) ? `${path}[${token}]` : path === '' ? token : `${path}.${token}`),
      '',
    );
}

const segmentsOf = (path: string): (string | number)[] =>
  path.match(/[^.[\]]+/g)?.map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment)) ?? [];

function offsetOf(document: Document.Parsed, segments: readonly (string | number)[]): number {
  for (let length = segments.length; length > 0; length -= 1) {
    const offset = keyOffset(document, segments.slice(0, length)) ?? nodeOffset(document, segments.slice(0, length));
    if (offset !== undefined) return offset;
  }
  return 0;
}

/** Where the key stands, so that a fault in a block is shown at its name and not at its first line. */
function keyOffset(document: Document.Parsed, segments: readonly (string | number)[]): number | undefined {
  const holder = segments.length === 1 ? document.contents : document.getIn(segments.slice(0, -1), true);
  const name = segments.at(-1);
  if (!isMap<Node>(holder)) return undefined;
  const key = holder.items.find((pair) => isScalar(pair.key) && pair.key.value === name)?.key;
  return key?.range?.[0];
}

function nodeOffset(document: Document.Parsed, segments: readonly (string | number)[]): number | undefined {
  const node = document.getIn(segments, true);
  return isNode(node) ? node.range?.[0] : undefined;
}
