import type { Bilingual } from '@gongyou/domain';

/** Told of each step that a user may wonder about, in the order in which they happen. */
export type Report = (step: Bilingual) => void;

export const reportNothing: Report = () => undefined;
