import { IsNotEmpty, IsOptional, IsString, Matches } from 'class-validator';

/** Everything apps/organization reads from its environment. Nothing else in the app touches process.env. */
export class OrganizationConfig {
  /** Where the bus is; no default: a service on the wrong bus is worse than one that does not start. */
  @IsString() @Matches(/^(nats|tls):\/\//) NATS_URL!: string;
  /** The password of the bus user `organization`. */
  @IsString() @IsNotEmpty() NATS_PASSWORD!: string;
  @IsOptional() @IsString() LOG_LEVEL?: string;
}
