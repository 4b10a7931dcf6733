import type { Bilingual } from '@gongyou/domain';
import type { ContractClass } from './command';
import type { Context } from './context';
import { assertSealable } from './personal';

/** Turns the data of one version into that of the next; the stored bytes stay as they are. */
export type Upcaster = (data: Record<string, unknown>) => Record<string, unknown>;

/** What is declared about an event. Its class name is its stored name and never changes. */
export interface EventDeclaration {
  context: Context;
  summary: Bilingual;
  /** The version that the class below describes; 1 unless told. */
  version?: number;
  /** For each earlier version, how its data becomes that of the next. */
  upcasters?: Readonly<Record<number, Upcaster>>;
  /** The field that names the person whom the personal fields are about; their key seals them. */
  person?: string;
  /** Provisions of the policy documents that it carries out, wholly and together with its tests. */
  provisions?: readonly string[];
  /** Provisions that it takes a part in, while other parts of them are not built yet. */
  towards?: readonly string[];
}

export interface EventContract extends EventDeclaration {
  type: string;
  version: number;
  upcasters: Readonly<Record<number, Upcaster>>;
  class: ContractClass;
}

const byType = new Map<string, EventContract>();

/** Declares an event. The class below it holds the checks of its data. */
export function DomainEvent(declaration: EventDeclaration) {
  return (target: ContractClass): void => {
    const version = declaration.version ?? 1;
    const upcasters = declaration.upcasters ?? {};
    if (byType.has(target.name)) throw new Error(`event ${target.name} is declared twice`);
    for (let earlier = 1; earlier < version; earlier += 1) {
      if (!upcasters[earlier]) throw new Error(`event ${target.name} has no upcaster from version ${earlier}`);
    }
    assertSealable(target, declaration.person);
    byType.set(target.name, { ...declaration, type: target.name, version, upcasters, class: target });
  };
}

export const findEvent = (type: string): EventContract | undefined => byType.get(type);

/** Every declared event, in the order of their types. */
export const eventContracts = (): EventContract[] => [...byType.values()].sort((a, b) => (a.type < b.type ? -1 : 1));

/** The subject an event is published on once it is committed. */
export const eventSubject = (contract: Pick<EventContract, 'context' | 'type'>): string =>
  `events.${contract.context}.${contract.type}`;

/** The events of one aggregate as a closed union: `{ type: 'TaskPlanned'; data: TaskPlanned } | …`. */
export type EventOf<Classes extends Record<string, ContractClass>> = {
  [Type in keyof Classes & string]: { type: Type; data: InstanceType<Classes[Type]> };
}[keyof Classes & string];

/** The commands of one aggregate as a closed union: `{ type: 'PlanTask'; data: PlanTask } | …`. */
export type CommandOf<Classes extends Record<string, ContractClass>> = EventOf<Classes>;

/**
 * The data of a stored event as today's code reads it.
 * Throws `UnknownEvent` for a type or version that this code does not know: half a history decides nothing.
 */
export function upcast(type: string, version: number, data: Record<string, unknown>): Record<string, unknown> {
  const contract = findEvent(type);
  if (!contract || version < 1 || version > contract.version) throw new UnknownEvent(type, version);
  let current = data;
  for (let step = version; step < contract.version; step += 1) current = contract.upcasters[step]!(current);
  return current;
}

/** An event that this code cannot read: it was written by newer code, or is not one of ours. */
export class UnknownEvent extends Error {
  constructor(
    readonly type: string,
    readonly version: number,
  ) {
    super(`event ${type} version ${version} is unknown here, or newer than this code understands`);
    this.name = 'UnknownEvent';
  }
}
