import { FigureEvents, type FigureEventsAnswer, queryContract } from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { FigureEventsQuery } from './figure-events.query';
import { figureKeyOf } from './figure-key';
import { eventReadersOf } from './figure-readers';

@Controller()
export class IndicatorLedgerController {
  constructor(
    private readonly access: Access,
    private readonly figureEvents: FigureEventsQuery,
  ) {}

  @OnQuery(FigureEvents)
  async events(query: FigureEvents, sender: Sender): Promise<FigureEventsAnswer> {
    const key = figureKeyOf(query.figure);
    await this.access.check(sender, { roles: queryContract(FigureEvents).roles, units: [key.organization] });
    const eventReaders = eventReadersOf(key.indicator);
    if (eventReaders) await this.access.check(sender, { roles: eventReaders, units: [key.organization] });
    return this.figureEvents.answer(key, query, sender);
  }
}
