import type { ContractClass } from '@gongyou/contracts';

/** A command with its body, and who tells it. */
export interface Sent {
  of: ContractClass;
  body: object;
  by: 'administrator' | 'harbour';
}

export const told = <T extends object>(of: new () => T, body: T): Sent => ({ of, body, by: 'administrator' });

/** Told by the system of the harbour company. */
export const toldByHarbour = <T extends object>(of: new () => T, body: T): Sent => ({ of, body, by: 'harbour' });
