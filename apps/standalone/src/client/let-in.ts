import { randomBytes } from 'node:crypto';
import { RegisterEnterpriseClient } from '@gongyou/contracts';
import type { Caller } from '@gongyou/messaging';
import { hash } from 'bcryptjs';
import { operatorSubjects } from '../bus/operator-door';

/** bcrypt's cost: slow enough against guessing, fast enough to log in. */
const ROUNDS = 11;

/** An enterprise system that is to be let in, and the events it may receive, if any. */
export interface SystemToLetIn {
  name: string;
  organizationId: string;
  events?: string | undefined;
}

/**
 * Binds an enterprise system to its unit and lets it log in to the bus. One that was let in before loses its former password.
 *
 * @returns its password, which is kept nowhere
 */
export async function letIn(operator: Caller, { name, organizationId, events }: SystemToLetIn): Promise<string> {
  await operator.command(RegisterEnterpriseClient, { clientName: name, organizationId });
  const password = randomBytes(24).toString('base64url');
  await operator.request(operatorSubjects.put, {
    name,
    passwordHash: await hash(password, ROUNDS),
    ...(events !== undefined && { eventsSubject: events }),
  });
  return password;
}
