import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Matches } from 'class-validator';
import { readConfig, WrongSettings } from './process';

class WagesConfig {
  @IsString() @Matches(/^nats:/) NATS_URL!: string;
  @IsString() NATS_PASSWORD!: string;
  @Transform(({ value }) => Number(value)) @IsInt() WAGES_PORT: number = 8080;
  @IsOptional() @IsString() LOG_LEVEL?: string;
}

describe('The settings of a process', () => {
  it('are read by the names that the class declares, and by no other', () => {
    const config = readConfig(WagesConfig, { NATS_URL: 'nats://bus', NATS_PASSWORD: 'secret', HOME: '/root' });
    expect({ ...config }).toEqual({ NATS_URL: 'nats://bus', NATS_PASSWORD: 'secret', WAGES_PORT: 8080 });
  });

  it('are told all at once when they are wrong, by name and never by value', () => {
    const read = () => readConfig(WagesConfig, { NATS_URL: 'http://user:hunter2@bus', WAGES_PORT: 'many' });
    expect(read).toThrow(WrongSettings);
    expect(read).toThrow(/NATS_URL[^]*NATS_PASSWORD[^]*WAGES_PORT/);
    expect(read).not.toThrow(/hunter2|many/);
  });

  it('count as not given when they are empty', () => {
    expect(() => readConfig(WagesConfig, { NATS_URL: 'nats://bus', NATS_PASSWORD: '' })).toThrow(/NATS_PASSWORD/);
  });
});
