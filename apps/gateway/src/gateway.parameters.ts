/** What an operator may set differently; everything has a usual value. */
export interface GatewayParameters {
  /** Fewest characters of a password. */
  passwordLeastLength: number;
  /** After so many wrong passwords in a row an account takes none for a while. */
  wrongPasswordsBeforeLock: number;
  lockMinutes: number;
  /** A session ends when nothing was asked for so long. */
  sessionIdleMinutes: number;
  /** A session ends so long after the login, whatever is asked. */
  sessionHours: number;
  /** Failed logins that one address may cause in a minute. */
  failedLoginsPerMinute: number;
  /** Events that the projection may lie behind while the platform still calls itself ready. */
  readyWithinLag: number;
  /** The browser sends the session's cookie over HTTPS only. For a gateway behind a proxy that speaks TLS. */
  secureCookies: boolean;
}

export const usualParameters: GatewayParameters = {
  passwordLeastLength: 10,
  wrongPasswordsBeforeLock: 5,
  lockMinutes: 15,
  sessionIdleMinutes: 60,
  sessionHours: 12,
  failedLoginsPerMinute: 30,
  readyWithinLag: 1000,
  secureCookies: false,
};

/** Token of the parameters that this gateway runs with. */
export const PARAMETERS = Symbol('the parameters of the gateway');
