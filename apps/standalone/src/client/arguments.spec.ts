import { platformClients } from '@gongyou/contracts';
import { readArguments } from './arguments';

const add = (name: string, ...more: string[]) => ['add', name, '--organization', 'example-harbour', ...more];

describe('The words after npm run client', () => {
  it('let a system in for a unit', () => {
    expect(readArguments(add('harbour-hr'))).toEqual({
      act: 'add',
      name: 'harbour-hr',
      organizationId: 'example-harbour',
    });
    expect(readArguments(add('a'.repeat(64)))).toHaveProperty('act', 'add');
  });
  it('put a system out', () => {
    expect(readArguments(['revoke', 'harbour-hr'])).toEqual({ act: 'revoke', name: 'harbour-hr' });
  });

  it.each(platformClients)('cannot name a part of the platform: %s', (name) => {
    expect(() => readArguments(add(name))).toThrow('平台自用');
    expect(() => readArguments(['revoke', name])).toThrow('kept for the platform');
  });
  it.each([
    '',
    'a.b',
    '*',
    '>',
    '$JS',
    'Harbour',
    '7up',
    'a--b',
    'a-',
    '港务',
    '../..',
    '"}], users: [{',
    'a\nb',
    'a'.repeat(65),
  ])('cannot name a system %j', (name) => {
    expect(() => readArguments(add(name))).toThrow('名称应为');
  });

  it.each([
    'events.>',
    'events.*.*',
    'events.supervision.*',
    'events.supervision.>',
    'events.*.TaskAccepted',
    'events.supervision.TaskAccepted',
  ])('let it receive events on %s', (subject) => {
    expect(readArguments(add('board', '--events', subject))).toHaveProperty('events', subject);
  });
  it.each([
    '',
    'events',
    'events.*',
    'events.supervison.*',
    'events.supervision.TaskPlaned',
    'events.supervision.TaskPlanned.>',
    'events.>.x',
    '>',
    '*.*.*',
    'cmd.>',
    'ledger.committed',
  ])('are refused for %j, which takes in no event', (subject) => {
    expect(() => readArguments(add('board', '--events', subject))).toThrow('The platform has no events on');
  });

  it.each([
    [[]],
    [['add']],
    [['add', 'harbour-hr']],
    [['add', 'harbour-hr', '--organization']],
    [['add', 'harbour-hr', '--organisation', 'example-harbour']],
    [['remove', 'harbour-hr']],
    [['revoke', 'harbour-hr', 'highway-hr']],
    [['--help']],
  ])('are answered with how to use it: %j', (words) => {
    expect(() => readArguments(words)).toThrow(/usage:[^]*add <name> --organization/);
  });
});
