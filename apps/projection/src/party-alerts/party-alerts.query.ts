import type { PartyAlertRow, PartyAlerts, PartyAlertsAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { badCursor } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { alertScope, alertSources } from './alert-sources';

const PAGE = 100;

/** What needs attention in Party affairs on a day. Nothing is stored of it: it follows from the registers and the day. */
@Injectable()
export class PartyAlertsQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: PartyAlerts, sender: Pick<Sender, 'after'>): Promise<PartyAlertsAnswer> {
    const { organization, asOfDay, kind, limit = PAGE } = asked;
    const start = placeOf(asked.cursor ?? '0.');
    return this.reading.snapshot(sender, async (snapshot) => {
      const { position } = snapshot;
      const scope = await alertScope(snapshot, organization, asOfDay);
      const alerts: PartyAlertRow[] = [];
      let left = limit;
      let after = start.after;
      for (let place = start.place; place < alertSources.length; place += 1, after = '') {
        const looked = await alertSources[place]!(scope, after, left);
        alerts.push(
          ...looked.flatMap((each) => each.alerts).filter((each) => kind === undefined || each.kind === kind),
        );
        left -= looked.length;
        if (left === 0) return { alerts, nextCursor: `${place}.${looked.at(-1)!.id}`, position };
      }
      return { alerts, nextCursor: null, position };
    });
  }
}

function placeOf(cursor: string): { place: number; after: string } {
  const [, place, after] = /^([0-9]{1,2})\.(.*)$/.exec(cursor) ?? [];
  if (place === undefined || after === undefined || Number(place) >= alertSources.length) throw badCursor();
  return { place: Number(place), after };
}
