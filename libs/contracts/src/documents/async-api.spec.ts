import { execFileSync } from 'node:child_process';
import { asyncApiDocument, commandContracts, eventContracts, queryContracts } from '../index';

const document = asyncApiDocument({ version: '0.1.0' });
const channels = document.channels as Record<string, { address: string | null } | undefined>;

/** The parser is loaded by a Node of its own: some of its modules are ECMAScript only, which jest does not load. */
const parse = `
  import { Parser } from '@asyncapi/parser';
  import { readFileSync } from 'node:fs';
  const { document, diagnostics } = await new Parser().parse(readFileSync(0, 'utf8'));
  const faults = diagnostics.filter(({ severity }) => severity <= 1).map(({ message, path }) => message + ' at ' + path.join('/'));
  console.log(JSON.stringify({ operations: document?.operations().all().map((each) => each.id()) ?? [], faults }));
`;
const parsed = (of: object) =>
  JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', parse], {
      input: JSON.stringify(of),
      encoding: 'utf8',
    }),
  ) as { operations: string[]; faults: string[] };

const sentByClients = [...commandContracts(), ...queryContracts()].filter(({ roles }) => roles.join() !== 'platform');

describe('The AsyncAPI document', () => {
  it('is valid AsyncAPI with an operation for each command and query that a client may send, and for each event', () => {
    const { operations, faults } = parsed(document);
    expect(faults).toEqual([]);
    const declared = [...sentByClients.map((each) => each.class.name), ...eventContracts().map((each) => each.type)];
    expect(operations.sort()).toEqual(declared.sort());
  });

  it('would not pass as valid with an operation on a channel that is not there', () => {
    const operations = {
      ...document.operations,
      Wrong: { action: 'receive', channel: { $ref: '#/channels/nowhere' } },
    };
    expect(parsed({ ...document, operations }).faults).not.toEqual([]);
  });

  it('names the subjects that services listen to and that events are published on', () => {
    expect(channels['supervision.task.report-progress']?.address).toBe('cmd.{client}.supervision.task.report-progress');
    expect(channels['reporting.leading-group-report']?.address).toBe('qry.{client}.reporting.leading-group-report');
    expect(channels['events.supervision.TaskPlanned']?.address).toBe('events.supervision.TaskPlanned');
  });

  it('leaves out what only the platform may send', () => {
    expect(channels['supervision.calendar.close-day']).toBeUndefined();
    expect(channels['supervision.duties-to-open']).toBeUndefined();
  });
});
