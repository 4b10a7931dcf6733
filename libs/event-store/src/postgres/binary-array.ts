/** Element types of arrays, by their number in PostgreSQL's catalogue. */
const TEXT = 25;
const BYTEA = 17;
const INT4 = 23;
const UUID = 2950;

/**
 * Arrays as parameters in PostgreSQL's binary form: a header of one dimension, then each element behind its length. Written as text
 * they would be escaped here and parsed there, which costs more than storing them.
 */
export function textArray(values: readonly string[]): Buffer {
  const lengths = values.map((value) => Buffer.byteLength(value));
  const array = withHeader(
    TEXT,
    values.length,
    lengths.reduce((bytes, length) => bytes + length, 0),
  );
  let offset = HEADER_BYTES;
  values.forEach((value, index) => {
    offset = array.writeInt32BE(lengths[index]!, offset);
    offset += array.write(value, offset);
  });
  return array;
}

/** Values of 32 bytes in hexadecimal. */
export const hashArray = (values: readonly string[]): Buffer => hexArray(BYTEA, 32, values);

export const uuidArray = (values: readonly string[]): Buffer =>
  hexArray(
    UUID,
    16,
    values.map((value) => value.replaceAll('-', '')),
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

function hexArray(type: number, bytes: number, values: readonly string[]): Buffer {
  const array = withHeader(type, values.length, bytes * values.length);
  let offset = HEADER_BYTES;
  for (const value of values) {
    offset = array.writeInt32BE(bytes, offset);
    // What is no hexadecimal is left out by `write`, and the place would hold whatever was in memory before.
    if (value.length !== 2 * bytes || array.write(value, offset, bytes, 'hex') !== bytes)
      throw new TypeError(`not ${bytes} bytes in hexadecimal`);
    offset += bytes;
  }
  return array;
}

/** Dimensions, no nulls, element type; then size and lower bound of the dimension. */
function withHeader(type: number, elements: number, elementBytes: number): Buffer {
  const array = Buffer.allocUnsafe(HEADER_BYTES + 4 * elements + elementBytes);
  [1, 0, type, elements, 1].forEach((value, index) => array.writeInt32BE(value, 4 * index));
  return array;
}
