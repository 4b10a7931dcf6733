import { type PlatformClient } from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import type { LoggerService } from '@nestjs/common';
import { startGateway } from '../../gateway/src';
import { type MasterKey, startLedger } from '../../ledger/src';
import { startOrganization } from '../../organization/src';
import { startProjection } from '../../projection/src';
import { startSupervision } from '../../supervision/src';

/** What the whole platform needs to run in one process. */
export interface PlatformSettings {
  natsUrl: string;
  /** The passwords of the platform's users on the bus. */
  passwords: Readonly<Record<PlatformClient, string>>;
  databaseUrl: string;
  /** Wraps the keys of persons. */
  masterKey: MasterKey;
  gatewayPort: number;
  gatewayHost?: string;
  /** First password of `admin`; a random one when absent. */
  administratorPassword?: string;
  /** Days up to this one may be closed at once after a long pause. */
  closeDaysThrough?: Day;
  logger: LoggerService;
}

/** The running platform. */
export interface Platform {
  /** The gateway's address. */
  url: string;
  /** The random first password of `admin`, on the start that made it. */
  firstPassword?: string;
  /** Stops all services, the gateway first: what was accepted is answered. */
  close(): Promise<void>;
}

/** Starts every service, each with a connection and a name of its own on the bus, as it would have as a process of its own. */
export async function startPlatform(settings: PlatformSettings): Promise<Platform> {
  const { databaseUrl, masterKey, logger } = settings;
  const bus = (service: PlatformClient) => ({ servers: settings.natsUrl, password: settings.passwords[service] });
  const started: { close(): Promise<void> }[] = [];
  const keep = async <T extends { close(): Promise<void> }>(starting: Promise<T>): Promise<T> => {
    const service = await starting;
    started.unshift(service);
    return service;
  };
  const close = async (): Promise<void> => {
    for (const service of started) await service.close();
  };

  try {
    await keep(startLedger({ bus: bus('ledger'), eventStoreUrl: databaseUrl, masterKey, logger }));
    await keep(startProjection({ bus: bus('projection'), databaseUrl, logger }));
    await keep(startOrganization({ bus: bus('organization'), logger }));
    await keep(
      startSupervision({
        bus: bus('supervision'),
        ...(settings.closeDaysThrough !== undefined && { closeDaysThrough: settings.closeDaysThrough }),
        logger,
      }),
    );
    const gateway = await keep(
      startGateway({
        bus: bus('gateway'),
        databaseUrl,
        port: settings.gatewayPort,
        ...(settings.gatewayHost !== undefined && { host: settings.gatewayHost }),
        firstAdministrator: {
          ...(settings.administratorPassword !== undefined && { password: settings.administratorPassword }),
        },
        logger,
      }),
    );
    return {
      url: gateway.url,
      ...(gateway.firstPassword !== undefined && { firstPassword: gateway.firstPassword }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
