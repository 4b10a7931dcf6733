import { fact } from '../testing';
import { EventStoreDbDouble } from '../testing/eventstoredb-double';
import { EventStoreDbEventStore } from './eventstoredb-event-store';
it('bench', async () => {
  const server = await EventStoreDbDouble.start();
  const store = await EventStoreDbEventStore.open(server.url());
  let t = Date.now();
  await Promise.all(Array.from({ length: 64 }, async (_, w) => {
    for (let i = 0; i < 100; i += 1) await store.append([{ stream: `task-${w}`, expected: 'any', events: [fact()] }]);
  }));
  console.log('6400 single appends, 64 writers', Date.now() - t);
  t = Date.now();
  await Promise.all(Array.from({ length: 8 }, async (_, w) => {
    for (let i = 0; i < 20; i += 1) await store.append([{ stream: `b-${w}`, expected: 'any', events: Array.from({ length: 100 }, () => fact()) }]);
  }));
  console.log('16000 in batches of 100', Date.now() - t);
  t = Date.now();
  let after = -1; let n = 0;
  for (;;) { const p = await store.readAll({ after, limit: 1000 }); n += p.events.length; after = p.through; if (p.events.length === 0) break; }
  console.log('feed', n, Date.now() - t);
  t = Date.now();
  const s2 = await EventStoreDbEventStore.open(server.url());
  console.log('open', Date.now() - t);
  await s2.close(); await store.close(); server.stop();
}, 120000);
