import { hashArray, intArray, textArray, uuidArray } from './binary-array';

describe('An array in PostgreSQL’s binary form', () => {
  it('of texts has a header, and each text behind its length in bytes', () => {
    expect(textArray(['工', '', 'a']).toString('hex')).toBe(
      `${'00000001'}${'00000000'}${'00000019'}${'00000003'}${'00000001'}${'00000003'}e5b7a5${'00000000'}${'00000001'}61`,
    );
  });
  it('of numbers has four bytes for each', () => {
    expect(intArray([1, -1]).subarray(20).toString('hex')).toBe('0000000400000001' + '00000004ffffffff');
  });
  it('of UUIDs has sixteen bytes for each', () => {
    const id = '01980000-0000-7000-8000-0123456789ab';
    expect(uuidArray([id]).subarray(20).toString('hex')).toBe(`00000010${id.replaceAll('-', '')}`);
  });
  it.each(['', '01980000', `zz980000-0000-7000-8000-0123456789ab`, '01980000-0000-7000-8000-0123456789abcd'])(
    'is not made of what is no UUID, and holds nothing that was in memory before: %j',
    (id) => expect(() => uuidArray([id])).toThrow(TypeError),
  );
  it('may be empty', () => expect(hashArray([]).length).toBe(20));
});
