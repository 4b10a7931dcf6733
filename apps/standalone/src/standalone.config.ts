import { type Day, IsDay } from '@gongyou/domain';
import { IsIn, IsOptional, IsString, Matches, MinLength } from 'class-validator';

/** What `npm start` reads from its environment beside ports and data folder; all of it optional. */
export class StandaloneConfig {
  /** Replaces the embedded nats-server. */
  @IsOptional() @IsString() @Matches(/^(nats|tls):\/\//) NATS_URL?: string;
  /** With NATS_URL: the password of the platform's users there. */
  @IsOptional() @IsString() NATS_PASSWORD?: string;
  /** Replaces the embedded PostgreSQL. */
  @IsOptional() @IsString() @Matches(/^postgres(ql)?:\/\//) DATABASE_URL?: string;
  /** First password of `admin`, for unattended set-up. */
  @IsOptional() @IsString() @MinLength(10) ADMIN_PASSWORD?: string;
  /** `none` starts without the example group. */
  @IsOptional() @IsIn(['none']) EXAMPLE?: 'none';
  /** After a pause of more than two months: days up to this one may be closed at once. */
  @IsOptional() @IsDay() CLOSE_DAYS_THROUGH?: Day;
  @IsOptional() @IsIn(['trace', 'debug', 'info', 'warn', 'error']) LOG_LEVEL?: string;
}
