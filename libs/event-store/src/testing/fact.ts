import type { NewEvent } from '@gongyou/contracts';
import { uuidv7 } from 'uuidv7';

/** An event that keeps its contract: the suite also runs against stores that check it. */
export function fact(type: keyof typeof valid = 'UnitRenamed', data = valid[type]): NewEvent {
  return {
    eventId: uuidv7(),
    type,
    version: 1,
    data,
    occurredAt: '2026-11-20T01:02:03.004Z',
    actor: 'user:1',
    client: 'gateway',
    organizationId: 'cccc',
    correlationId: '0'.repeat(31) + '1',
    causationId: '0'.repeat(31) + '1',
  };
}

const valid: Record<'UnitRenamed' | 'DayClosed', string> = {
  UnitRenamed: '{"unitId":"rebar-crew","name":"钢筋一班","renamedOn":"2026-11-20"}',
  DayClosed: '{"day":"2026-11-19"}',
};
