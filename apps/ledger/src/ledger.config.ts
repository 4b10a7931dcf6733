import { IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, Min, ValidateIf } from 'class-validator';
import { Type } from 'class-transformer';

/** Everything apps/ledger reads from its environment. Nothing else in the app touches process.env. */
export class LedgerConfig {
  /** Where the bus is; no default: a ledger on the wrong bus is worse than one that does not start. */
  @IsString() @Matches(/^(nats|tls):\/\//) NATS_URL!: string;
  /** The password of the bus user `ledger`. */
  @IsString() @IsNotEmpty() NATS_PASSWORD!: string;
  /** Which store keeps the events. */
  @IsString() @Matches(/^(postgres(ql)?|esdb(\+discover)?):\/\//) EVENT_STORE_URL!: string;
  /** The file that holds the master key of personal data: 32 bytes in base64url, the same for every ledger process. */
  @IsString() @IsNotEmpty() PERSON_MASTER_KEY_FILE!: string;
  /** PostgreSQL that keeps the keys of persons; needed only when the events are not in PostgreSQL. */
  @ValidateIf(({ EVENT_STORE_URL, PERSON_KEYS_URL }: LedgerConfig) => !isPostgres(EVENT_STORE_URL) || !!PERSON_KEYS_URL)
  @IsString()
  @Matches(/^postgres(ql)?:\/\//)
  PERSON_KEYS_URL?: string;
  /** Copies of each published event in the NATS cluster. */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(5) EVENTS_REPLICAS?: number;
  @IsOptional() @IsString() LOG_LEVEL?: string;
}

const isPostgres = (url: unknown): boolean => String(url).startsWith('postgres');
