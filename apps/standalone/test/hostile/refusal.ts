import type { Problem } from '@gongyou/messaging';
import type { Msg } from 'nats';

/** Stands in values that are sent, and must not come back in what is told of them. */
export const MARK = 'q7-11010519491231002X';

/** A «no» as NATS tells it, after it was checked that it is told as it should be: see `expectWellTold`. */
export function refusalOf(answer: Msg): Problem {
  const problem = JSON.parse(answer.string()) as Problem;
  expectWellTold(answer.string(), problem);
  expect(answer.headers?.get('Nats-Service-Error')).toBe(problem.code);
  expect(answer.headers?.get('Nats-Service-Error-Code')).toBe(String(problem.status));
  expect(problem.texts.zh).toMatch(/\p{Script=Han}/u);
  expect(problem.texts.en).toMatch(/^[\x20-\x7e’–]+$/);
  return problem;
}

/** A problem as HTTP tells it, in the language that was asked for. */
export interface ToldByHttp {
  status: number;
  code: string;
  title: string;
  retryable: boolean;
  violations?: { pointer: string; rule: string; message: string }[];
}

/** The same for HTTP. */
export function httpRefusalOf(answer: { status: number; text: string; headers: Headers }): ToldByHttp {
  expect([answer.text, answer.headers.get('content-type')]).toEqual([
    expect.stringMatching(/^\{/),
    expect.stringContaining('application/problem+json'),
  ]);
  const problem = JSON.parse(answer.text) as ToldByHttp;
  expectWellTold(answer.text, problem);
  expect(problem.status).toBe(answer.status);
  return problem;
}

/** A client's mistake is told as one, by a stable code, without our inside and without what was sent. */
function expectWellTold(text: string, { status, code }: { status: number; code: string }): void {
  expect(code).toMatch(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$/);
  expect([code, status >= 400 && status < 500]).toEqual([code, true]);
  expect(text).not.toContain(MARK);
  expect(text).not.toMatch(
    /node_modules|\.ts:\d|\.js:\d|\bat \w+\.\w+ \(|QueryFailed|SELECT |INSERT |syntax error|invalid input/,
  );
  expect(text.length).toBeLessThan(100_000);
}
