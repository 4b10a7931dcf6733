import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  answerHeaders,
  asyncApiDocument,
  checked,
  type Envelope,
  eventContracts,
  findEvent,
  personalFields,
  requestHeaders,
  ReportProgress,
} from '@gongyou/contracts';
import { Refusal } from '@gongyou/domain';
import { type CommandAnswer, PlatformProblem, type Problem, problemOf } from '@gongyou/messaging';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { cloudEvent } from '../../../ledger/src/relay/cloud-event';
import { project } from './planted-tree';

const { schemas } = asyncApiDocument({ version: '0.1.0' }).components as { schemas: Record<string, object> };
const ajv = addFormats(new Ajv2020()).addKeyword('components').addKeyword('x-personal');
ajv.addSchema({ $id: 'gongyou', components: { schemas } });

/** The schema of the message API of that name, and that it leaves no field undescribed. */
const fits = (name: string, message: object): string[] => {
  const validate = ajv.compile({ $ref: `gongyou#/components/schemas/${name}` });
  validate(message);
  const { properties } = schemas[name] as { properties: object };
  return [
    ...(validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`),
    ...Object.keys(message)
      .filter((field) => !(field in properties))
      .map((field) => `/${field} is not described`),
  ];
};

/** A stored example with its personal fields as the ledger seals them. */
const asHandedOn = (type: string, stored: string): string => {
  const data = JSON.parse(stored) as object;
  const personal = Object.keys(personalFields(findEvent(type)!.class)).filter((field) => field in data);
  return JSON.stringify({ ...data, ...Object.fromEntries(personal.map((field) => [field, 'sealed:v1:AAAA'])) });
};

const texts = { zh: '不行', en: 'No.' };

describe('What the documents say of messages that no contract declares', () => {
  it.each<[string, unknown]>([
    ['a refusal', new Refusal('supervision.task.notYetDue', texts, { dueOn: '2026-11-20' })],
    ['a conflict', new PlatformProblem('conflict', 'command.conflict', texts, { actualRevision: 3 })],
    ['a defect', new TypeError('undefined is not a function')],
  ])('holds for %s', (_what, error) => {
    expect(fits('Problem', problemOf(error))).toEqual([]);
  });

  it('holds for a message that does not keep its contract', () => {
    let problem: Problem | undefined;
    try {
      checked(ReportProgress, { taskId: 7 });
    } catch (error) {
      problem = problemOf(error);
    }
    expect(problem!.violations).not.toEqual([]);
    expect(fits('Problem', problem!)).toEqual([]);
  });

  it('holds for the answer to a command', () => {
    const answer: CommandAnswer = {
      commandId: 'a',
      stream: 'task-hb-07',
      revision: 0,
      position: 12,
      events: [{ eventId: '01939c5a-7f00-7000-8000-000000000000', type: 'TaskPlanned', revision: 0, position: 12 }],
    };
    expect(fits('CommandAnswer', answer)).toEqual([]);
    const { required, properties } = schemas['CommandAnswer'] as { required: string[]; properties: object };
    expect(Object.keys(answer).sort()).toEqual([...required].sort());
    expect(Object.keys(properties).sort()).toEqual([...required].sort());
  });

  it.each(eventContracts().map(({ type, version }) => ({ type, version })))(
    'holds for $type as it is published',
    ({ type, version }) => {
      const stored = readFileSync(join(project, 'libs', 'contracts', 'fixtures', `${type}.v${version}.json`), 'utf8');
      const envelope: Envelope = {
        ...{
          position: 12,
          stream: 'task-hb-07',
          revision: 0,
          eventId: '01939c5a-7f00-7000-8000-000000000000',
          type,
          version,
        },
        ...{
          occurredAt: '2026-11-20T02:00:00.000Z',
          recordedAt: '2026-11-20T02:00:00.010Z',
          actor: 'user:7',
          client: 'gateway',
        },
        ...{
          organizationId: 'harbour-group',
          correlationId: 'c',
          causationId: 'c',
          commandId: 'd',
          dataSha256: '0'.repeat(64),
        },
      };
      const { payload } = cloudEvent({ entry: JSON.stringify(envelope), data: asHandedOn(type, stored) });
      expect(fits(`Published${type}`, JSON.parse(payload) as object)).toEqual([]);
    },
  );

  it('names the headers that the platform reads and writes', () => {
    const named = (schema: object | undefined) => Object.keys((schema as { properties: object }).properties);
    expect(named(schemas['commandHeaders'])).toEqual([
      requestHeaders.idempotencyKey,
      requestHeaders.expectedRevision,
      requestHeaders.traceparent,
    ]);
    expect(named(schemas['queryHeaders'])).toEqual([requestHeaders.after, requestHeaders.traceparent]);
    expect(named(schemas['problemHeaders'])).toEqual([answerHeaders.error, answerHeaders.errorCode]);
  });
});
