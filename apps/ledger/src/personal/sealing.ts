import {
  type Append,
  findEvent,
  identifierPattern,
  type NewEvent,
  type PersonalFields,
  personalFields,
} from '@gongyou/contracts';
import { PlatformProblem } from '@gongyou/messaging';
import type { MasterKey } from './master-key';
import type { PersonKey, PersonKeys } from './person-keys';
import { sealField } from './sealed-field';

/**
 * What the ledger does to appends between their check and their storage: the personal fields of each event are sealed with the key
 * of the person whom the event names, and of a command's fingerprint only a keyed hash goes on. Sealing the same append again gives the
 * same bytes, so that the store takes it for the repetition that it is.
 */
export class Sealing {
  constructor(
    private readonly keys: PersonKeys,
    private readonly master: MasterKey,
  ) {}

  /**
   * Takes appends that keep their contracts. Throws a problem for a person who was erased (`ledger.personErased`), for a value that
   * looks sealed already, and for a version of an event whose personal fields are not known any more.
   */
  async sealed(appends: readonly Append[]): Promise<Append[]> {
    const personal = new Map(
      appends.flatMap(({ events }) => events.map(personalPartOf).filter((part) => part !== null)),
    );
    const keys =
      personal.size > 0
        ? await this.keys.findOrMake([...personal.values()].map(({ personId }) => personId))
        : new Map<string, PersonKey>();
    return appends.map(({ command, ...append }) => ({
      ...append,
      events: append.events.map((event) => {
        const part = personal.get(event);
        return part ? { ...event, data: sealedData(event, part, keys.get(part.personId)!) } : event;
      }),
      ...(command && { command: { ...command, fingerprint: this.master.fingerprint(command.fingerprint) } }),
    }));
  }
}

interface PersonalPart {
  personId: string;
  fields: PersonalFields;
  data: Record<string, unknown>;
}

/** Null for an event that says nothing personal: nobody gets a key for it. */
function personalPartOf(event: NewEvent): [NewEvent, PersonalPart] | null {
  const contract = findEvent(event.type)!;
  const fields = personalFields(contract.class);
  if (Object.keys(fields).length === 0) return null;
  // What an older version calls its fields is not declared any more: they would be stored in the clear.
  if (event.version !== contract.version) throw notSealable('ledger.olderPersonalEvent', event.type);
  const data = JSON.parse(event.data) as Record<string, unknown>;
  if (Object.keys(fields).every((field) => data[field] === undefined)) return null;
  const personId = data[contract.person!];
  // Nobody could ask for the erasure of another.
  if (typeof personId !== 'string' || !identifierPattern.test(personId))
    throw new Error(`${event.type} names its person by no identifier`);
  return [event, { personId, fields, data }];
}

function sealedData(event: NewEvent, { personId, fields, data }: PersonalPart, key: PersonKey): string {
  if (key === 'erased') throw personErased(personId);
  const sealed = Object.entries(fields).flatMap(([field, kind]): [string, string][] => {
    const value = data[field];
    if (value === undefined) return [];
    if (typeof value !== 'string') throw new Error(`the personal field ${field} of ${event.type} holds no text`);
    if (value.startsWith('sealed:')) throw notSealable('ledger.sealedAlready', event.type);
    return [[field, sealField(key, { personId, type: event.type, field, kind }, event.eventId, value)]];
  });
  return JSON.stringify({ ...data, ...Object.fromEntries(sealed) });
}

const notSealable = (code: 'ledger.olderPersonalEvent' | 'ledger.sealedAlready', named: string): PlatformProblem =>
  new PlatformProblem(
    'invalid',
    code,
    code === 'ledger.sealedAlready'
      ? { zh: '个人信息字段须为明文，由账本加密', en: 'A personal field must be in the clear: the ledger seals it.' }
      : {
          zh: '含个人信息的事件只接受当前版本',
          en: 'An event with personal fields is taken in its present version only.',
        },
    { named },
  );

const personErased = (personId: string): PlatformProblem =>
  new PlatformProblem(
    'refused',
    'ledger.personErased',
    {
      zh: '该人员的个人信息已依法删除，不再接受其新的个人信息',
      en: 'The personal data of this person were erased; none are taken any more.',
    },
    { personId },
  );
