import { readConfig } from '@gongyou/messaging';
import { GatewayConfig } from './gateway.config';

const right = {
  NATS_URL: 'nats://127.0.0.1:4222',
  NATS_PASSWORD: 'secret-of-the-bus',
  DATABASE_URL: 'postgres://gongyou:secret-of-the-base@127.0.0.1:5432/gongyou',
};

describe('The environment of the gateway', () => {
  it('needs a bus and a database, and has a usual value for the rest', () => {
    expect(readConfig(GatewayConfig, { ...right, HOME: '/root' })).toEqual({
      ...right,
      GATEWAY_PORT: 8080,
      GATEWAY_HOST: '127.0.0.1',
      GATEWAY_SECURE_COOKIES: false,
      LOG_LEVEL: 'info',
    });
  });

  it('is refused with every wrong variable at once, by name and never by value', () => {
    const wrong = {
      NATS_URL: 'http://secret-host',
      DATABASE_URL: 'secret-base',
      GATEWAY_PORT: '80800',
      LOG_LEVEL: 'secret-level',
    };
    let message = '';
    try {
      readConfig(GatewayConfig, wrong);
    } catch (error) {
      message = (error as Error).message;
    }
    for (const name of ['NATS_URL', 'NATS_PASSWORD', 'DATABASE_URL', 'GATEWAY_PORT', 'LOG_LEVEL'])
      expect(message).toContain(name);
    expect(message).not.toContain('secret');
    expect(message).not.toContain('80800');
  });

  it.each([
    ['true', true],
    ['false', false],
  ])('takes %s for a flag', (text, flag) => {
    expect(readConfig(GatewayConfig, { ...right, GATEWAY_SECURE_COOKIES: text }).GATEWAY_SECURE_COOKIES).toBe(flag);
  });

  it.each([['8080abc'], ['-1'], ['65536'], ['0x50']])('takes no port %j', (GATEWAY_PORT) => {
    expect(() => readConfig(GatewayConfig, { ...right, GATEWAY_PORT })).toThrow('GATEWAY_PORT');
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig(GatewayConfig, { ...right, GATEWAY_PORT: '' }).GATEWAY_PORT).toBe(8080);
  });
});
