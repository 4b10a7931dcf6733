/** Whether two pieces of plain JSON say the same, whatever the order of their fields. A field left out equals `undefined`. */
export function sameContent(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isComposite(a) || !isComposite(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...fields].every((field) => sameContent(a[field], b[field]));
}

const isComposite = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
