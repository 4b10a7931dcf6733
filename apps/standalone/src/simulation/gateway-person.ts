import { randomBytes } from 'node:crypto';
import { commandContract, commandRoute } from '@gongyou/contracts';
import type { Act, Actor } from './act';
import { type Told, Untold } from './told';

type Person = Extract<Actor, { kind: 'person' }>;

/** The gateway refuses a password that names its user or is short; this one is random. */
const newPassword = (): string => randomBytes(18).toString('base64url');

/** Somebody who is logged in at the gateway, and logs in again when the session has run out. */
export class GatewayPerson {
  private token: string | undefined;

  constructor(
    private readonly url: string,
    private readonly username: string,
    private readonly password: string,
  ) {}

  /** Tells the platform what an act says. Throws `Untold`. */
  async tell({ command, data, key }: Pick<Act, 'command' | 'data' | 'key'>): Promise<Told> {
    const route = `/api${commandRoute(commandContract(command))}`;
    const headers = { 'idempotency-key': key };
    const answer = await this.asked(route, { method: 'POST', body: JSON.stringify(data), headers });
    const { position, events } = (await answer.json()) as { position: number; events: unknown[] };
    return { position, events: events.length, isRepeated: answer.headers.has('gongyou-repeated') };
  }

  /** Asks a path of the gateway. Throws `Untold`. */
  async get<T>(path: string): Promise<T> {
    return (await (await this.asked(path, {})).json()) as T;
  }

  async post<T>(path: string, body: object): Promise<T> {
    const answer = await this.asked(path, { method: 'POST', body: JSON.stringify(body) });
    return (await answer.json()) as T;
  }

  /**
   * Makes the account of a person with one role, as an administrator; one that is there from an earlier run gets another password.
   *
   * @returns the person, with a password of his own
   */
  async appoint({ username, role, organizationId }: Person): Promise<GatewayPerson> {
    const grants = [{ role, organizationId }];
    const known = await this.accountOf(username);
    const { password } =
      known === undefined
        ? await this.post<{ password: string }>('/api/accounts', { username, grants })
        : await this.post<{ password: string }>(`/api/accounts/${known}/reset-password`, {});
    const own = newPassword();
    const first = new GatewayPerson(this.url, username, password);
    const change = { currentPassword: password, newPassword: own };
    await first.asked('/api/accounts/me/password', { method: 'PUT', body: JSON.stringify(change) });
    return new GatewayPerson(this.url, username, own);
  }

  private async accountOf(username: string): Promise<string | undefined> {
    for (let cursor: string | null = ''; cursor !== null;) {
      const more: string = cursor === '' ? '' : `?cursor=${cursor}`;
      const page: Accounts = await this.get<Accounts>(`/api/accounts${more}`);
      const found = page.accounts.find((account) => account.username === username);
      if (found) return found.accountId;
      cursor = page.nextCursor;
    }
    return undefined;
  }

  private async asked(path: string, init: Asking): Promise<Response> {
    const answer = await this.send(path, init);
    if (answer.status !== 401) return answered(answer);
    this.token = undefined;
    return answered(await this.send(path, init));
  }

  private async send(path: string, { headers, ...init }: Asking): Promise<Response> {
    const sent = new Headers(headers);
    this.token ??= await this.logIn();
    sent.set('authorization', `Bearer ${this.token}`);
    if (init.body !== undefined) sent.set('content-type', 'application/json');
    return reach(`${this.url}${path}`, { ...init, headers: sent });
  }

  private async logIn(): Promise<string> {
    const { username, password } = this;
    const answer = await reach(`${this.url}/api/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    return ((await (await answered(answer)).json()) as { token: string }).token;
  }
}

interface Asking {
  method?: string;
  body?: string;
  headers?: Record<string, string>;
}

interface Accounts {
  accounts: { accountId: string; username: string }[];
  nextCursor: string | null;
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    throw new Untold('gateway.notReached', true, { cause: error });
  }
}

async function answered(answer: Response): Promise<Response> {
  if (answer.ok) return answer;
  const problem = (await answer.json().catch(() => ({}))) as { code?: string; retryable?: boolean };
  throw new Untold(problem.code ?? `http.${answer.status}`, problem.retryable ?? answer.status >= 502);
}
