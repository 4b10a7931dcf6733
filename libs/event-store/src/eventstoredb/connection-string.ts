/** Whether a URL names an EventStoreDB or KurrentDB, by either of the names that its connection strings begin with. */
export const isEventStoreDbUrl = (url: string): boolean => /^(esdb|kurrentdb)(\+discover)?:\/\//.test(url);

/** The connection string as the client knows it: it is older than the server's present name. */
export const connectionStringOf = (url: string): string => url.replace(/^kurrentdb(?=(\+discover)?:\/\/)/, 'esdb');
