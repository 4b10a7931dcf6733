import type { NatsLedger } from '@gongyou/messaging';

/** What the read models ask the ledger about personal fields: never the plain value of one. */
export type PersonalMasks = Pick<NatsLedger, 'masks' | 'blindIndexes'>;

export const PERSONAL_MASKS = Symbol('masks and blind indexes of personal fields');
