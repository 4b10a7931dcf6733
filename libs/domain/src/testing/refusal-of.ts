import { Refusal } from '../refusal';

/** The refusal that `act` meets; fails when it is not refused. For specs. */
export function refusalOf(act: () => unknown): Refusal {
  try {
    act();
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal;
    throw refusal;
  }
  throw new Error('It was not refused.');
}
