// Reports progress on a task, as an enterprise system does: plain JSON over NATS, with nothing but the package `nats`.
//
//   npm install nats
//   node report-progress.mjs <file> <task id> <percent>
//
// <file> holds what `npm run --silent client -- add <name> --organization <unit>` printed.
import { readFile } from 'node:fs/promises';
import { connect, ErrorCode, headers } from 'nats';

const [file, taskId, percent] = process.argv.slice(2);
if (!percent) {
  console.error('usage: node report-progress.mjs <file> <task id> <percent>');
  process.exit(1);
}

const { server, user, password, inboxPrefix, events } = JSON.parse(await readFile(file, 'utf8'));
const nats = await connect({ servers: server, user, pass: password, inboxPrefix });
try {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
  const report = {
    taskId,
    progressPercent: Number(percent),
    note: '专用账户已开立，六统一核对完成两个班组。',
    evidence: [],
    reportedOn: today,
  };
  // One key for one real-world fact: however often it is sent, it is recorded once.
  const answer = await command('supervision.task.report-progress', report, `${taskId}:${today}:${percent}`);
  console.log(`recorded at position ${answer.position}`);

  // What was just recorded is in the answer: the query waits until the read model has come to that position.
  const { task } = await query('supervision.task', { task: taskId }, answer.position);
  console.log(`${task.title}: ${task.stage}, ${task.progressPercent}%`);

  if (events) await takeEvents();
} catch (problem) {
  console.error(problem.message);
  process.exitCode = 1;
} finally {
  await nats.drain();
}

async function command(name, body, key) {
  const sent = headers();
  sent.set('Idempotency-Key', key);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask(`cmd.${user}.${name}`, body, sent);
    } catch (problem) {
      // No answer, or "later": the same key makes it safe to send the same again.
      if (attempt === 5 || !isWorthRepeating(problem)) throw problem;
      await new Promise((resolve) => setTimeout(resolve, 500 * attempt));
    }
  }
}

function query(name, parameters, after) {
  const sent = headers();
  sent.set('After-Position', String(after));
  return ask(`qry.${user}.${name}`, parameters, sent);
}

async function ask(subject, body, sent) {
  const answer = await nats.request(subject, JSON.stringify(body), { headers: sent, timeout: 10_000 });
  if (!answer.headers?.has('Nats-Service-Error')) return answer.json();
  const problem = answer.json();
  const wrong = (problem.violations ?? []).map(({ pointer, message }) => `\n  ${pointer}: ${message}`).join('');
  throw Object.assign(new Error(`${problem.code}: ${problem.texts.zh} (${problem.texts.en})${wrong}`), problem);
}

function isWorthRepeating({ code, retryable }) {
  return retryable === true || code === ErrorCode.Timeout || code === ErrorCode.NoResponders;
}

/** Takes the events that came since the last time: each at least once, in the order of the ledger. */
async function takeEvents() {
  const consumer = await nats.jetstream().consumers.get(events.stream, events.consumer);
  for (let taken = 1; taken > 0;) {
    taken = 0;
    for await (const message of await consumer.fetch({ max_messages: 100, expires: 2_000 })) {
      const event = message.json();
      console.log(`event ${event.position} ${event.type} ${event.subject}, by ${event.client}`);
      // Only once it is dealt with: what is not acknowledged comes again.
      message.ack();
      taken += 1;
    }
  }
}
