import {
  Command,
  commandContract,
  commandContracts,
  commandRoute,
  commandSubject,
  findCommand,
  ReportProgress,
} from '../index';

const declaration = { summary: { zh: '试验', en: 'A trial' }, roles: [] } as const;

describe('A declared command', () => {
  it('is at once a subject, the pattern of its service and a route', () => {
    const contract = commandContract(ReportProgress);
    expect(commandSubject(contract, 'second-company')).toBe('cmd.second-company.supervision.task.report-progress');
    expect(commandSubject(contract, '*')).toBe('cmd.*.supervision.task.report-progress');
    expect(commandRoute(contract)).toBe('/supervision/task/report-progress');
  });
  it('is found by its name', () => {
    expect(findCommand('supervision.task.report-progress')?.class).toBe(ReportProgress);
    expect(findCommand('supervision.task.reportProgress')).toBeUndefined();
    expect(findCommand('constructor')).toBeUndefined();
  });
  it('stands in the list of all, in the order of their names', () => {
    const names = commandContracts().map(({ name }) => name);
    expect(names).toEqual([...names].sort());
  });
  it('can be sent by somebody', () => {
    expect(commandContracts().filter(({ roles }) => roles.length === 0)).toEqual([]);
  });
});

describe('The declaration of a command', () => {
  it.each([
    'supervision.task',
    'supervision.task.plan.now',
    'supervision.Task.plan',
    'supervision.task.plan task',
    'supervision..plan',
    'supervision.task.>',
  ])('under a name that no subject could carry stops the start: %s', (name) => {
    expect(() => Command({ ...declaration, name: name as never })(class {})).toThrow('kebab-case');
  });
  it('under a name that is taken stops the start', () => {
    expect(() => Command({ ...declaration, name: 'supervision.task.plan' })(class {})).toThrow('declared twice');
  });
  it('is missed when a class without it is asked for', () => {
    expect(() => commandContract(class Undeclared {})).toThrow('Undeclared is not declared');
  });
});
