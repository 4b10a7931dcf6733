import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Controller, Post, Req } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request } from 'express';
import { cutOffSlowRequests } from './slow-requests';

@Controller()
class Receiver {
  @Post(['api/imports/rosters', 'api/other'])
  async receive(@Req() request: Request): Promise<string> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    return text;
  }
}

describe('A request that comes slowly', () => {
  let app: NestExpressApplication;

  beforeAll(async () => {
    class Receiving {}
    const module = { module: Receiving, controllers: [Receiver] };
    app = await NestFactory.create<NestExpressApplication>(module, { logger: false, bodyParser: false });
    cutOffSlowRequests(app, 50);
    await app.listen(0, '127.0.0.1');
  });
  afterAll(() => app.close());

  /** Begins a request with the first half of its body. */
  const begun = async (path: string): Promise<Socket> => {
    const { port } = app.getHttpServer().address() as { port: number };
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`POST ${path} HTTP/1.1\r\nHost: here\r\nContent-Length: 8\r\nConnection: close\r\n\r\nhalf`);
    return socket;
  };

  it('is cut off, unless it is a file that is still on its way', async () => {
    const [file, other] = [await begun('/api/imports/rosters'), await begun('/api/other')];
    other.on('error', () => undefined);
    await once(other, 'close');
    const answer: Buffer[] = [];
    file.on('data', (part: Buffer) => answer.push(part));
    file.write('more');
    await once(file, 'close');
    expect(Buffer.concat(answer).toString()).toMatch(/^HTTP\/1\.1 201 [\s\S]*halfmore/);
  });
});
