import { type UnionMembershipEvent, unionMembershipEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { insertRows, upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { UnionMember, UnionMembershipStay } from './union-member.entity';

/** Keeps each worker's union membership as it stands. */
@Injectable()
export class UnionMembershipRegisterProjector implements Projector<UnionMembershipEvent> {
  readonly name = 'union-membership-register';
  readonly types = Object.keys(unionMembershipEvents);

  async project(events: readonly Recorded<UnionMembershipEvent>[], tx: EntityManager): Promise<void> {
    const known = await rowsWith(tx, UnionMember, 'workerId', new Set(events.map(({ data }) => data.workerId)));
    const members = new Map(known.map((member) => [member.workerId, member]));
    for (const event of events) {
      const { workerId } = event.data;
      members.set(workerId, memberAfter(members.get(workerId), event));
    }
    await upsertRows(tx, UnionMember, [...members.values()]);
    await insertRows(
      tx,
      UnionMembershipStay,
      events.flatMap((event) => stayIn(event) ?? []),
    );
  }
}

function memberAfter(before: UnionMember | undefined, { type, data }: Recorded<UnionMembershipEvent>): UnionMember {
  if (type === 'UnionMembershipBegan') {
    const { workerId, massOrganizationId, unitId, employmentForm, beganOn: memberSince } = data;
    return {
      workerId,
      massOrganizationId,
      unitId,
      employmentForm,
      memberSince,
      endedOn: null,
      membershipNumber: null,
      cardIssuedOn: null,
    };
  }
  if (!before) throw new BeginningMissing('union membership');
  switch (type) {
    case 'UnionMembershipTransferred': {
      const { toMassOrganizationId: massOrganizationId, unitId, employmentForm } = data;
      return { ...before, massOrganizationId, unitId, employmentForm };
    }
    case 'UnionMemberCardIssued':
      return { ...before, membershipNumber: data.membershipNumber, cardIssuedOn: data.issuedOn };
    case 'UnionMembershipEnded':
      return { ...before, endedOn: data.endedOn };
  }
}

function stayIn({
  type,
  data,
  position: fromPosition,
}: Recorded<UnionMembershipEvent>): UnionMembershipStay | undefined {
  switch (type) {
    case 'UnionMembershipBegan': {
      const { workerId, massOrganizationId, unitId, beganOn: fromDay } = data;
      return { workerId, fromPosition, massOrganizationId, unitId, fromDay };
    }
    case 'UnionMembershipTransferred': {
      const { workerId, toMassOrganizationId: massOrganizationId, unitId, transferredOn: fromDay } = data;
      return { workerId, fromPosition, massOrganizationId, unitId, fromDay };
    }
    default:
      return undefined;
  }
}
