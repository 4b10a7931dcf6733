import type { CompositionFinding } from '@gongyou/contracts';

/** How many delegates sit in a congress, by what they do. */
export interface Composition {
  delegates: number;
  frontLine: number;
  management: number;
  industrialWorkers: number;
  staffCount: number;
}

/**
 * What a congress of workers is usually made of. Not verified (UN-08, U): the text of 总工发〔2012〕12号 was not read, so a term that
 * differs is pointed out with this note, and nothing is refused.
 */
export const USUAL_COMPOSITION = {
  leastDelegates: 30,
  leastPercentOfStaff: 5,
  mostPercentManagers: 20,
  note: {
    zh: '所依据的人数比例尚未核对原文，仅供参考，不作为法定要求',
    en: 'The numbers behind this were not checked against the text; it is a hint, not a requirement of law.',
  },
} as const;

export function compositionFindings({ delegates, management, staffCount }: Composition): CompositionFinding[] {
  const { leastDelegates, leastPercentOfStaff, mostPercentManagers, note } = USUAL_COMPOSITION;
  const findings: CompositionFinding['code'][] = [];
  if (delegates < leastDelegates || delegates * 100 < staffCount * leastPercentOfStaff) {
    findings.push('fewerDelegatesThanUsual');
  }
  if (management * 100 > delegates * mostPercentManagers) findings.push('moreManagersThanUsual');
  return findings.map((code) => ({ code, verified: false, note }));
}

/** Whether industrial workers hold a larger share than before, judged by the counts; none without both terms (HM-04a, CC-03a). */
export function workersShareRose(now: Composition, before: Composition | undefined): boolean | null {
  if (!before || now.delegates === 0 || before.delegates === 0) return null;
  return now.industrialWorkers * before.delegates > before.industrialWorkers * now.delegates;
}
