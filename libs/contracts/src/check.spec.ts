import { checked, ContractViolation, PlanTask, Programmes, ReportProgress, Tasks } from './index';

const sha256 = 'a'.repeat(64);
const progress = {
  taskId: 'hb-07-skill-contest-2026',
  progressPercent: 60,
  note: '预赛已完成',
  evidence: [{ fileName: '成绩.pdf', sha256 }],
  reportedOn: '2026-08-28',
};

/** What is wrong, as `pointer rule`. */
const violationsOf = (contract: new () => object, message: unknown): string[] => {
  try {
    checked(contract, message);
    return [];
  } catch (error) {
    if (error instanceof ContractViolation) return error.violations.map(({ pointer, rule }) => `${pointer} ${rule}`);
    throw error;
  }
};

describe('A message that keeps its contract', () => {
  it('becomes an instance of its class, with the objects nested in it', () => {
    const message = checked(ReportProgress, progress);
    expect(message).toBeInstanceOf(ReportProgress);
    expect(message).toEqual(progress);
  });
  it('may have no fields, where the contract has none', () => {
    expect(checked(Programmes, {})).toBeInstanceOf(Programmes);
  });
  it('of a query takes a number that is written in digits', () => {
    expect(checked(Tasks, { programme: 'p', organization: 'o', limit: '20' }).limit).toBe(20);
  });
  it('keeps Chinese, rare characters beyond the basic plane and SQL or HTML as the text they are', () => {
    const note = `𠮷野家 '; DROP TABLE events; -- <script>alert("1")</script>\n第二行`;
    expect(checked(ReportProgress, { ...progress, note }).note).toBe(note);
  });
});

describe('A message that does not keep its contract', () => {
  it.each([undefined, null, 7, 'text', true, []])('because it is no JSON object is refused: %j', (message) => {
    expect(violationsOf(ReportProgress, message)).toEqual([' isObject']);
  });
  it('is told everything that is wrong, by JSON pointer', () => {
    const wrong = {
      ...progress,
      progressPercent: 101,
      reportedOn: '2026-02-30',
      evidence: [{ fileName: 'a', sha256: 'x' }],
    };
    expect(violationsOf(ReportProgress, wrong)).toEqual([
      '/progressPercent max',
      '/evidence/0/sha256 matches',
      '/reportedOn isDay',
    ]);
  });
  it('because a field is missing is refused', () => {
    const { taskId: _, ...rest } = progress;
    expect(violationsOf(ReportProgress, rest)).toContain('/taskId isString');
  });
  it('because of a field too many is refused, at the top and below, also where the contract has none', () => {
    expect(violationsOf(ReportProgress, { ...progress, 'a/b~c': 1 })).toEqual(['/a~1b~0c whitelistValidation']);
    expect(violationsOf(ReportProgress, { ...progress, evidence: [{ fileName: 'a', sha256, size: 1 }] })).toEqual([
      '/evidence/0/size whitelistValidation',
    ]);
    expect(violationsOf(Programmes, { all: true })).toEqual(['/all whitelistValidation']);
  });
  it.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString'])(
    'because of a field that is named like a part of every object is refused: %s',
    (name) => {
      const message: unknown = JSON.parse(`{"${name}": {"admin": true}}`);
      expect(violationsOf(Programmes, message)).toEqual([`/${name} whitelistValidation`]);
    },
  );
  it('because a nested object has a field that is named like a part of every object is refused', () => {
    const message = { ...progress, evidence: { constructor: 1 } };
    expect(violationsOf(ReportProgress, message)).toEqual(['/evidence/constructor whitelistValidation']);
  });
  it('because an optional field is null instead of left out is refused', () => {
    const task = {
      ...{ taskId: 't', programmeId: 'p', organizationId: 'o', measureId: 'm', title: '任务', ownerUnitId: 'u' },
      ...{ cooperatingUnitIds: [], dueOn: '2026-09-30' },
    };
    expect(violationsOf(PlanTask, task)).toEqual([]);
    expect(violationsOf(PlanTask, { ...task, evidenceAsked: null })).toEqual(['/evidenceAsked isNotNull']);
    expect(violationsOf(PlanTask, { ...task, duty: null })).toEqual(['/duty isNotNull']);
    expect(violationsOf(PlanTask, { ...task, duty: null, dueOn: null, title: '' })).toEqual([
      '/dueOn isNotNull',
      '/duty isNotNull',
      '/title isText',
    ]);
  });
  it.each(['', '  ', 'nul\u0000', 'half a pair \ud83d', 'x'.repeat(2001)])(
    'because a text is blank, too long or cannot be stored is refused',
    (note) => {
      expect(violationsOf(ReportProgress, { ...progress, note })).toEqual(['/note isText']);
    },
  );
  it.each([{ evidence: [[]] }, { evidence: ['x'] }, { evidence: {} }, { evidence: 'x' }])(
    'because a list of objects holds something else is refused: %j',
    (change) => {
      expect(violationsOf(ReportProgress, { ...progress, ...change })).not.toEqual([]);
    },
  );
  it('because it is nested without end is refused before anything walks down into it', () => {
    const deep: unknown = JSON.parse(`{"evidence":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    expect(violationsOf(ReportProgress, deep)).toEqual([expect.stringContaining('maxDepth')]);
    const manyFaultsBefore = { ...Array.from({ length: 60 }, () => null), ...(deep as object) };
    expect(violationsOf(ReportProgress, manyFaultsBefore)).toHaveLength(50);
  });
  it('because it holds more values than any contract needs is refused before each of them is judged', () => {
    const evidence = Array.from({ length: 300_000 }, () => ({}));
    expect(violationsOf(ReportProgress, { ...progress, evidence })).toEqual([' maxValues']);
    const fields = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`field${index}`, 1]));
    expect(violationsOf(Programmes, fields)).toEqual([' maxValues']);
  });
  it('is told of a field that somebody made up without its whole name', () => {
    const message = {
      ...progress,
      ['x'.repeat(100_000)]: 1,
      evidence: [{ fileName: 'a', sha256, ['y'.repeat(100)]: 1 }],
    };
    const found = violationsOf(ReportProgress, message);
    expect(found.sort()).toEqual([
      `/evidence/0/${'y'.repeat(60)}… whitelistValidation`,
      `/${'x'.repeat(60)}… whitelistValidation`,
    ]);
  });
  it('is told fifty violations at most', () => {
    const evidence = Array.from({ length: 50 }, () => ({ fileName: '', sha256: '', size: 0 }));
    expect(violationsOf(ReportProgress, { ...progress, evidence })).toHaveLength(50);
    const nulls = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`field${index}`, null]));
    expect(violationsOf(ReportProgress, nulls)).toHaveLength(50);
  });
  it('never sees its values repeated, since they may be personal', () => {
    const error = (() => {
      try {
        checked(ReportProgress, { ...progress, taskId: '11010519491231002X', note: 7, reportedOn: '13800138000' });
      } catch (thrown) {
        return thrown as ContractViolation;
      }
      throw new Error('the message was taken');
    })();
    expect(JSON.stringify([error.message, error.violations])).not.toMatch(/11010519491231002X|13800138000/);
  });
});
