import type { ArrearsAnswer } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { ArrearsList } from './arrears-list';

/** The token of the arrears list in the module: the rights context puts its own in the place of the one below. */
export const ARREARS_LIST = Symbol('the arrears list that selections for honours ask');

/** While no part of the platform keeps the list there is no answer, and each office must show the result of its own look. */
@Injectable()
export class UnkeptArrearsList implements ArrearsList {
  answerOf(): Promise<ArrearsAnswer | undefined> {
    return Promise.resolve(undefined);
  }
}
