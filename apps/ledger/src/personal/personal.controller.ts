import {
  identifierPattern,
  ledgerSubjects,
  type Masked,
  MOST_SEALED,
  type PersonalKind,
  personalKinds,
  type PersonErased,
  type SealedField,
} from '@gongyou/contracts';
import { OnRequest, PlatformProblem } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { reachable } from '../store-problem';
import { masked } from './mask';
import { MasterKey } from './master-key';
import { type PersonKey, PersonKeys } from './person-keys';
import { type OpenedField, openField, SealBroken } from './sealed-field';

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Looks through the seal of personal fields, and destroys keys. Who may ask for what is settled by the permissions on the bus; that a look
 * is recorded before it is taken is the duty of whoever asks.
 */
@Controller()
export class PersonalController {
  constructor(
    private readonly keys: PersonKeys,
    private readonly master: MasterKey,
  ) {}

  @OnRequest(ledgerSubjects.unseal)
  async unseal({ personId, values }: JsonObject): Promise<{ values: (string | null)[] }> {
    if (!isPersonId(personId) || !isListOf(values, isText)) throw badRequest();
    const opened = await this.opened(values.map((value) => ({ personId, value })));
    return { values: opened.map((field) => field && field.value) };
  }

  @OnRequest(ledgerSubjects.masks)
  async masks({ fields }: JsonObject): Promise<{ masks: (Masked | null)[] }> {
    if (!isListOf(fields, isSealedField)) throw badRequest();
    const opened = await this.opened(fields);
    return {
      masks: opened.map(
        (field) =>
          field && {
            kind: field.kind,
            masked: masked(field.kind, field.value),
            index: this.master.blindIndex(field.kind, field.value),
          },
      ),
    };
  }

  @OnRequest(ledgerSubjects.blindIndex)
  blindIndexes({ values }: JsonObject): { indexes: string[] } {
    if (!isListOf(values, isPersonalValue)) throw badRequest();
    return { indexes: values.map(({ kind, value }) => this.master.blindIndex(kind, value)) };
  }

  @OnRequest(ledgerSubjects.erasePerson)
  async erasePerson({ personId, reason }: JsonObject): Promise<PersonErased> {
    if (!isPersonId(personId) || !isPersonId(reason)) throw badRequest();
    const erasedAt = await reachable(() => this.keys.destroy(personId, reason));
    return { personId, erasedAt: erasedAt.toISOString() };
  }

  /** Null for whoever was erased. */
  private async opened(fields: readonly SealedField[]): Promise<(OpenedField | null)[]> {
    const keys = await reachable(() => this.keys.find(fields.map(({ personId }) => personId)));
    return fields.map(({ personId, value }) => {
      const key = keys.get(personId);
      return key === 'erased' ? null : openedWith(key, personId, value);
    });
  }
}

function openedWith(key: Exclude<PersonKey, 'erased'> | undefined, personId: string, value: string): OpenedField {
  try {
    if (key) return openField(key, personId, value);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
  }
  // A person without a key and without a fence may be one whose key was lost: that is no erasure, and is not told as one.
  throw new PlatformProblem(
    'refused',
    'ledger.sealBroken',
    {
      zh: '该密文不属于此人员，或已被改动，或密钥丢失',
      en: 'A sealed field is not of this person, or it was altered, or the key is lost.',
    },
    { personId },
  );
}

const LONGEST = 20_000;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= LONGEST;

const isPersonId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 64 && identifierPattern.test(value);

const isSealedField = (value: unknown): value is SealedField =>
  isObject(value) && isPersonId(value['personId']) && isText(value['value']);

const isPersonalValue = (value: unknown): value is { kind: PersonalKind; value: string } =>
  isObject(value) && personalKinds.some((kind) => kind === value['kind']) && isText(value['value']);

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

const isListOf = <T>(value: unknown, isOne: (one: unknown) => one is T): value is T[] =>
  Array.isArray(value) && value.length <= MOST_SEALED && value.every(isOne);

const badRequest = (): PlatformProblem =>
  new PlatformProblem('invalid', 'ledger.badRequest', {
    zh: '个人信息请求格式错误',
    en: 'This is no request about personal fields.',
  });
