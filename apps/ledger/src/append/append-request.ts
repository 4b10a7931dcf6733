import type { Append } from '@gongyou/contracts';
import { PlatformProblem } from '@gongyou/messaging';
import { Ajv, type ValidateFunction } from 'ajv';

/** Without control characters and halves of surrogate pairs: PostgreSQL refuses the first, and with them the whole batch. */
const storable = '^[^\\p{Cc}\\p{Cs}]*$';
const text = { type: 'string', minLength: 1, maxLength: 500, pattern: storable } as const;

const schema = {
  type: 'object',
  required: ['appends'],
  properties: {
    appends: {
      type: 'array',
      minItems: 1,
      maxItems: 1000,
      items: {
        type: 'object',
        required: ['stream', 'expected', 'events'],
        properties: {
          stream: text,
          expected: { anyOf: [{ enum: ['any', 'none'] }, { type: 'integer', minimum: 0 }] },
          command: {
            type: 'object',
            required: ['commandId', 'fingerprint'],
            properties: { commandId: text, fingerprint: text },
            additionalProperties: false,
          },
          events: {
            type: 'array',
            maxItems: 1000,
            items: {
              type: 'object',
              required: [
                'eventId',
                'type',
                'version',
                'data',
                'occurredAt',
                'actor',
                'client',
                'organizationId',
                'correlationId',
                'causationId',
              ],
              properties: {
                eventId: text,
                type: text,
                version: { type: 'integer', minimum: 1 },
                data: { type: 'string' },
                occurredAt: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' },
                actor: text,
                client: text,
                organizationId: { type: 'string', maxLength: 100, pattern: storable },
                correlationId: text,
                causationId: text,
              },
              additionalProperties: false,
            },
          },
        },
        additionalProperties: false,
      },
    },
  },
} as const;

const isAppendRequest: ValidateFunction<{ appends: Append[] }> = new Ajv().compile(schema);

/** The appends of a request. Throws an `invalid` problem when it is not one. */
export function appendsOf(request: unknown): Append[] {
  if (isAppendRequest(request)) return request.appends;
  throw new PlatformProblem(
    'invalid',
    'ledger.badRequest',
    { zh: '写入请求格式错误', en: 'This is no request to append.' },
    { at: isAppendRequest.errors?.[0]?.instancePath ?? '' },
  );
}
