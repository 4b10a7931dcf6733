import {
  findEvent,
  type PersonalData,
  type PersonalDataEvent,
  PersonalDataExport,
  type PersonalDataExportAnswer,
  personalFields,
  PersonalFile,
  type PersonalFileAnswer,
  type QueryContract,
  queryContract,
} from '@gongyou/contracts';
import { newEvent } from '@gongyou/event-sourcing';
import { Access, NatsLedger, OnQuery, type RecordedEvent, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { PersonalProfiles } from '../worker/personal-profile.lookup';
import { registered } from '../worker/registered-worker';
import { unitsAnsweringFor, Workers } from '../worker/worker.aggregate';
import { refuse } from '../worker/worker.refusals';
import type { Registered } from '../worker/worker.state';

/** Looks at personal data in the clear. Each is an event, durable before anything is shown (PI-03, PI-08). */
@Controller()
export class PersonalDataController {
  constructor(
    private readonly workers: Workers,
    private readonly profiles: PersonalProfiles,
    private readonly ledger: NatsLedger,
    private readonly access: Access,
  ) {}

  @OnQuery(PersonalFile)
  async look({ worker, purpose }: PersonalFile, sender: Sender): Promise<PersonalFileAnswer> {
    const person = await this.permitted(worker, queryContract(PersonalFile), sender);
    const position = await this.record(
      { type: 'PersonalDataViewed', data: { workerId: worker, purpose } },
      person,
      sender,
    );
    return { workerId: worker, personal: await this.personal(worker), position };
  }

  @OnQuery(PersonalDataExport)
  async export({ worker }: PersonalDataExport, sender: Sender): Promise<PersonalDataExportAnswer> {
    const person = await this.permitted(worker, queryContract(PersonalDataExport), sender);
    const position = await this.record({ type: 'PersonalDataExported', data: { workerId: worker } }, person, sender);
    const personal = await this.personal(worker);
    const events: PersonalDataExportAnswer['events'] = [];
    for (const workerId of [worker, ...person.duplicates.map((each) => each.workerId)]) {
      for (const event of await this.profiles.eventsOf(workerId)) events.push(await this.inTheClear(workerId, event));
    }
    return { workerId: worker, personal, events, position };
  }

  /** Whoever may look at nothing learns nothing, not even whether the person is registered. */
  private async permitted(workerId: string, { roles }: QueryContract, sender: Sender): Promise<Registered> {
    await this.access.check(sender, { roles, units: 'any' });
    const { state } = await this.workers.state(workerId);
    const person = registered(state);
    await this.access.check(sender, { roles, units: unitsAnsweringFor(person) });
    return person;
  }

  private async record(event: PersonalDataEvent, person: Registered, sender: Sender): Promise<number> {
    const [result] = await this.ledger.append([
      {
        stream: `personalData-${event.data.workerId}`,
        expected: 'any',
        events: [newEvent(event, person.organizationId, sender)],
      },
    ]);
    if (result!.outcome !== 'stored') throw new Error(`a look was answered ${result!.outcome}`);
    return result!.position;
  }

  private async personal(workerId: string): Promise<PersonalData> {
    return (await this.profiles.of(workerId)) ?? refuse('organization.worker.erased');
  }

  private async inTheClear(personId: string, { type, recordedAt, data }: RecordedEvent) {
    const fields = Object.keys(personalFields(findEvent(type)!.class)).filter((field) => data[field] !== undefined);
    if (fields.length === 0) return { type, recordedAt, data };
    const plain = await this.ledger.unseal({ personId, values: fields.map((field) => data[field] as string) });
    return {
      type,
      recordedAt,
      data: { ...data, ...Object.fromEntries(fields.map((field, index) => [field, plain[index]])) },
    };
  }
}
