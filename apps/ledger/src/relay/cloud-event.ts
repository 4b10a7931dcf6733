import { type Envelope, eventSubject, findEvent, type StoredEvent, UnknownEvent } from '@gongyou/contracts';

/** An event as integrators receive it. */
export interface PublishedEvent {
  position: number;
  eventId: string;
  subject: string;
  payload: string;
}

/**
 * A stored event as a CloudEvent in structured mode (CloudEvents 1.0). The data stands in it byte for byte as it was stored.
 * Throws `UnknownEvent` for an event that newer code has stored.
 */
export function cloudEvent({ entry, data }: StoredEvent): PublishedEvent {
  const envelope = JSON.parse(entry) as Envelope;
  const contract = findEvent(envelope.type);
  if (!contract) throw new UnknownEvent(envelope.type, envelope.version);
  const attributes = {
    specversion: '1.0',
    id: envelope.eventId,
    source: `urn:gongyou:${contract.context}`,
    type: envelope.type,
    subject: envelope.stream,
    time: envelope.occurredAt,
    datacontenttype: 'application/json',
    // Extension attributes: CloudEvents wants them in lower case without separators.
    typeversion: envelope.version,
    position: envelope.position,
    revision: envelope.revision,
    recordedat: envelope.recordedAt,
    actor: envelope.actor,
    client: envelope.client,
    organizationid: envelope.organizationId,
    correlationid: envelope.correlationId,
    causationid: envelope.causationId,
    ...(envelope.commandId !== undefined && { commandid: envelope.commandId }),
    datasha256: envelope.dataSha256,
  };
  const payload = `${JSON.stringify(attributes).slice(0, -1)},"data":${data}}`;
  return { position: envelope.position, eventId: envelope.eventId, subject: eventSubject(contract), payload };
}
