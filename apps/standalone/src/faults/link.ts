import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

interface Pair {
  near: Socket;
  far: Socket;
  /** What comes in is thrown away, for good. */
  isSilent: boolean;
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

  /**
   * The connections of this moment die without a word, as when a firewall has forgotten them: each side learns it only by asking
   * and not being answered. New connections work.
   */
  silence(): void {
    for (const pair of this.pairs) pair.isSilent = true;
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

  private apply(pair: Pair): void {
    const { near, far } = pair;
    if (this.letsRequests(pair)) near.resume();
    else near.pause();
    if (this.letsAnswers(pair)) far.resume();
    else far.pause();
  }

  private letsRequests({ isSilent }: Pair): boolean {
    return isSilent || this.held !== 'all';
  }

  private letsAnswers({ isSilent }: Pair): boolean {
    return isSilent || this.held === 'nothing';
  }

  private join(near: Socket): void {
    const far = connect({ host: '127.0.0.1', port: this.targetPort });
    const pair = { near, far, isSilent: false };
    this.pairs.add(pair);
    forward(pair, near, far, () => this.letsRequests(pair));
    forward(pair, far, near, () => this.letsAnswers(pair));
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

function forward(pair: Pair, from: Socket, to: Socket, mayFlow: () => boolean): void {
  from.on('data', (chunk) => {
    if (!pair.isSilent && !to.destroyed && !to.write(chunk)) from.pause();
  });
  to.on('drain', () => {
    if (mayFlow()) from.resume();
  });
  from.on('end', () => {
    // Whoever hears from a connection that the other side has given up is told that there is none.
    if (pair.isSilent) to.resetAndDestroy();
    else to.end();
  });
}
