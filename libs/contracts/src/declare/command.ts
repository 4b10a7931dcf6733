import type { Bilingual } from '@gongyou/domain';
import { assertName, type CommandName, type Context } from './context';
import type { Role } from './role';

/** A class that carries the checks of a message; its instances are plain JSON. */
export type ContractClass<T extends object = object> = new () => T;

/** What is declared about a command, once; subject, route, AsyncAPI and OpenAPI entries all come from it. */
export interface CommandDeclaration {
  name: CommandName;
  summary: Bilingual;
  /** Who may send it. The role must be held over a unit that the command reaches. */
  roles: readonly Role[];
  /** Provisions of the policy documents that it carries out, wholly and together with its tests. */
  provisions?: readonly string[];
  /** Provisions that it takes a part in, while other parts of them are not built yet. */
  towards?: readonly string[];
}

export interface CommandContract extends CommandDeclaration {
  class: ContractClass;
  context: Context;
  aggregate: string;
  command: string;
}

const byName = new Map<string, CommandContract>();
const byClass = new Map<unknown, CommandContract>();

/** Declares a command. The class below it holds the checks of its data. */
export function Command(declaration: CommandDeclaration) {
  return (target: ContractClass): void => {
    assertName(declaration.name, 'command');
    if (byName.has(declaration.name)) throw new Error(`command ${declaration.name} is declared twice`);
    const [context, aggregate, command] = declaration.name.split('.') as [Context, string, string];
    const contract = { ...declaration, class: target, context, aggregate, command };
    byName.set(declaration.name, contract);
    byClass.set(target, contract);
  };
}

/** The contract of a command class; a class that was never declared is a defect. */
export function commandContract(target: ContractClass): CommandContract {
  const contract = byClass.get(target);
  if (!contract) throw new Error(`${target.name} is not declared with @Command`);
  return contract;
}

export const findCommand = (name: string): CommandContract | undefined => byName.get(name);

/** Every declared command, in the order of their names. */
export const commandContracts = (): CommandContract[] =>
  [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));

/** The subject a client publishes a command on; with `*` for the client, the pattern a service listens to. */
export const commandSubject = (contract: Pick<CommandContract, 'name'>, client: string): string =>
  `cmd.${client}.${contract.name}`;

/** The gateway's route of a command, below its `/api`. */
export const commandRoute = (contract: CommandContract): string =>
  `/${contract.context}/${contract.aggregate}/${contract.command}`;
