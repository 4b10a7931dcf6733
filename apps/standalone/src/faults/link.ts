import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

interface Pair {
  near: Socket;
  far: Socket;
}

/** A stretch of network between one part of the platform and a server, which can be cut or held up. */
export class Link {
  private readonly pairs = new Set<Pair>();
  /** `answers`: what the server says does not arrive; `all`: nothing does. */
  private held: 'nothing' | 'answers' | 'all' = 'nothing';

  private constructor(
    readonly name: string,
    private readonly targetPort: number,
    private readonly server: Server,
  ) {
    server.on('connection', (near) => this.join(near));
  }

  static async open(name: string, targetPort: number): Promise<Link> {
    const server = createServer({ pauseOnConnect: true }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Link(name, targetPort, server);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Cuts every connection; what was on its way is lost. */
  reset(): void {
    for (const { near, far } of this.pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
    this.pairs.clear();
  }

  /** Nothing goes through until `release`, but no connection breaks. */
  holdAll(): void {
    this.hold('all');
  }

  /** Requests still arrive; their answers do not. */
  holdAnswers(): void {
    this.hold('answers');
  }

  release(): void {
    this.hold('nothing');
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.reset();
    await closed;
  }

  private hold(what: Link['held']): void {
    this.held = what;
    for (const pair of this.pairs) this.apply(pair);
  }

  private apply({ near, far }: Pair): void {
    if (this.held === 'all') near.pause();
    else near.resume();
    if (this.held === 'nothing') far.resume();
    else far.pause();
  }

  private join(near: Socket): void {
    const far = connect({ host: '127.0.0.1', port: this.targetPort });
    const pair = { near, far };
    this.pairs.add(pair);
    forward(near, far, () => this.held !== 'all');
    forward(far, near, () => this.held === 'nothing');
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      socket.on('error', () => {
        near.resetAndDestroy();
        far.resetAndDestroy();
      });
      socket.on('close', () => {
        if (near.destroyed && far.destroyed) this.pairs.delete(pair);
      });
    }
    far.once('connect', () => this.apply(pair));
  }
}

function forward(from: Socket, to: Socket, mayFlow: () => boolean): void {
  from.on('data', (chunk) => {
    if (!to.destroyed && !to.write(chunk)) from.pause();
  });
  to.on('drain', () => {
    if (mayFlow()) from.resume();
  });
  from.on('end', () => to.end());
}
