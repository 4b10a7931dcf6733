import { sameContent } from './same-content';

describe('Two pieces of plain JSON', () => {
  it.each([
    ['whatever the order of their fields', { a: 1, b: { c: [1, 2], d: 'x' } }, { b: { d: 'x', c: [1, 2] }, a: 1 }],
    ['where one leaves out a field and the other has no value in it', { a: 1 }, { a: 1, b: undefined }],
    ['when both are empty', [], []],
  ])('say the same %s', (_, a, b) => expect([sameContent(a, b), sameContent(b, a)]).toEqual([true, true]));

  it.each([
    ['by one more field', { a: 1 }, { a: 1, b: null }],
    ['by the order of a list', [1, 2], [2, 1]],
    ['by one more element', [1], [1, 2]],
    ['by a list instead of an object', [], {}],
    ['by a text instead of a number', { a: 1 }, { a: '1' }],
    ['deep inside', { a: [{ b: { c: 1 } }] }, { a: [{ b: { c: 2 } }] }],
    ['by a name that every object has', JSON.parse('{"constructor":1}'), {}],
  ])('differ %s', (_, a, b) => expect([sameContent(a, b), sameContent(b, a)]).toEqual([false, false]));
});
