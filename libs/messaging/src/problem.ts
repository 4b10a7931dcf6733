import { ContractViolation, type Violation } from '@gongyou/contracts';
import { type Bilingual, Refusal } from '@gongyou/domain';

/** What kind of «no» it is; decides the number on the wire and whether sending again can help. */
export const problemKinds = {
  invalid: { number: 400, retryable: false },
  unauthenticated: { number: 401, retryable: false },
  forbidden: { number: 403, retryable: false },
  notFound: { number: 404, retryable: false },
  conflict: { number: 409, retryable: true },
  preconditionFailed: { number: 412, retryable: false },
  tooLarge: { number: 413, retryable: false },
  refused: { number: 422, retryable: false },
  tooMany: { number: 429, retryable: true },
  defect: { number: 500, retryable: false },
  unavailable: { number: 503, retryable: true },
} as const;
export type ProblemKind = keyof typeof problemKinds;

/** An RFC 9457 problem as it travels over NATS: both languages; the gateway shows the one that the reader asked for. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  /** Stable; what programs should look at. */
  code: string;
  texts: Bilingual;
  /** Figures and names needed to put it right; never personal data. */
  detail: Readonly<Record<string, unknown>>;
  /** For a message that does not keep its contract: everything that is wrong. */
  violations?: readonly Violation[];
  /** Whether the same message, sent again with the same idempotency key, may succeed. */
  retryable: boolean;
}

/** A typed «no» that is not a rule of the domain: the edge, the bus and the store say it. */
export class PlatformProblem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly code: string,
    readonly texts: Bilingual,
    readonly detail: Readonly<Record<string, unknown>> = {},
    readonly violations?: readonly Violation[],
    options?: ErrorOptions,
  ) {
    super(`${code}: ${texts.en}`, options);
    this.name = 'PlatformProblem';
  }
}

/** The problem that an error is told as. An unknown error is a defect: the caller learns nothing of its inside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof PlatformProblem) {
    return problem(error.kind, error.code, error.texts, error.detail, error.violations);
  }
  if (error instanceof Refusal) return problem('refused', error.code, error.texts, error.detail);
  if (error instanceof ContractViolation) {
    return problem('invalid', 'request.contractViolated', requestTexts.contractViolated, {}, error.violations);
  }
  return problem('defect', 'platform.defect', requestTexts.defect);
}

/** The error that a received problem stands for, so that it can be thrown on and told on unchanged. */
export function errorOfProblem(told: Problem): PlatformProblem {
  const kind = (Object.keys(problemKinds) as ProblemKind[]).find((each) => problemKinds[each].number === told.status);
  return new PlatformProblem(kind ?? 'defect', told.code, told.texts, told.detail, told.violations);
}

function problem(
  kind: ProblemKind,
  code: string,
  texts: Bilingual,
  detail: Readonly<Record<string, unknown>> = {},
  violations?: readonly Violation[],
): Problem {
  const { number: status, retryable } = problemKinds[kind];
  return {
    type: `urn:gongyou:problem:${code}`,
    title: texts.en,
    status,
    code,
    texts,
    detail,
    ...(violations && { violations }),
    retryable,
  };
}

export const requestTexts = {
  contractViolated: {
    zh: '消息不符合约定格式，请按所列各项改正',
    en: 'The message does not keep its contract; correct what is listed.',
  },
  notJson: { zh: '消息不是有效的 JSON（UTF-8）', en: 'The message is not valid JSON in UTF-8.' },
  notAnObject: { zh: '消息应为 JSON 对象', en: 'The message must be a JSON object.' },
  defect: {
    zh: '平台内部错误，已记录，请联系管理员',
    en: 'Something is wrong inside the platform. It was recorded; tell the administrator.',
  },
  noAnswer: {
    zh: '服务暂时没有应答，请用同一幂等键重发',
    en: 'The service did not answer in time. Send the same message again with the same idempotency key.',
  },
  noService: {
    zh: '没有服务处理该请求，服务可能未启动',
    en: 'No service takes this request at the moment; it may not be running.',
  },
  tooLarge: { zh: '消息超过允许的大小', en: 'The message is larger than is allowed.' },
} as const satisfies Record<string, Bilingual>;
