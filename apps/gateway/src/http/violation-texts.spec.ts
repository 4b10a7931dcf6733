import {
  checked,
  commandContracts,
  ContractViolation,
  EstablishUnit,
  queryContracts,
  ReportProgress,
} from '@gongyou/contracts';
import { getMetadataStorage } from 'class-validator';
import { AccountGrant, ChangePassword, CreateAccount, OpenSession } from '../account/account.contract';
import type { Language } from './language';
import { knownRules, violationText } from './violation-texts';

const told = (contract: new () => object, plain: unknown, language: Language): string[] => {
  try {
    checked(contract, plain);
  } catch (error) {
    if (error instanceof ContractViolation)
      return error.violations.map((each) => `${each.pointer} ${violationText(each, language)}`);
    throw error;
  }
  return [];
};

const progress = { taskId: 't1', progressPercent: 50, note: 'x', evidence: [], reportedOn: '2026-11-20' };

describe('A broken rule is told in words', () => {
  it.each([
    [{ progressPercent: 101 }, '/progressPercent 不得大于 100', '/progressPercent must be at most 100'],
    [{ progressPercent: -1 }, '/progressPercent 不得小于 0', '/progressPercent must be at least 0'],
    [{ taskId: 'x'.repeat(65) }, '/taskId 不得超过 64 个字符', '/taskId must have at most 64 characters'],
    [
      { note: ' ' },
      '/note 须为 1 至 2000 个字符的文本，不能为空白，不能含控制字符',
      '/note must be a text of 1 to 2000 characters, not blank, without control characters',
    ],
    [
      { taskId: 'T 1' },
      '/taskId 格式不正确，须符合 /^[a-z0-9]+(-[a-z0-9]+)*$/',
      '/taskId must match /^[a-z0-9]+(-[a-z0-9]+)*$/',
    ],
    [
      { evidence: [[]] },
      '/evidence 须为 JSON 对象（或对象列表）',
      '/evidence must be a JSON object, or a list of them',
    ],
  ])('%j', (change, zh, en) => {
    expect(told(ReportProgress, { ...progress, ...change }, 'zh')).toContain(zh);
    expect(told(ReportProgress, { ...progress, ...change }, 'en')).toContain(en);
  });

  it('with what may stand there', () => {
    const unit = { unitId: 'u', kind: 'ship', name: 'x', establishedOn: '2026-01-01' };
    expect(told(EstablishUnit, unit, 'zh')).toEqual([
      '/kind 须为下列之一：group, company, projectDistrict, project, department, labourSubcontractor, crew, governmentBody, industrialPark',
    ]);
  });

  it('in English when the table does not know it', () => {
    expect(violationText({ pointer: '/x', rule: 'isPrime', message: 'x must be prime' }, 'zh')).toBe('x must be prime');
  });
});

it('Every rule of every contract has its words in both languages', () => {
  const classes = [...commandContracts(), ...queryContracts()].map((each) => each.class);
  const storage = getMetadataStorage();
  const nestedIn = (target: new () => object): string[] =>
    storage.getTargetValidationMetadatas(target, '', false, false).map(({ name, type }) => name ?? type);
  const rules = [...classes, OpenSession, ChangePassword, CreateAccount, AccountGrant].flatMap(nestedIn);
  const unworded = new Set(
    rules.filter((rule) => !knownRules.has(rule) && !['conditionalValidation', 'isOptional'].includes(rule)),
  );
  expect([...unworded]).toEqual([]);
});
