import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { commandContracts, openApiDocument, queryContracts } from '../index';

interface Operation {
  operationId: string;
  parameters: { $ref?: string; name?: string; in?: string; required?: boolean; schema?: object }[];
  responses: Record<string, object>;
  requestBody?: object;
}

const logIn = {
  '/api/sessions': { post: { operationId: 'LogIn', responses: { 201: { description: 'Logged in.' } } } },
};
const document = openApiDocument({ version: '0.1.0', gatewayPaths: logIn });
const paths = document.paths as unknown as Record<string, Record<string, Operation> | undefined>;
const operations = Object.values(paths).flatMap((methods) => Object.values(methods!));

const forPeople = [...commandContracts(), ...queryContracts()].filter(({ roles }) =>
  roles.some((role) => !['platform', 'enterpriseSystem'].includes(role)),
);

describe('The OpenAPI document', () => {
  it('has an operation for each command and query that a person may send, and the gateway’s own routes', () => {
    expect(operations.map((each) => each.operationId).sort()).toEqual(
      ['LogIn', ...forPeople.map((each) => each.class.name)].sort(),
    );
  });

  it('posts commands and gets queries', () => {
    expect(paths['/api/supervision/task/report-progress']?.['post']?.operationId).toBe('ReportProgress');
    expect(paths['/api/reporting/leading-group-report']?.['get']?.operationId).toBe('LeadingGroupReportQuery');
    expect(paths['/api/supervision/calendar/close-day']).toBeUndefined();
  });

  it('gives a query its fields as parameters, those that must be there as required', () => {
    const { parameters } = paths['/api/reporting/leading-group-report']!['get']!;
    const named = parameters.filter((each) => each.name).map(({ name, required }) => `${name}${required ? '' : '?'}`);
    expect(named).toEqual(expect.arrayContaining(['programme', 'organization', 'period', 'asOfDay?', 'asOfPosition?']));
  });

  it('takes the idempotency key and the expected revision with every command', () => {
    for (const { name } of commandContracts().filter((each) => forPeople.includes(each))) {
      const { parameters } = paths[`/api/${name.replaceAll('.', '/')}`]!['post']!;
      expect(parameters.map((each) => each.$ref)).toEqual(
        expect.arrayContaining(['#/components/parameters/IdempotencyKey', '#/components/parameters/IfMatch']),
      );
    }
  });

  it('refers only to what it holds', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, pointer]) => pointer!);
    const missing = references.filter(
      (pointer) =>
        pointer
          .split('/')
          .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document) === undefined,
    );
    expect(references.length).toBeGreaterThan(100);
    expect(missing).toEqual([]);
  });

  it('holds nothing but sound JSON Schema 2020-12', () => {
    const ajv = addFormats(new Ajv2020({ strict: true }))
      .addKeyword('components')
      .addKeyword('x-personal');
    ajv.addSchema({ $id: 'gongyou', components: { schemas: document.components.schemas } });
    for (const name of Object.keys(document.components.schemas)) {
      expect(() => ajv.compile({ $ref: `gongyou#/components/schemas/${name}` })).not.toThrow();
    }
  });
});
