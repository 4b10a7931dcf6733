import type { OwnUnionSeatEvent } from '@gongyou/contracts';
import { newEvent } from '@gongyou/event-sourcing';
import { NatsLedger, recordedEvent, type Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { MassOrganizations } from '../mass-organization/mass-organization.aggregate';

/** A seat is taken but a few times in the life of a unit. */
const PAGE = 1000;

/**
 * Which trade union is the unit's own: the law gives an employer one committee (工会法 Art. 11, UN-01). Each unit's seat is a stream of its
 * own; taking it is an append that expects the stream as it was read, so that of two who apply at once the second is told of the first.
 * A seat is free again once the union that holds it is dissolved.
 */
@Injectable()
export class OwnUnionSeats {
  constructor(
    private readonly ledger: NatsLedger,
    private readonly massOrganizations: MassOrganizations,
  ) {}

  /**
   * Takes the seat if no other union holds it, and answers which one does now. Safe to repeat: a sender who dies between this and the
   * application takes it up again under the same `massOrganizationId`.
   */
  async take(hostUnitId: string, massOrganizationId: string, sender: Sender): Promise<string> {
    const stream = `ownUnionSeat-${hostUnitId}`;
    for (;;) {
      const { holder, revision } = await this.standing(stream);
      if (holder !== undefined && (holder === massOrganizationId || !(await this.isDissolved(holder)))) return holder;
      const taken: OwnUnionSeatEvent = { type: 'OwnUnionSeatTaken', data: { hostUnitId, massOrganizationId } };
      const expected = revision === -1 ? 'none' : revision;
      const [result] = await this.ledger.append([{ stream, expected, events: [newEvent(taken, hostUnitId, sender)] }]);
      if (result!.outcome !== 'conflict') return massOrganizationId;
    }
  }

  private async isDissolved(massOrganizationId: string): Promise<boolean> {
    return (await this.massOrganizations.state(massOrganizationId)).state.stage === 'dissolved';
  }

  private async standing(stream: string): Promise<{ holder: string | undefined; revision: number }> {
    const page = await this.ledger.readStream({ stream, from: 0, limit: PAGE });
    const last = page.events.map(recordedEvent).at(-1);
    if (!last) return { holder: undefined, revision: -1 };
    return { holder: (last.data as { massOrganizationId: string }).massOrganizationId, revision: last.revision };
  }
}
