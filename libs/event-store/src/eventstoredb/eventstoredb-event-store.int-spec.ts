import { itKeepsThePromisesOfAnEventStore } from '../testing';
import { EventStoreDbDouble } from '../testing/eventstoredb-double';
import { EventStoreDbEventStore } from './eventstoredb-event-store';

describe('The EventStoreDB event store, against a double of the server', () => {
  let server: EventStoreDbDouble;
  beforeAll(async () => (server = await EventStoreDbDouble.start()));
  afterAll(() => server.stop());

  itKeepsThePromisesOfAnEventStore(() => EventStoreDbEventStore.open(server.url()));
});
