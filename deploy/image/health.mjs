import { networkInterfaces } from 'node:os';

// Whether the service in this container is well: `node health.mjs <service>`, exit code 0 or 1.
//
// The gateway is asked by HTTP. The other services hear on NATS alone, so nats-server is asked whether a connection of that name comes
// from this container and has subscriptions: nats-server itself puts out a client that no longer answers its pings.
const [service] = process.argv.slice(2);
const monitor = process.env.NATS_MONITOR_URL ?? 'http://nats:8222';
const gatewayPort = process.env.GATEWAY_PORT ?? '8080';
const WITHIN_MS = 4_000;

// No answer is an answer, too.
setTimeout(() => process.exit(1), WITHIN_MS);

const isWell = service === 'gateway' ? await gatewayAnswers() : await isSubscribed();
process.exit(isWell ? 0 : 1);

async function gatewayAnswers() {
  const answer = await ask(`http://127.0.0.1:${gatewayPort}/health/live`);
  return answer?.ok === true;
}

async function isSubscribed() {
  const answer = await ask(`${monitor}/connz?limit=1024`);
  if (!answer?.ok) return false;
  const { connections } = await answer.json();
  const own = new Set(
    Object.values(networkInterfaces())
      .flat()
      .map((each) => each?.address),
  );
  return connections.some(({ name, ip, subscriptions }) => name === service && own.has(ip) && subscriptions > 0);
}

function ask(url) {
  return fetch(url).catch(() => undefined);
}
