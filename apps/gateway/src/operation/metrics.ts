import type { ProjectionStatusAnswer } from '@gongyou/contracts';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What Prometheus reads here. Labels hold routes and operations, never what was asked about whom. */
export class GatewayMetrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'gongyou_http_request_duration_seconds',
    help: 'Time until an HTTP request was answered',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });
  private readonly messages = new Histogram({
    name: 'gongyou_gateway_nats_request_duration_seconds',
    help: 'Time until a command or query was answered over NATS',
    labelNames: ['operation', 'outcome'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });
  private readonly projectionUp = this.gauge('gongyou_projection_up', '1 when the projection answers');
  private readonly projectionPosition = this.gauge(
    'gongyou_projection_position',
    'Last position that the projection took in',
  );
  private readonly ledgerHead = this.gauge(
    'gongyou_ledger_head_position',
    'Last position of the ledger, as the projection last saw it',
  );
  private readonly projectionLag = this.gauge('gongyou_projection_lag_events', 'Events that the projection is behind');
  private readonly projectionParked = this.gauge(
    'gongyou_projection_parked_events',
    'Events that the projection could not process',
  );
  private readonly projectionLastError = this.gauge(
    'gongyou_projection_last_error_timestamp_seconds',
    'When the projection last failed; 0 when it never did',
  );

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  requestAnswered(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe(
      { method: knownMethods.has(method) ? method : 'other', route, status: String(status) },
      seconds,
    );
  }

  messageAnswered(operation: string, outcome: string, seconds: number): void {
    this.messages.observe({ operation, outcome }, seconds);
  }

  projectionSeen(status: ProjectionStatusAnswer | undefined): void {
    this.projectionUp.set(status ? 1 : 0);
    if (!status) return;
    this.projectionPosition.set(status.position);
    this.ledgerHead.set(status.head);
    this.projectionLag.set(status.lag);
    this.projectionParked.set(status.parked);
    this.projectionLastError.set(status.lastError ? Date.parse(status.lastError.at) / 1000 : 0);
  }

  /** In the text format of Prometheus. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  private gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers: [this.registry] });
  }
}

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']);
