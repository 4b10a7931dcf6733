import { type BusAddress, type RunningService, startService } from '@gongyou/messaging';
import type { LoggerService } from '@nestjs/common';
import { OrganizationModule } from './organization.module';

export { OrganizationConfig } from './organization.config';

/** What the organization context needs to run. */
export interface OrganizationSettings {
  bus: Omit<BusAddress, 'user'>;
  logger: LoggerService;
}

/** Starts the organization context: its commands. */
export const startOrganization = ({ bus, logger }: OrganizationSettings): Promise<RunningService> =>
  startService('organization', OrganizationModule, bus, logger);
