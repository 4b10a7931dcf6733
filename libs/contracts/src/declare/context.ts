/** The bounded contexts whose names stand in subjects, routes and event subjects. */
export const contexts = ['organization', 'training', 'rights', 'supervision', 'reporting'] as const;
export type Context = (typeof contexts)[number];

/** A command's name as it stands in subjects and routes, all kebab-case: `supervision.task.report-progress`. */
export type CommandName = `${Context}.${string}.${string}`;

/** A query's name as it stands in subjects and routes, all kebab-case: `reporting.leading-group-report`. */
export type QueryName = `${Context}.${string}`;

const token = '[a-z][a-z0-9]*(-[a-z0-9]+)*';
const commandName = new RegExp(`^${token}\\.${token}\\.${token}$`);
const queryName = new RegExp(`^${token}\\.${token}$`);

/** Stops the process at start-up when a contract is declared under a name that no subject or route could carry. */
export function assertName(name: string, kind: 'command' | 'query'): void {
  if (!(kind === 'command' ? commandName : queryName).test(name)) {
    throw new Error(
      `${kind} name "${name}" must be ${kind === 'command' ? 'context.aggregate.command' : 'context.query'} in kebab-case`,
    );
  }
}
