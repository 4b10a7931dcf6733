/**
 * Token of the log that the gateway was started with. Nest's own `Logger` is one for the whole process: in a process of several
 * services it writes under the name of the last one that started.
 */
export const LOG = Symbol('the log of the gateway');
