/**
 * Calls `stop` once, for the first SIGINT, SIGTERM or SIGHUP, and ends the process with `stop`'s exit code (0 by default, 1 if it throws).
 *
 * One Ctrl-C arrives twice, from the terminal and from npm. So what follows within two seconds is the same wish; a SIGINT
 * after that is somebody who does not want to wait, and ends the process at once.
 */
export function onceToldToStop(stop: (signal: NodeJS.Signals) => Promise<void>): void {
  let firstAt: number | undefined;
  const told = (signal: NodeJS.Signals) => {
    if (firstAt === undefined) {
      firstAt = Date.now();
      stop(signal).then(
        () => process.exit(),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    } else if (signal === 'SIGINT' && Date.now() - firstAt > 2_000) {
      process.exit(130);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, told);
}
