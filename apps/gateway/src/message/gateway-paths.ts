import { type ContractClass, type JsonSchema, jsonSchemaOf } from '@gongyou/contracts';
import { tableFormats } from '../import/table-rows';
import { ChangePassword, CreateAccount, grantableRoles, OpenSession, SetGrants } from '../account/account.contract';

/** What the gateway answers itself, beside commands and queries, as OpenAPI paths. */
export function gatewayPaths(): Record<string, unknown> {
  return {
    '/api/sessions': {
      post: {
        ...named('LogIn', 'sessions', '登录', 'Log in; the session’s cookie is set as well.'),
        security: [],
        ...takes(OpenSession),
        responses: answers(201, 'Logged in.', session, 400, 401, 415, 429),
      },
    },
    '/api/sessions/current': {
      get: {
        ...named('CurrentSession', 'sessions', '当前登录', 'Who is logged in, and what he holds.'),
        responses: answers(200, 'The open session.', currentSession, 401),
      },
      delete: {
        ...named('LogOut', 'sessions', '退出登录', 'Log out.'),
        responses: { 204: { description: 'The session has ended.' }, ...problems(401) },
      },
    },
    '/api/accounts/me/password': {
      put: {
        ...named(
          'ChangePassword',
          'accounts',
          '修改密码',
          'Change the own password; other sessions of the account end.',
        ),
        ...takes(ChangePassword),
        responses: { 204: { description: 'Changed.' }, ...problems(400, 401, 403, 415, 422) },
      },
    },
    '/api/accounts': {
      get: {
        ...named('ListAccounts', 'accounts', '账户列表', 'Accounts within the administrator’s scope, by username.'),
        parameters: [
          { name: 'cursor', in: 'query', schema: { type: 'string' } },
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 500 } },
        ],
        responses: answers(200, 'A page of accounts.', accounts, 400, 401, 403),
      },
      post: {
        ...named('CreateAccount', 'accounts', '新建账户', 'Create an account; its first password is answered once.'),
        ...takes(CreateAccount),
        responses: answers(201, 'Created.', temporaryPassword, 400, 401, 403, 415, 422),
      },
    },
    '/api/accounts/{accountId}/grants': {
      put: {
        ...named('SetGrants', 'accounts', '设置授权', 'Replace the grants of an account.'),
        parameters: [accountId],
        ...takes(SetGrants),
        responses: answers(200, 'The account.', account, 400, 401, 403, 404, 415, 422),
      },
    },
    '/api/accounts/{accountId}/disable': onAccount(
      'DisableAccount',
      '停用账户',
      'Disable an account; its sessions end.',
      account,
    ),
    '/api/accounts/{accountId}/enable': onAccount('EnableAccount', '启用账户', 'Enable an account again.', account),
    '/api/accounts/{accountId}/reset-password': onAccount(
      'ResetPassword',
      '重置密码',
      'Unlock an account and give it a temporary password, answered once.',
      temporaryPassword,
    ),
    '/api/imports/rosters': {
      post: {
        ...named(
          'ImportRoster',
          'imports',
          '导入花名册',
          'Take a roster as a CSV or XLSX file; answers, while it is read, a CSV of the rows that did not go in, with the reasons. Send the same file again to go on after a break.',
        ),
        parameters: ['import', 'organization', 'file'].map((name) => ({
          ...{ name, in: 'query', required: true },
          schema: text,
        })),
        requestBody: {
          required: true,
          content: Object.fromEntries(Object.keys(tableFormats).map((type) => [type, { schema: file }])),
        },
        responses: {
          200: { description: 'The rows that did not go in.', content: { 'text/csv': { schema: text } } },
          ...problems(400, 401, 403, 413, 415, 422),
        },
      },
    },
    '/api/imports/rosters/template.csv': {
      get: {
        ...named('RosterTemplate', 'imports', '花名册模板', 'The columns that a roster may have.'),
        responses: { 200: { description: 'A CSV with a head only.', content: { 'text/csv': { schema: text } } } },
      },
    },
  };
}

const text: JsonSchema = { type: 'string' };
const file: JsonSchema = { type: 'string', format: 'binary' };
const flag: JsonSchema = { type: 'boolean' };
const object = (properties: Record<string, JsonSchema>): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
});
const grants: JsonSchema = {
  type: 'array',
  items: object({ role: { type: 'string', enum: grantableRoles }, organizationId: text }),
};
const session = object({ token: text, expiresAt: text, mustChangePassword: flag });
const currentSession = object({ accountId: text, username: text, grants, mustChangePassword: flag, expiresAt: text });
const temporaryPassword = object({ accountId: text, username: text, password: text });
const account = object({
  accountId: text,
  username: text,
  grants,
  mustChangePassword: flag,
  disabled: flag,
  lockedUntil: { type: ['string', 'null'] },
  createdAt: text,
});
const accounts = object({ accounts: { type: 'array', items: account }, nextCursor: { type: ['string', 'null'] } });
const accountId = { name: 'accountId', in: 'path', required: true, schema: text };

const named = (operationId: string, tag: string, summary: string, description: string) => ({
  operationId,
  tags: [tag],
  summary,
  description,
});

const json = (schema: JsonSchema) => ({ 'application/json': { schema } });

const takes = (body: ContractClass) => ({
  requestBody: { required: true, content: json(inlined(jsonSchemaOf(body))) },
});

const problems = (...statuses: number[]) =>
  Object.fromEntries(statuses.map((status) => [status, { $ref: '#/components/responses/Problem' }]));

const answers = (status: number, description: string, schema: JsonSchema, ...others: number[]) => ({
  [status]: { description, content: json(schema) },
  ...problems(...others),
});

const onAccount = (operationId: string, summary: string, description: string, schema: JsonSchema) => ({
  post: {
    ...named(operationId, 'accounts', summary, description),
    parameters: [accountId],
    responses: answers(200, 'Done.', schema, 401, 403, 404, 422),
  },
});

/** `$defs` of a schema are looked up from the root of the document it stands in, so its one nested class is written in place. */
function inlined({ $defs, ...schema }: JsonSchema): JsonSchema {
  const nested = ($defs ?? {}) as Record<string, JsonSchema>;
  const put = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(put);
    if (typeof value !== 'object' || value === null) return value;
    const { $ref } = value as { $ref?: string };
    if ($ref?.startsWith('#/$defs/')) return put(nested[$ref.slice('#/$defs/'.length)]);
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, put(each)]));
  };
  return put(schema) as JsonSchema;
}
