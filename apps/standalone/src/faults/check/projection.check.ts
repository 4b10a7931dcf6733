import {
  type LeadingGroupReportAnswer,
  LeadingGroupReportQuery,
  ProjectionStatus,
  type ProjectionStatusAnswer,
} from '@gongyou/contracts';
import { type Day, dayOfInstant, type Period } from '@gongyou/domain';
import { Caller, requestHeaders } from '@gongyou/messaging';
import type { LoggerService } from '@nestjs/common';
import { startProjection } from '../../../../projection/src';
import { EXAMPLE_GROUP, EXAMPLE_PROGRAMME } from '../../example/example-group';
import { enterpriseSystems, type PlatformUnderFaults } from '../platform-under-faults';
import { until } from '../until';
import type { Findings } from './findings';

const CAUGHT_UP_WITHIN_MS = 30_000;
const REBUILT = 'gongyou_rebuilt';

/**
 * The read models: they come to the ledger's end and park nothing; balances equal what their postings add up to; and the reports
 * have the same bytes as those of read models that are built from nothing.
 */
export async function checkProjection(
  platform: PlatformUnderFaults,
  head: number,
  logger: LoggerService,
  findings: Findings,
): Promise<void> {
  const asked = { head, day: dayOfInstant(new Date()) };
  const operator = new Caller(await platform.as('operator'), 'operator');
  const status = (): Promise<ProjectionStatusAnswer> => operator.query(ProjectionStatus, {});
  await until(async () => (await status()).position >= head, CAUGHT_UP_WITHIN_MS);
  const { position, parked } = await status();
  findings.expect(position === head, () => `the projection stands at position ${position}, the ledger at ${head}`);
  findings.expect(parked === 0, () => `the projection has parked ${parked} events`);
  const live = await reports(platform, asked);
  const code = await platform.service('projection').stop();
  findings.expect(code === 0, () => `the projection did not stop in order: ${code}`);

  const bus = platform.bus('projection');
  const again = await startProjection({ bus, databaseUrl: platform.databaseUrl, logger });
  try {
    await again.ready();
    for (const { indicator, measureId, unitId, kept, recomputed } of await again.recomputeBalances()) {
      findings.broken.push(
        `the balance of ${indicator}, ${measureId}, ${unitId} is kept as ${kept}; its postings add up to ${recomputed}`,
      );
    }
  } finally {
    await again.close();
  }

  await platform.postgres.createDatabase(REBUILT);
  const rebuilt = await startProjection({ bus, databaseUrl: platform.postgres.urlOf(REBUILT), logger });
  try {
    await rebuilt.ready();
    const fresh = await reports(platform, asked);
    for (const [organization, text] of live) {
      findings.expect(
        fresh.get(organization) === text,
        () => `the report of ${organization} at position ${head} has other bytes when it is rebuilt from nothing`,
      );
    }
  } finally {
    await rebuilt.close();
  }
  findings.count('reports', live.size);
}

/** The bytes of each report, as the query answers them. */
async function reports(
  platform: PlatformUnderFaults,
  { head, day }: { head: number; day: Day },
): Promise<Map<string, string>> {
  const gateway = new Caller(await platform.as('gateway'), 'gateway');
  const texts = new Map<string, string>();
  for (const organization of [EXAMPLE_GROUP, ...Object.values(enterpriseSystems)]) {
    const answer = await gateway.query<LeadingGroupReportQuery, LeadingGroupReportAnswer>(
      LeadingGroupReportQuery,
      {
        programme: EXAMPLE_PROGRAMME,
        organization,
        period: day.slice(0, 4) as Period,
        asOfDay: day,
        asOfPosition: head,
      },
      {
        [requestHeaders.actor]: 'user:faults-inspector',
        [requestHeaders.grants]: JSON.stringify([{ role: 'inspector', organizationId: EXAMPLE_GROUP }]),
        [requestHeaders.after]: String(head),
      },
    );
    texts.set(organization, JSON.stringify(answer));
  }
  return texts;
}
