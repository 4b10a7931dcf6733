import { freePort, portFrom } from '.';

describe('A port', () => {
  it.each([
    ['0', 0],
    ['8080', 8080],
    ['65535', 65535],
  ])('may be set to %s', (value, port) => {
    expect(portFrom({ GATEWAY_PORT: value }, 'GATEWAY_PORT', 1)).toBe(port);
  });

  it.each(['65536', '-1', '80a', '1.5', ' 80'])('may not be set to "%s"', (value) => {
    expect(() => portFrom({ GATEWAY_PORT: value }, 'GATEWAY_PORT', 1)).toThrow(
      'GATEWAY_PORT must be a whole number from 0 to 65535',
    );
  });

  it.each([{}, { GATEWAY_PORT: '' }])('is the usual one when it is not set: %j', (env) => {
    expect(portFrom(env, 'GATEWAY_PORT', 8080)).toBe(8080);
  });

  it('is any free one for 0', async () => {
    const port = await freePort(0, 'GATEWAY_PORT');
    expect(port).toBeGreaterThan(1023);
    expect(await freePort(port, 'GATEWAY_PORT')).toBe(port);
  });
});
