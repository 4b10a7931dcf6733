/** Element types of arrays, by their number in PostgreSQL's catalogue. */
const TEXT = 25;
const BYTEA = 17;
const INT4 = 23;
const UUID = 2950;

/**
 * Arrays as parameters in PostgreSQL's binary form: a header of one dimension, then each element behind its length. Written as text
 * they would be escaped here and parsed there, which costs more than storing them.
 */
export const textArray = (values: readonly (string | Buffer)[]): Buffer =>
  arrayOf(
    TEXT,
    values.map((value) => (typeof value === 'string' ? Buffer.from(value) : value)),
  );

export const byteaArray = (values: readonly Buffer[]): Buffer => arrayOf(BYTEA, values);

export const uuidArray = (values: readonly string[]): Buffer =>
  arrayOf(
    UUID,
    values.map((value) => Buffer.from(value.replaceAll('-', ''), 'hex')),
  );

export function intArray(values: readonly number[]): Buffer {
  const array = withHeader(INT4, values.length, 4 * values.length);
  values.forEach((value, index) => {
    array.writeInt32BE(4, HEADER_BYTES + 8 * index);
    array.writeInt32BE(value, HEADER_BYTES + 8 * index + 4);
  });
  return array;
}

const HEADER_BYTES = 20;

function arrayOf(type: number, elements: readonly Buffer[]): Buffer {
  const array = withHeader(
    type,
    elements.length,
    elements.reduce((bytes, element) => bytes + element.length, 0),
  );
  let offset = HEADER_BYTES;
  for (const element of elements) {
    offset = array.writeInt32BE(element.length, offset);
    offset += element.copy(array, offset);
  }
  return array;
}

/** Dimensions, no nulls, element type; then size and lower bound of the dimension. */
function withHeader(type: number, elements: number, elementBytes: number): Buffer {
  const array = Buffer.allocUnsafe(HEADER_BYTES + 4 * elements + elementBytes);
  [1, 0, type, elements, 1].forEach((value, index) => array.writeInt32BE(value, 4 * index));
  return array;
}
