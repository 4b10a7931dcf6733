import {
  findQuery,
  LeadingGroupReportQuery,
  Query,
  queryContract,
  queryContracts,
  queryRoute,
  querySubject,
} from '../index';

describe('A declared query', () => {
  it('is at once a subject, the pattern of its service and a route', () => {
    const contract = queryContract(LeadingGroupReportQuery);
    expect(querySubject(contract, 'gateway')).toBe('qry.gateway.reporting.leading-group-report');
    expect(queryRoute(contract)).toBe('/reporting/leading-group-report');
    expect(findQuery('reporting.leading-group-report')).toBe(contract);
  });
  it('can be asked by somebody', () => {
    expect(queryContracts().filter(({ roles }) => roles.length === 0)).toEqual([]);
  });
});

describe('The declaration of a query', () => {
  const declaration = { summary: { zh: '试验', en: 'A trial' }, roles: [] } as const;

  it.each(['tasks', 'supervision.task.list', 'supervision.Tasks', 'supervision.*'])(
    'under a name that no subject could carry stops the start: %s',
    (name) => {
      expect(() => Query({ ...declaration, name: name as never })(class {})).toThrow('kebab-case');
    },
  );
  it('under a name that is taken stops the start', () => {
    expect(() => Query({ ...declaration, name: 'supervision.tasks' })(class {})).toThrow('declared twice');
  });
  it('is missed when a class without it is asked for', () => {
    expect(() => queryContract(class Undeclared {})).toThrow('Undeclared is not declared');
  });
});
