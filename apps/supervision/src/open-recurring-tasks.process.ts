import { createHash } from 'node:crypto';
import { type DutyPeriod, DutiesToOpen, type DutiesToOpenAnswer, PlanTask } from '@gongyou/contracts';
import type { SendCommand } from '@gongyou/event-sourcing';
import { type Caller, requestHeaders } from '@gongyou/messaging';

/**
 * Opens a task for every recurring duty that has none yet for the period a day lies in. What two events ask for at once is
 * opened once: the task's id is made of the duty and its period.
 *
 * @param after the position of the event that asked for it: the read model answers when it has taken that in
 */
export async function openRecurringTasks(
  caller: Caller,
  send: SendCommand,
  which: DutiesToOpen,
  after: number,
): Promise<void> {
  const headers = { [requestHeaders.after]: String(after) };
  const { duties } = await caller.query<DutiesToOpen, DutiesToOpenAnswer>(DutiesToOpen, which, headers);
  for (const duty of duties) {
    const taskId = taskIdOfDuty(duty);
    await send(taskId, PlanTask, planOf(taskId, duty));
  }
}

type DutyToOpen = DutiesToOpenAnswer['duties'][number];

/** The same for the same duty and period of the same adoption, and nobody else's. */
export function taskIdOfDuty({
  programmeId,
  organizationId,
  dutyId,
  period,
}: Pick<DutyToOpen, 'programmeId' | 'organizationId' | 'dutyId' | 'period'>): string {
  const whole = JSON.stringify([programmeId, organizationId, dutyId, period]);
  return `duty-${createHash('sha256').update(whole).digest('hex').slice(0, 32)}`;
}

function planOf(taskId: string, duty: DutyToOpen): PlanTask {
  const { programmeId, organizationId, measureId, dutyId, period, title, evidenceAsked, ownerUnitId, dueOn } = duty;
  return {
    taskId,
    programmeId,
    organizationId,
    measureId,
    title: shortened(title, 200),
    ownerUnitId,
    cooperatingUnitIds: [],
    dueOn,
    evidenceAsked: shortened(evidenceAsked, 500),
    duty: { dutyId, period: period as DutyPeriod['period'] },
  };
}

/** A programme's texts may be longer than a task's. Counted in characters, so that none is cut in half. */
function shortened(text: string, most: number): string {
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}
