import type { EventsReceiver } from '../load/events-receiver';
import { until } from '../until';
import type { Findings } from './findings';
import type { FedEvent } from './ledger.check';

const RECEIVED_WITHIN_MS = 30_000;

/** What an enterprise system received through it all: every event of the ledger, first in the ledger's order, with its own id and data. */
export async function checkReceipts(
  receiver: EventsReceiver,
  feed: readonly FedEvent[],
  findings: Findings,
): Promise<void> {
  const { receipts } = receiver;
  await until(() => Promise.resolve(receipts.length >= feed.length), RECEIVED_WITHIN_MS);
  findings.expect(
    receipts.length === feed.length,
    () => `an enterprise system received ${receipts.length} of ${feed.length} events`,
  );
  for (const [index, { id, position, text }] of receipts.entries()) {
    const { envelope, stored } = feed[position] ?? {};
    findings.expect(
      position === index,
      () => `the enterprise system's event number ${index} is that of position ${position}: out of order or left out`,
    );
    findings.expect(
      envelope?.eventId === id,
      () => `an enterprise system received another id than the ledger has at position ${position}`,
    );
    findings.expect(
      stored !== undefined && text.endsWith(`,"data":${stored.data}}`),
      () => `an enterprise system received other data than the ledger has at position ${position}`,
    );
  }
  findings.count('received', receipts.length);
  findings.count('receivedAgain', receiver.repeated);
}
