import type { IssuePostingRule, PostingRuleEvent } from '@gongyou/contracts';
import { day } from '@gongyou/domain';
import { specify } from '@gongyou/event-sourcing/testing';
import { postingRule, type PostingRuleWish } from './posting-rule.decider';

const given = specify(postingRule);

const rule = (changes: Partial<IssuePostingRule> = {}): IssuePostingRule => ({
  unitId: 'first-highway',
  documentNumber: '一公工〔2026〕4号',
  title: '产业工人到工会挂职兼职管理办法',
  text: { fileName: '办法.pdf', sha256: 'a'.repeat(64) },
  inForceFrom: day('2026-04-01'),
  ...changes,
});
const issue = (changes: Partial<IssuePostingRule> = {}, unitIsOpen = true): PostingRuleWish => ({
  type: 'IssuePostingRule',
  data: rule(changes),
  unitIsOpen,
});
const issued = (changes: Partial<IssuePostingRule> = {}): PostingRuleEvent => ({
  type: 'PostingRuleIssued',
  data: rule(changes),
});
const repealing = (repealedOn: string) => ({
  unitId: 'first-highway',
  reason: '修订',
  repealedOn: day(repealedOn),
});
const repeal = (repealedOn: string): PostingRuleWish => ({
  type: 'RepealPostingRule',
  data: repealing(repealedOn),
  unitIsOpen: true,
});
const repealed = (repealedOn: string): PostingRuleEvent => ({
  type: 'PostingRuleRepealed',
  data: repealing(repealedOn),
});

describe('A unit’s rule on workers’ posts (CC-03b)', () => {
  it('is issued once, by a unit that is open, and can be issued anew', () => {
    given().when(issue()).then(issued());
    given(issued()).when(issue()).thenNothing();
    const anew = { documentNumber: '一公工〔2026〕9号', inForceFrom: day('2026-04-01') };
    given(issued()).when(issue(anew)).then(issued(anew));
    given().when(issue({}, false)).thenRefused('organization.postingRule.unitNotOpen');
  });
  it('is not in force from before the last entry on', () =>
    given(issued())
      .when(issue({ title: '新办法', inForceFrom: day('2026-03-31') }))
      .thenRefused('organization.postingRule.beforeLastEntry', { lastOn: '2026-04-01' }));
  it('is repealed once, on a day that has come, and can follow again', () => {
    given(issued()).when(repeal('2026-11-20')).then(repealed('2026-11-20'));
    given(issued()).when(repeal('2026-11-21')).thenRefused('organization.postingRule.dayInFuture');
    given(issued(), repealed('2026-06-01')).when(repeal('2026-06-01')).thenNothing();
    const again = { inForceFrom: day('2026-06-01') };
    given(issued(), repealed('2026-06-01')).when(issue(again)).then(issued(again));
  });
});
