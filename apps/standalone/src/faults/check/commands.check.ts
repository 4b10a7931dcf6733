import type { CommandAnswer } from '@gongyou/messaging';
import { isDeepStrictEqual } from 'node:util';
import { type SentCommand, standingOf } from '../load/command-book';
import type { Findings } from './findings';
import type { FedEvent } from './ledger.check';

/**
 * What senders were promised: an acknowledged command is in the ledger exactly once and at the very places that its answer named;
 * a refused one is absent; an unanswered one is there at most once; the same key always gets the same answer.
 */
export function checkCommands(commands: readonly SentCommand[], feed: readonly FedEvent[], findings: Findings): void {
  const bySender = new Map<string, FedEvent[]>();
  for (const event of feed) {
    const key = senderKey(event.envelope.client, event.envelope.correlationId);
    bySender.set(key, [...(bySender.get(key) ?? []), event]);
  }
  let stored = 0;
  for (const command of commands) {
    const found = bySender.get(senderKey(command.client, command.correlationId)) ?? [];
    const standing = standingOf(command);
    checkAnswers(command, findings);
    const where = found.map(({ envelope }) => envelope.position).join(', ');
    if (command.mustBeRefused) {
      findings.expect(standing !== 'acknowledged', () => `${nameOf(command)} breaks a rule and was acknowledged`);
      findings.expect(found.length === 0, () => `${nameOf(command)} breaks a rule and stands at ${where}`);
    } else if (standing === 'acknowledged') checkAcknowledged(command, found, findings);
    else if (standing === 'refused')
      findings.expect(found.length === 0, () => `${nameOf(command)} was refused and stands at ${where}`);
    else {
      // Each of the commands that are sent here has one event.
      findings.expect(
        found.length <= 1,
        () => `${nameOf(command)} was not answered and was carried out more than once, at ${where}`,
      );
      stored += found.length;
    }
  }
  findings.count('unansweredYetStored', stored);
}

function checkAnswers(command: SentCommand, findings: Findings): void {
  const texts = new Set(
    command.attempts.flatMap(({ outcome }) => (outcome.kind === 'acknowledged' ? [outcome.text] : [])),
  );
  findings.expect(
    texts.size <= 1,
    () => `${nameOf(command)} got ${texts.size} different answers to one key: ${[...texts].join(' | ')}`,
  );
  const defects = command.attempts.filter(({ outcome }) => outcome.kind === 'defect').length;
  findings.expect(defects === 0, () => `${nameOf(command)} was answered ${defects} times as a defect of the platform`);

  const acknowledgedAt = Math.min(
    ...command.attempts.filter(({ outcome }) => outcome.kind === 'acknowledged').map(({ endedAt }) => endedAt),
  );
  for (const { sentAt, outcome } of command.attempts) {
    if (outcome.kind !== 'refused' || sentAt <= acknowledgedAt) continue;
    findings.broken.push(`${nameOf(command)} was acknowledged, and then refused under the same key: ${outcome.code}`);
  }
}

function checkAcknowledged(command: SentCommand, found: readonly FedEvent[], findings: Findings): void {
  const { stream, revision, position, events } = answerTo(command);
  const places = found.map(({ envelope }) => ({
    eventId: envelope.eventId,
    type: envelope.type,
    revision: envelope.revision,
    position: envelope.position,
  }));
  const say = (text: string): string =>
    `${nameOf(command)} was acknowledged at ${positionsOf(events)} of ${stream}, ${text}`;
  if (!isDeepStrictEqual(places, events)) {
    findings.broken.push(say(found.length === 0 ? 'and is not in the ledger' : `and stands at ${positionsOf(places)}`));
    return;
  }
  const last = events.at(-1);
  findings.expect(!last || (last.revision === revision && last.position === position), () =>
    say('and its answer contradicts itself'),
  );
  for (const { envelope, stored } of found) {
    const data = JSON.parse(stored.data) as Record<string, unknown>;
    const differing = Object.keys(command.body).filter(
      (name) => name in data && !isDeepStrictEqual(data[name], command.body[name]),
    );
    findings.expect(envelope.stream === stream, () => say(`and stands in ${envelope.stream}`));
    findings.expect(differing.length === 0, () => say(`and differs in ${differing.join(', ')}`));
  }
}

function answerTo({ attempts }: SentCommand): CommandAnswer {
  for (const { outcome } of attempts) if (outcome.kind === 'acknowledged') return outcome.answer;
  throw new Error('the command was not acknowledged');
}

const positionsOf = (places: readonly { position: number }[]): string =>
  places.length === 0 ? 'no position' : `position ${places.map(({ position }) => position).join(', ')}`;

const senderKey = (client: string, correlationId: string): string => `${client} ${correlationId}`;

const nameOf = ({ operation, correlationId, client }: SentCommand): string =>
  `${operation} of ${client} (${correlationId})`;
