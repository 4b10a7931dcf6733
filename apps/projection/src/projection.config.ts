import { IsNotEmpty, IsOptional, IsString, Matches } from 'class-validator';

/** Everything apps/projection reads from its environment. Nothing else in the app touches process.env. */
export class ProjectionConfig {
  /** Where the bus is; no default: a projection of the wrong ledger is worse than one that does not start. */
  @IsString() @Matches(/^(nats|tls):\/\//) NATS_URL!: string;
  /** The password of the bus user `projection`. */
  @IsString() @IsNotEmpty() NATS_PASSWORD!: string;
  /** The PostgreSQL that keeps the read models, in a schema of their own. */
  @IsString() @Matches(/^postgres(ql)?:\/\//) DATABASE_URL!: string;
  @IsOptional() @IsString() LOG_LEVEL?: string;
}
