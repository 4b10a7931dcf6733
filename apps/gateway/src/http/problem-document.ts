import { currentCorrelation, PlatformProblem, problemOf } from '@gongyou/messaging';
import { ContractViolation } from '@gongyou/contracts';
import { Refusal, type Bilingual } from '@gongyou/domain';
import { BadRequestException, NotFoundException } from '@nestjs/common';
import { badAddress, HttpProblem, unknownRoute, wrongMediaType } from './http-problem';
import type { Language } from './language';
import { violationText } from './violation-texts';

/** A problem as HTTP tells it (RFC 9457), in one language. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  /** Stable; what programs should look at. */
  code: string;
  /** Figures and names needed to put it right. */
  figures?: Readonly<Record<string, unknown>>;
  violations?: { pointer: string; rule: string; message: string }[];
  /** Whether the same request with the same `Idempotency-Key` may succeed later. */
  retryable: boolean;
  /** Names the request in the logs. */
  correlationId?: string;
}

export interface ToldProblem {
  document: ProblemDocument;
  headers: Readonly<Record<string, string>>;
}

/** Seconds after which a retryable request is worth repeating. */
const RETRY_AFTER = '1';

/** What is told of an error. An unknown one is a defect, of whose inside the caller learns nothing. */
export function told(thrown: unknown, language: Language): ToldProblem {
  const error = known(thrown);
  if (error instanceof HttpProblem) {
    const { status, code, texts, headers } = error;
    return { document: documentOf({ status, code, texts, retryable: status === 429 }, language), headers };
  }
  const { status, code, texts, detail, violations, retryable } = problemOf(error);
  const document = documentOf({ status, code, texts, retryable }, language);
  if (Object.keys(detail).length > 0) document.figures = detail;
  if (violations) {
    document.violations = violations.map((each) => ({
      pointer: each.pointer,
      rule: each.rule,
      message: violationText(each, language),
    }));
  }
  return {
    document,
    headers: {
      ...(retryable && { 'Retry-After': RETRY_AFTER }),
      ...(status === 401 && { 'WWW-Authenticate': 'Bearer realm="gongyou"' }),
    },
  };
}

/** Whether an error is one that the platform throws on purpose; everything else is logged as a defect. */
export const isDefect = (thrown: unknown): boolean => {
  const error = known(thrown);
  return !(
    error instanceof HttpProblem ||
    error instanceof PlatformProblem ||
    error instanceof Refusal ||
    error instanceof ContractViolation
  );
};

/** What Express, its body parser and Nest throw of their own, as problems of ours. */
function known(error: unknown): unknown {
  if (error instanceof NotFoundException) return unknownRoute();
  if (error instanceof BadRequestException) {
    return error.message.startsWith('Failed to decode param') ? badAddress() : notJson();
  }
  switch ((error as { type?: unknown } | null)?.type) {
    case 'entity.too.large':
      return new PlatformProblem('tooLarge', 'request.tooLarge', {
        zh: '请求内容超过 1 MB',
        en: 'The content of the request is larger than 1 MB.',
      });
    case 'entity.parse.failed':
    case 'entity.verify.failed':
    case 'request.aborted':
    case 'request.size.invalid':
      return notJson();
    case 'parameters.too.many':
      return new PlatformProblem('tooLarge', 'request.tooManyParameters', {
        zh: '参数过多',
        en: 'There are too many parameters.',
      });
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return wrongMediaType('application/json');
    default:
      return isUnreadableBody(error) ? notJson() : error;
  }
}

/** The body parser gives no type to what it could not unpack (`Content-Encoding`). */
const isUnreadableBody = (error: unknown): boolean => {
  const { status, expose } = (error ?? {}) as { status?: unknown; expose?: unknown };
  return status === 400 && expose === true;
};

const notJson = (): PlatformProblem =>
  new PlatformProblem('invalid', 'request.notJson', {
    zh: '请求内容不是有效的 JSON（UTF-8）',
    en: 'The content of the request is not valid JSON in UTF-8.',
  });

function documentOf(
  of: { status: number; code: string; texts: Bilingual; retryable: boolean },
  language: Language,
): ProblemDocument {
  const correlationId = currentCorrelation()?.correlationId;
  return {
    type: `urn:gongyou:problem:${of.code}`,
    title: of.texts[language],
    status: of.status,
    code: of.code,
    retryable: of.retryable,
    ...(correlationId && { correlationId }),
  };
}
