import { type Day, IsDay } from '@gongyou/domain';
import { IsNotEmpty, IsOptional, IsString, Matches } from 'class-validator';

/** Everything apps/supervision reads from its environment. Nothing else in the app touches process.env. */
export class SupervisionConfig {
  /** Where the bus is; no default: a service on the wrong bus is worse than one that does not start. */
  @IsString() @Matches(/^(nats|tls):\/\//) NATS_URL!: string;
  /** The password of the bus user `supervision`. */
  @IsString() @IsNotEmpty() NATS_PASSWORD!: string;
  /** After a pause of more than two months: the operator's word that days up to this one are over. */
  @IsOptional() @IsDay() CLOSE_DAYS_THROUGH?: Day;
  @IsOptional() @IsString() LOG_LEVEL?: string;
}
