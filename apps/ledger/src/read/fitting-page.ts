import type { Envelope, EventPage } from '@gongyou/contracts';

/** What one message may weigh; the bus carries 1 MiB by default, and an event at its size limit must fit. */
const MOST_BYTES = 900_000;

/** As much of a page as fits into one message; what is cut off comes with the next. */
export function fittingPage(page: EventPage): EventPage {
  let bytes = 0;
  for (const [index, { entry, data }] of page.events.entries()) {
    bytes += Buffer.byteLength(entry) + Buffer.byteLength(data) + 2;
    if (bytes > MOST_BYTES && index > 0) {
      const events = page.events.slice(0, index);
      return { events, through: (JSON.parse(events.at(-1)!.entry) as Envelope).position, head: page.head };
    }
  }
  return page;
}
