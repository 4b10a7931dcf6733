import { type FloatingMemberEvent, floatingMemberEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { begun, foldRows } from '../database/fold-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { RegisteredFloatingMember } from './floating-member.entity';

/** Keeps each floating member as he stands. */
@Injectable()
export class FloatingMemberRegisterProjector implements Projector<FloatingMemberEvent> {
  readonly name = 'floating-member-register';
  readonly types = Object.keys(floatingMemberEvents);

  project(events: readonly Recorded<FloatingMemberEvent>[], tx: EntityManager): Promise<void> {
    const idOf = ({ data }: FloatingMemberEvent) => data.floatingMemberId;
    return foldRows(tx, RegisteredFloatingMember, 'floatingMemberId', events, idOf, memberAfter);
  }
}

function memberAfter(
  known: RegisteredFloatingMember | undefined,
  { type, data }: FloatingMemberEvent,
): RegisteredFloatingMember {
  if (type === 'FloatingMemberDeclared') {
    const { awayUntil: _awayUntil, ...declared } = data;
    const nothing = { partyOrganizationId: null, attachment: null, requestedOn: null, attachedOn: null, leftOn: null };
    return { ...declared, ...nothing, stage: 'declared' };
  }
  const member = begun(known, () => new BeginningMissing('floating member'));
  switch (type) {
    case 'AttachmentRequested': {
      const { partyOrganizationId, kind, requestedOn } = data;
      return { ...member, partyOrganizationId, attachment: kind, requestedOn };
    }
    case 'FloatingMemberAttached':
      return { ...member, stage: 'attached', attachedOn: data.acceptedOn };
    case 'FloatingMemberLeft':
      return { ...member, stage: 'left', leftOn: data.leftOn };
  }
}
