import type { ContractClass } from '@gongyou/contracts';
import { walk } from './contract-schema';

/** The places of a contract that hold text for people. Every other text is an identifier, a day, a hash. */
export function textPlacesOf(contract: ContractClass): string[] {
  const places: string[] = [];
  walk(contract, ({ pattern }, place) => {
    if (pattern?.includes('\\p{Cc}')) places.push(place);
  });
  return places;
}

/** What a body holds at a place. */
export function valuesAt(body: unknown, place: string): unknown[] {
  return place
    .split('/')
    .slice(1)
    .reduce<unknown[]>(
      (values, step) =>
        values.flatMap((value) => {
          if (typeof value !== 'object' || value === null) return [];
          if (step === '*') return Object.values(value) as unknown[];
          return step in value ? [(value as Record<string, unknown>)[step]] : [];
        }),
      [body],
    );
}
