import type { BlacklistAnswer } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { SubcontractorBlacklist } from './subcontractor-blacklist';

/** The token of the blacklist in the module: whoever keeps it puts his own in the place of the one below. */
export const SUBCONTRACTOR_BLACKLIST = Symbol('the blacklist that selections of labour subcontractors ask');

/** While no part of the platform keeps the blacklist there is no answer, and each selecting unit must show its own look. */
@Injectable()
export class UnkeptSubcontractorBlacklist implements SubcontractorBlacklist {
  answerOf(): Promise<BlacklistAnswer | undefined> {
    return Promise.resolve(undefined);
  }
}
