import { ADMIN_PASSWORD, GatewayOnTestServers } from './gateway-on-test-servers';

let platform: GatewayOnTestServers;
beforeAll(async () => {
  platform = await GatewayOnTestServers.start({ failedLoginsPerMinute: 1000 });
});
afterAll(() => platform.stop());

const problem = async (response: Response): Promise<{ status: number; code: string }> => {
  const { status, code } = (await response.json()) as { status: number; code: string };
  return { status, code };
};

describe('Logging in', () => {
  it('answers a token and sets a cookie that scripts cannot read', async () => {
    const { response, token } = await platform.logIn('admin', ADMIN_PASSWORD);
    expect(response.status).toBe(201);
    expect(response.headers.get('set-cookie')).toMatch(
      /^gongyou_session=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Strict$/,
    );
    const current = await platform.request('/api/sessions/current', { token });
    expect(await current.json()).toMatchObject({
      username: 'admin',
      grants: [{ role: 'administrator', organizationId: '*' }],
    });
  });

  it('keeps the hash of a token only', async () => {
    const token = await platform.admin();
    const kept = JSON.stringify(await platform.sql('SELECT * FROM gateway.session'));
    expect(kept).not.toContain(token);
  });

  it.each([
    ['a wrong password', 'admin', 'a wrong password'],
    ['an unknown username', 'nobody', ADMIN_PASSWORD],
    ['a username that nobody can have', "'; DROP TABLE gateway.account; --\u0000", 'x'],
  ])('refuses %s with the same answer', async (_, username, password) => {
    const { response } = await platform.logIn(username, password);
    expect(response.status).toBe(401);
    await platform.logIn('admin', ADMIN_PASSWORD);
    const again = await platform.request('/api/sessions', { json: { username, password } });
    expect(await problem(again)).toEqual({ status: 401, code: 'account.loginFailed' });
  });

  it('takes about the same time for an unknown username as for a wrong password', async () => {
    await platform.person('slow', 'inspector', 'haimen');
    const timeOf = async (username: string): Promise<number> => {
      const started = performance.now();
      await platform.logIn(username, 'a wrong password');
      return performance.now() - started;
    };
    const known = Math.min(await timeOf('slow'), await timeOf('slow'), await timeOf('slow'));
    const unknown = Math.min(await timeOf('nobody'), await timeOf('nobody'), await timeOf('nobody'));
    // Without a hash to compare with, an unknown one would be answered in a tenth of the time.
    expect(unknown).toBeGreaterThan(known / 3);
  });

  it('ends with the session', async () => {
    const token = await platform.admin();
    expect((await platform.request('/api/sessions/current', { method: 'DELETE', token })).status).toBe(204);
    expect(await problem(await platform.request('/api/sessions/current', { token }))).toEqual({
      status: 401,
      code: 'account.notSignedIn',
    });
  });

  it.each([
    ['has lasted its twelve hours', `expires_at = now()`],
    ['was idle for an hour', `last_seen_at = now() - interval '60 minutes'`],
  ])('is over when the session %s', async (_, change) => {
    const { token } = await platform.person(`idle-${change.length}`, 'inspector', 'haimen');
    expect((await platform.request('/api/sessions/current', { token })).status).toBe(200);
    await platform.sql(
      `UPDATE gateway.session SET ${change} WHERE account_id = (SELECT account_id FROM gateway.account WHERE username = 'idle-${change.length}')`,
    );
    expect((await platform.request('/api/sessions/current', { token })).status).toBe(401);
  });

  it('is kept alive by being used', async () => {
    const { token, accountId } = await platform.person('busy', 'inspector', 'haimen');
    await platform.sql(
      `UPDATE gateway.session SET last_seen_at = now() - interval '59 minutes' WHERE account_id = '${accountId}'`,
    );
    expect((await platform.request('/api/sessions/current', { token })).status).toBe(200);
    const [session] = await platform.sql(
      `SELECT now() - last_seen_at < interval '1 minute' AS seen FROM gateway.session WHERE account_id = '${accountId}'`,
    );
    expect(session).toEqual({ seen: true });
  });
});

describe('An address', () => {
  it('that fails to log in too often is told when to try again', async () => {
    const strict = await GatewayOnTestServers.start({ failedLoginsPerMinute: 2 });
    try {
      await strict.logIn('nobody', 'x');
      await strict.logIn('somebody', 'x');
      const { response } = await strict.logIn('admin', ADMIN_PASSWORD);
      expect(response.status).toBe(429);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await strict.stop();
    }
  });
});

describe('The first administrator', () => {
  it('gets a password that is told once and must be changed', async () => {
    const fresh = await GatewayOnTestServers.start({}, {});
    try {
      const { firstPassword } = fresh.gateway;
      expect(firstPassword).toMatch(/^(\w{5}-){3}\w{5}$/);
      expect((await fresh.logIn('admin', firstPassword!)).mustChangePassword).toBe(true);
      const [{ password_hash: hash }] = (await fresh.sql('SELECT password_hash FROM gateway.account')) as [
        { password_hash: string },
      ];
      expect(hash).toMatch(/^\$argon2id\$/);
      const second = await fresh.startAnother('another password');
      try {
        expect(second.firstPassword).toBeUndefined();
        expect(await fresh.sql('SELECT count(*)::int AS accounts FROM gateway.account')).toEqual([{ accounts: 1 }]);
      } finally {
        await second.close();
      }
    } finally {
      await fresh.stop();
    }
  });

  it('keeps the password that the operator chose for unattended set-up', async () => {
    expect(platform.gateway.firstPassword).toBeUndefined();
    expect((await platform.logIn('admin', ADMIN_PASSWORD)).mustChangePassword).toBe(false);
  });

  it('is not made with a password that may not be chosen', async () => {
    await expect(GatewayOnTestServers.start({}, { password: 'short' })).rejects.toMatchObject({
      code: 'account.passwordTooShort',
    });
  });
});

describe('An account', () => {
  it('takes no password for a while after five wrong ones, not even the right one', async () => {
    await platform.person('forgetful', 'unitOfficer', 'project-7');
    for (let attempt = 1; attempt <= 4; attempt += 1) await platform.logIn('forgetful', 'a wrong password');
    expect((await platform.logIn('forgetful', 'the password of forgetful')).response.status).toBe(201);

    for (let attempt = 1; attempt <= 5; attempt += 1) await platform.logIn('forgetful', 'a wrong password');
    expect((await platform.logIn('forgetful', 'the password of forgetful')).response.status).toBe(401);

    await platform.sql(`UPDATE gateway.account SET locked_until = now() WHERE username = 'forgetful'`);
    expect((await platform.logIn('forgetful', 'the password of forgetful')).response.status).toBe(201);
  });

  it('counts guesses that come all at once', async () => {
    await platform.person('besieged', 'unitOfficer', 'project-7');
    await Promise.all(Array.from({ length: 8 }, () => platform.logIn('besieged', 'a wrong password')));
    expect((await platform.logIn('besieged', 'the password of besieged')).response.status).toBe(401);
  });

  it('must change a password that another person gave it before it can do anything else', async () => {
    const created = await platform.request('/api/accounts', {
      token: await platform.admin(),
      json: { username: 'newcomer', grants: [{ role: 'inspector', organizationId: 'haimen' }] },
    });
    const { password } = (await created.json()) as { password: string };
    const { token, mustChangePassword } = await platform.logIn('newcomer', password);
    expect(mustChangePassword).toBe(true);
    const blocked = await platform.request('/api/supervision/programmes', { token });
    expect(await problem(blocked)).toEqual({ status: 403, code: 'account.passwordMustChange' });
    expect((await platform.request('/api/sessions/current', { token })).status).toBe(200);

    const change = (newPassword: string, currentPassword = password) =>
      platform.request('/api/accounts/me/password', { method: 'PUT', token, json: { currentPassword, newPassword } });
    expect((await problem(await change('nine char'))).code).toBe('account.passwordTooShort');
    expect((await problem(await change(password))).code).toBe('account.passwordUnchanged');
    expect((await problem(await change('ten chars!', 'a wrong password'))).code).toBe('account.wrongPassword');
    const other = await platform.logIn('newcomer', password);
    expect((await change('ten chars!')).status).toBe(204);

    expect((await platform.request('/api/supervision/programmes', { token })).status).toBe(200);
    expect((await platform.request('/api/sessions/current', { token: other.token })).status).toBe(401);
    expect((await platform.logIn('newcomer', password)).response.status).toBe(401);
    expect((await platform.logIn('newcomer', 'ten chars!')).mustChangePassword).toBe(false);
  });

  it('cannot have its username as its password', async () => {
    const { token } = await platform.person('longusername', 'inspector', 'haimen');
    const change = { currentPassword: 'the password of longusername', newPassword: 'LongUserName' };
    const refused = await platform.request('/api/accounts/me/password', { method: 'PUT', token, json: change });
    expect((await problem(refused)).code).toBe('account.passwordIsUsername');
  });
});

describe('An administrator of a unit', () => {
  let token: string;
  let accountId: string;
  beforeAll(async () => {
    ({ token, accountId } = await platform.person('company-admin', 'administrator', 'company-1'));
  });

  const create = (username: string, role: string, organizationId: string) =>
    platform.request('/api/accounts', { token, json: { username, grants: [{ role, organizationId }] } });

  it.each([['company-1'], ['project-7']])('grants at %s, his unit or below', async (organizationId) => {
    expect((await create(`of-${organizationId}`, 'unitOfficer', organizationId)).status).toBe(201);
  });

  it.each([['zhongjiao'], ['company-2'], ['haimen'], ['*'], ['not-a-unit']])(
    'does not grant at %s',
    async (organizationId) => {
      const response = await create('too-high', 'inspector', organizationId);
      expect(await problem(response)).toEqual({ status: 403, code: 'account.outsideScope' });
    },
  );

  it('sees and manages only accounts that lie within his unit', async () => {
    const { accountId: sibling } = await platform.person('sibling', 'administrator', 'company-2');
    const listed = (await (await platform.request('/api/accounts', { token })).json()) as {
      accounts: { username: string }[];
    };
    const usernames = listed.accounts.map(({ username }) => username);
    expect(usernames).toContain('of-project-7');
    expect(usernames).not.toContain('sibling');
    expect(usernames).not.toContain('admin');
    for (const act of ['disable', 'reset-password', 'enable']) {
      const refused = await platform.request(`/api/accounts/${sibling}/${act}`, { method: 'POST', token });
      expect(await problem(refused)).toEqual({ status: 403, code: 'account.outsideScope' });
    }
  });

  it('does not take over an account that holds a grant outside his unit as well', async () => {
    const wide = await platform.request('/api/accounts', {
      token: await platform.admin(),
      json: {
        username: 'wide',
        grants: [
          { role: 'unitOfficer', organizationId: 'project-7' },
          { role: 'inspector', organizationId: 'zhongjiao' },
        ],
      },
    });
    const { accountId: wideId } = (await wide.json()) as { accountId: string };
    const refused = await platform.request(`/api/accounts/${wideId}/reset-password`, { method: 'POST', token });
    expect((await problem(refused)).code).toBe('account.outsideScope');
  });

  it('cannot change his own grants', async () => {
    const grants = [{ role: 'administrator', organizationId: 'project-7' }];
    const refused = await platform.request(`/api/accounts/${accountId}/grants`, {
      method: 'PUT',
      token,
      json: { grants },
    });
    expect((await problem(refused)).code).toBe('account.notYourself');
  });

  it('ends the sessions of an account that he disables, at once', async () => {
    const { accountId: leaver, token: open } = await platform.person('leaver', 'unitOfficer', 'project-7');
    expect((await platform.request(`/api/accounts/${leaver}/disable`, { method: 'POST', token })).status).toBe(200);
    expect((await platform.request('/api/sessions/current', { token: open })).status).toBe(401);
    expect((await platform.logIn('leaver', 'the password of leaver')).response.status).toBe(401);
    expect((await platform.request(`/api/accounts/${leaver}/enable`, { method: 'POST', token })).status).toBe(200);
    expect((await platform.logIn('leaver', 'the password of leaver')).response.status).toBe(201);
  });

  it('gives a locked account a temporary password', async () => {
    const { accountId: locked } = await platform.person('locked-out', 'unitOfficer', 'project-7');
    for (let attempt = 1; attempt <= 5; attempt += 1) await platform.logIn('locked-out', 'a wrong password');
    const reset = await platform.request(`/api/accounts/${locked}/reset-password`, { method: 'POST', token });
    const { password } = (await reset.json()) as { password: string };
    expect((await platform.logIn('locked-out', password)).mustChangePassword).toBe(true);
  });

  it('sets grants that count from the next request on', async () => {
    const { accountId: moved, token: open } = await platform.person('moved', 'unitOfficer', 'project-7');
    const grants = [{ role: 'leadDepartment', organizationId: 'company-1' }];
    expect(
      (await platform.request(`/api/accounts/${moved}/grants`, { method: 'PUT', token, json: { grants } })).status,
    ).toBe(200);
    const current = (await (await platform.request('/api/sessions/current', { token: open })).json()) as {
      grants: unknown;
    };
    expect(current.grants).toEqual(grants);
  });
});

describe('Managing accounts', () => {
  it('is refused to whoever is no administrator', async () => {
    const { token } = await platform.person('officer', 'leadingGroupOffice', 'zhongjiao');
    expect(await problem(await platform.request('/api/accounts', { token }))).toEqual({
      status: 403,
      code: 'account.administratorsOnly',
    });
  });

  it.each([
    [
      'a username that is taken',
      { username: 'admin', grants: [{ role: 'inspector', organizationId: 'haimen' }] },
      422,
      'account.usernameTaken',
    ],
    [
      'a unit that is not there',
      { username: 'lost', grants: [{ role: 'inspector', organizationId: 'atlantis' }] },
      422,
      'account.unknownUnit',
    ],
    ['no grants', { username: 'idle', grants: [] }, 400, 'request.contractViolated'],
    [
      'a role that only the platform holds',
      { username: 'x1', grants: [{ role: 'platform', organizationId: 'haimen' }] },
      400,
      'request.contractViolated',
    ],
    [
      'a username in capitals',
      { username: 'Admin', grants: [{ role: 'inspector', organizationId: 'haimen' }] },
      400,
      'request.contractViolated',
    ],
    [
      'a field that is not known',
      { username: 'x2', isRoot: true, grants: [{ role: 'inspector', organizationId: 'haimen' }] },
      400,
      'request.contractViolated',
    ],
  ])('refuses %s', async (_, json, status, code) => {
    const refused = await platform.request('/api/accounts', { token: await platform.admin(), json });
    expect(await problem(refused)).toEqual({ status, code });
  });

  it.each([['not-a-uuid'], ['00000000-0000-4000-8000-000000000000']])('knows no account %s', async (id) => {
    const refused = await platform.request(`/api/accounts/${id}/disable`, {
      method: 'POST',
      token: await platform.admin(),
    });
    expect(await problem(refused)).toEqual({ status: 404, code: 'account.unknown' });
  });

  it('lists accounts in pages', async () => {
    const token = await platform.admin();
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await platform.request(`/api/accounts?limit=2${cursor && `&cursor=${cursor}`}`, { token });
      const { accounts, nextCursor } = (await page.json()) as {
        accounts: { username: string }[];
        nextCursor: string | null;
      };
      expect(accounts.length).toBeLessThanOrEqual(2);
      seen.push(...accounts.map(({ username }) => username));
      cursor = nextCursor;
    }
    const all = await platform.sql('SELECT username FROM gateway.account ORDER BY username');
    expect(seen).toEqual(all.map(({ username }) => username));
  });

  it('is logged with ids, and without names, passwords or tokens', async () => {
    const { token, accountId } = await platform.person('private-person', 'inspector', 'haimen');
    await platform.request(`/api/accounts/${accountId}/disable`, { method: 'POST', token: await platform.admin() });
    const log = platform.logged.join('');
    const held = (words: string[]): string[] => words.filter((each) => log.includes(each));
    expect(held(['account.created', 'account.disabled', accountId])).toHaveLength(3);
    expect(held(['private-person', token, 'the password of', '127.0.0.1'])).toEqual([]);
  });
});
