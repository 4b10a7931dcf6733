import {
  type Masked,
  MOST_SEALED,
  type SealedField,
  type WorkerCorrected,
  type WorkerRegistered,
} from '@gongyou/contracts';
import type { PersonalMasks } from './personal-masks';
import type { RegisteredWorker } from './worker.entity';

/** The personal fields that the register shows, masked. */
const shown = ['name', 'identityNumber', 'phone', 'registeredAddress', 'presentAddress'] as const;
/** Those that it can be searched by. */
const searched = ['name', 'identityNumber', 'phone'] as const;

type Shown = (typeof shown)[number];
export type MaskedFields = Pick<RegisteredWorker, Shown | `${(typeof searched)[number]}Index`>;

/** The masks of events that carry personal fields, asked for all at once. Who was erased has none. */
export async function masksOf(
  events: readonly { position: number; data: WorkerRegistered | WorkerCorrected }[],
  ledger: PersonalMasks,
): Promise<ReadonlyMap<number, Partial<MaskedFields>>> {
  const asked = events.flatMap(({ position, data }) =>
    shown.flatMap((field) => {
      const value = data[field];
      return value === undefined ? [] : [{ position, field, sealed: { personId: data.workerId, value } }];
    }),
  );
  const masks = await inPages(
    asked.map(({ sealed }) => sealed),
    ledger,
  );
  const byEvent = new Map<number, Partial<MaskedFields>>();
  asked.forEach(({ position, field }, index) => {
    byEvent.set(position, { ...byEvent.get(position), ...fieldsOf(field, masks[index] ?? null) });
  });
  return byEvent;
}

/** What stands in the register of somebody who was erased. */
export const noMasks: MaskedFields = {
  ...{ name: null, identityNumber: null, phone: null, registeredAddress: null, presentAddress: null },
  ...{ nameIndex: null, identityNumberIndex: null, phoneIndex: null },
};

async function inPages(fields: readonly SealedField[], ledger: PersonalMasks): Promise<(Masked | null)[]> {
  const masks: (Masked | null)[] = [];
  for (let from = 0; from < fields.length; from += MOST_SEALED)
    masks.push(...(await ledger.masks(fields.slice(from, from + MOST_SEALED))));
  return masks;
}

const fieldsOf = (field: Shown, mask: Masked | null): Partial<MaskedFields> => ({
  [field]: mask?.masked ?? null,
  ...((searched as readonly Shown[]).includes(field) && { [`${field}Index`]: mask?.index ?? null }),
});
