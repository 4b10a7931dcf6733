import { BeginUnionMembership, WorkerAdmittedToUnion } from '@gongyou/contracts';
import type { ProcessManager, SendCommand } from '@gongyou/event-sourcing';
import type { RecordedEvent } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';

/** When a worker is admitted in a collective admission, his own membership begins (provision CC-12a). */
@Injectable()
export class BeginUnionMembershipWhenAWorkerIsAdmitted implements ProcessManager<WorkerAdmittedToUnion> {
  readonly name = 'begin-union-membership-when-a-worker-is-admitted';
  readonly on = WorkerAdmittedToUnion;

  async react({ data }: RecordedEvent & { data: WorkerAdmittedToUnion }, send: SendCommand): Promise<void> {
    const {
      workerId,
      massOrganizationId,
      unitId,
      employmentForm,
      consentedOn,
      admittedOn: beganOn,
      admissionId,
    } = data;
    await send('begin', BeginUnionMembership, {
      workerId,
      massOrganizationId,
      unitId,
      employmentForm,
      consentedOn,
      beganOn,
      admissionId,
    });
  }
}
