/** Token of the store that keeps the events. */
export const EVENT_STORE = Symbol('the event store');
