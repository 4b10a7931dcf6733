import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUrl, Max, Min, MinLength } from 'class-validator';

const TakeNumber = () =>
  Transform(({ value }) =>
    typeof value === 'string' && /^[0-9]{1,5}$/.test(value) ? Number(value) : (value as unknown),
  );
const TakeFlag = () =>
  Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown)));

/** Everything apps/gateway reads from its environment when it runs by itself. Nothing else in the app touches process.env. */
export class GatewayConfig {
  /** No default: a gateway on the wrong bus is worse than one that does not start. */
  @IsUrl({ protocols: ['nats', 'tls'], require_tld: false, require_protocol: true }) NATS_URL!: string;
  /** Of the NATS user `gateway`. */
  @IsString() @MinLength(1) NATS_PASSWORD!: string;
  @IsUrl({ protocols: ['postgres', 'postgresql'], require_tld: false, require_protocol: true }) DATABASE_URL!: string;
  @TakeNumber() @IsInt() @Min(0) @Max(65_535) GATEWAY_PORT: number = 8080;
  /** The loopback address unless told: put a proxy that speaks TLS in front before others may reach it. */
  @IsString() @MinLength(1) GATEWAY_HOST: string = '127.0.0.1';
  /** Set it to `true` behind a proxy that speaks TLS. */
  @TakeFlag() @IsBoolean() GATEWAY_SECURE_COOKIES: boolean = false;
  /** First password of `admin`, for unattended set-up. */
  @IsOptional() @IsString() ADMIN_PASSWORD?: string;
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug', 'trace']) LOG_LEVEL: string = 'info';
}
