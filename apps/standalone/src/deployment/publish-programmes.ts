import { PublishProgramme } from '@gongyou/contracts';
import { type Caller, PlatformProblem } from '@gongyou/messaging';
import { bundledProgrammes } from '@gongyou/programmes';

/**
 * Publishes the reform programmes that come with the platform. The same programme again is no news; one that was changed here keeps the
 * newer versions of its users.
 *
 * @returns the position of the last one, -1 when nothing was published
 */
export async function publishProgrammes(operator: Caller): Promise<number> {
  let position = -1;
  for (const programme of bundledProgrammes()) position = Math.max(position, await publish(operator, { programme }));
  return position;
}

async function publish(operator: Caller, command: PublishProgramme): Promise<number> {
  try {
    return (await operator.command(PublishProgramme, command)).position;
  } catch (error) {
    if (error instanceof PlatformProblem && error.kind === 'refused') return -1;
    throw error;
  }
}
