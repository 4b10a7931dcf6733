import { type CommandContract, commandContracts, commandRoute, type ContractClass } from '../declare/command';
import { type QueryContract, queryContracts, queryRoute } from '../declare/query';
import { answerHeaders } from '../message-headers';
import { type JsonSchema, jsonSchemaOf, jsonSchemas } from './json-schema';
import { platformSchemas } from './platform-messages';

export interface OpenApiOptions {
  /** The platform's version. */
  version: string;
  /** OpenAPI paths of what the gateway answers itself, beside commands and queries: sessions, accounts. */
  gatewayPaths?: Readonly<Record<string, unknown>>;
}

/**
 * The gateway's HTTP interface as an OpenAPI 3.1 document: every command and query that a person may send, made from the
 * declarations, and the gateway's own routes. What only the platform's own parts may send is left out.
 */
export function openApiDocument({ version, gatewayPaths = {} }: OpenApiOptions) {
  const commands = commandContracts().filter(isForPeople);
  const queries = queryContracts().filter(isForPeople);
  return {
    openapi: '3.1.0',
    info: {
      title: '工友 HTTP 接口 · Gongyou HTTP API',
      version,
      description:
        'The same commands and queries as the message API. Problems are told in the language of `Accept-Language`.',
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, { cookie: [] }],
    paths: {
      ...gatewayPaths,
      ...Object.fromEntries(commands.map((each) => [`/api${commandRoute(each)}`, { post: commandOperation(each) }])),
      ...Object.fromEntries(queries.map((each) => [`/api${queryRoute(each)}`, queryPath(each)])),
    },
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'The token that `POST /api/sessions` answers.' },
        cookie: { type: 'apiKey', in: 'cookie', name: sessionCookie, description: 'Set by `POST /api/sessions`.' },
      },
      parameters,
      responses: { Problem: problemResponse },
      schemas: { ...jsonSchemas(), ...platformSchemas, HttpProblem: httpProblemSchema },
    },
  };
}

/** The cookie that carries the session's token. */
export const sessionCookie = 'gongyou_session';

type Request = CommandContract | QueryContract;

const isForPeople = ({ roles }: Request): boolean =>
  roles.some((role) => role !== 'platform' && role !== 'enterpriseSystem');

const ref = (section: 'schemas' | 'parameters' | 'responses', name: string) => ({
  $ref: `#/components/${section}/${name}`,
});
const json = (schema: unknown) => ({ 'application/json': { schema } });

const described = (contract: Request) => ({
  operationId: contract.class.name,
  tags: [contract.context],
  summary: contract.summary.zh,
  description: contract.summary.en,
  'x-roles': contract.roles,
  ...(contract.provisions && { 'x-provisions': contract.provisions }),
});

const commandOperation = (contract: CommandContract) => ({
  ...described(contract),
  parameters: [ref('parameters', 'IdempotencyKey'), ref('parameters', 'IfMatch'), ref('parameters', 'AcceptLanguage')],
  requestBody: { required: true, content: json(ref('schemas', contract.class.name)) },
  responses: {
    200: {
      description: 'Carried out; its events are durable.',
      headers: {
        [answerHeaders.repeated]: { description: 'The answer of an earlier time.', schema: { type: 'string' } },
      },
      content: json(ref('schemas', 'CommandAnswer')),
    },
    ...problems(400, 401, 403, 409, 412, 413, 422, 429, 503),
  },
});

const queryPath = (contract: QueryContract) => {
  const asked = [ref('parameters', 'After'), ref('parameters', 'AcceptLanguage')];
  const responses = {
    200: { description: 'The answer.', content: json(ref('schemas', 'QueryAnswer')) },
    ...problems(400, 401, 403, 404, 429, 503),
  };
  if (!contract.confidential) {
    const parameters = [...queryParameters(contract.class), ...asked];
    return { get: { ...described(contract), parameters, responses } };
  }
  const requestBody = { required: true, content: json(ref('schemas', contract.class.name)) };
  return { post: { ...described(contract), parameters: asked, requestBody, responses } };
};

function queryParameters(target: ContractClass) {
  const { properties, required = [] } = jsonSchemaOf(target) as {
    properties: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

const problems = (...statuses: number[]) =>
  Object.fromEntries(statuses.map((status) => [status, ref('responses', 'Problem')]));

const problemResponse = {
  description: 'A problem (RFC 9457).',
  content: { 'application/problem+json': { schema: ref('schemas', 'HttpProblem') } },
};

/** Over HTTP a problem is told in one language, and its detail under the name `figures`. */
const {
  texts: _texts,
  detail,
  ...sharedWithNats
} = platformSchemas['Problem']!['properties'] as Record<string, JsonSchema>;
const httpProblemSchema: JsonSchema = {
  title: '错误',
  description: 'A problem (RFC 9457) in the language of `Accept-Language`.',
  type: 'object',
  properties: {
    ...sharedWithNats,
    figures: detail,
    correlationId: { type: 'string', description: 'Names the request in the logs.' },
  },
  required: ['type', 'title', 'status', 'code', 'retryable'],
};

const parameters = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'The same key with the same body gets the first answer again; with another body it is refused.',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description: 'The revision that the caller last saw; another one is refused as a conflict.',
    schema: { type: 'string', pattern: '^"?[0-9]{1,15}"?$' },
  },
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    description: 'The language of problems.',
    schema: { type: 'string', enum: ['zh-CN', 'en'], default: 'zh-CN' },
  },
  After: {
    name: 'after',
    in: 'query',
    description: 'The answer waits, for a bounded time, until this position of the ledger has been taken in.',
    schema: { type: 'integer', minimum: 0 },
  },
};
