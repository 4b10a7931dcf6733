import { IsNotEmpty, IsString, Matches } from 'class-validator';

/** Everything the operator's command reads from its environment. */
export class OperatorConfig {
  /** Where the bus is. */
  @IsString() @Matches(/^(nats|tls):\/\//) NATS_URL!: string;
  /** The password of the bus user `operator`. */
  @IsString() @IsNotEmpty() NATS_PASSWORD!: string;
}
