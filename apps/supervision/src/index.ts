import type { Day } from '@gongyou/domain';
import { type BusAddress, type RunningService, startService } from '@gongyou/messaging';
import type { LoggerService } from '@nestjs/common';
import { CloseDaysWhenTheyAreOver } from './close-days-when-they-are-over.process';
import { SupervisionModule } from './supervision.module';

export { SupervisionConfig } from './supervision.config';

/** What the supervision context needs to run. */
export interface SupervisionSettings {
  bus: Omit<BusAddress, 'user'>;
  /** What time it is for the closing of days; the machine's clock unless told. */
  clock?: () => Date;
  /** The operator's word that days up to this one are over; needed only after a pause of more than two months. */
  closeDaysThrough?: Day | undefined;
  logger: LoggerService;
}

/** Starts the supervision context: its commands, its processes and the closing of days. */
export async function startSupervision(settings: SupervisionSettings): Promise<RunningService> {
  const { bus, clock = () => new Date(), closeDaysThrough, logger } = settings;
  const service = await startService(
    'supervision',
    SupervisionModule.register({ clock, closeDaysThrough }),
    bus,
    logger,
  );
  // Only now: the first day can be closed when the service takes commands.
  service.app.get(CloseDaysWhenTheyAreOver, { strict: false }).start();
  return service;
}
