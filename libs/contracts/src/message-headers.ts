/** The headers of requests and answers. NATS headers are ASCII: text for people belongs in the payload. */
export const requestHeaders = {
  idempotencyKey: 'Idempotency-Key',
  traceparent: 'traceparent',
  /** The revision that the caller last saw; another one is refused as a conflict instead of tried again. */
  expectedRevision: 'Expected-Revision',
  /** For queries: wait until the read model has taken in this position. */
  after: 'After-Position',
  /** The event that a process manager reacts to. Heeded from the platform's own parts only. */
  causation: 'Gongyou-Causation-Id',
  /** For whom the gateway asks. Heeded from the gateway only. */
  actor: 'Gongyou-Actor',
  /** What that person may do, as a JSON list of grants. Heeded from the gateway only. */
  grants: 'Gongyou-Grants',
} as const;

export const answerHeaders = {
  /** `true` when the answer is that of an earlier time the same key was used. */
  repeated: 'Gongyou-Repeated',
  /** The names that the NATS service convention gives to errors (NATS ADR-32). */
  error: 'Nats-Service-Error',
  errorCode: 'Nats-Service-Error-Code',
} as const;
