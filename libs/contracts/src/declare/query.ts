import type { Bilingual } from '@gongyou/domain';
import type { ContractClass } from './command';
import { assertName, type Context, type QueryName } from './context';
import type { Role } from './role';

/** What is declared about a query, once; subject, route, AsyncAPI and OpenAPI entries all come from it. */
export interface QueryDeclaration {
  name: QueryName;
  summary: Bilingual;
  roles: readonly Role[];
  /** Its parameters or its answer hold personal data: over HTTP it is posted, so that nothing personal stands in an address. */
  confidential?: boolean;
  /** Provisions of the policy documents that it carries out, wholly and together with its tests. */
  provisions?: readonly string[];
  /** Provisions that it takes a part in, while other parts of them are not built yet. */
  towards?: readonly string[];
}

export interface QueryContract extends QueryDeclaration {
  class: ContractClass;
  context: Context;
  query: string;
}

const byName = new Map<string, QueryContract>();
const byClass = new Map<unknown, QueryContract>();

/** Declares a query. The class below it holds the checks of its parameters. */
export function Query(declaration: QueryDeclaration) {
  return (target: ContractClass): void => {
    assertName(declaration.name, 'query');
    if (byName.has(declaration.name)) throw new Error(`query ${declaration.name} is declared twice`);
    const [context, query] = declaration.name.split('.') as [Context, string];
    const contract = { ...declaration, class: target, context, query };
    byName.set(declaration.name, contract);
    byClass.set(target, contract);
  };
}

/** The contract of a query class; a class that was never declared is a defect. */
export function queryContract(target: ContractClass): QueryContract {
  const contract = byClass.get(target);
  if (!contract) throw new Error(`${target.name} is not declared with @Query`);
  return contract;
}

export const findQuery = (name: string): QueryContract | undefined => byName.get(name);

/** Every declared query, in the order of their names. */
export const queryContracts = (): QueryContract[] => [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));

/** The subject a client asks a query on; with `*` for the client, the pattern a service listens to. */
export const querySubject = (contract: Pick<QueryContract, 'name'>, client: string): string =>
  `qry.${client}.${contract.name}`;

/** The gateway's route of a query, below its `/api`. */
export const queryRoute = (contract: QueryContract): string => `/${contract.context}/${contract.query}`;
