import { ProcessManagersModule, provideAggregate } from '@gongyou/event-sourcing';
import { type DynamicModule, Module } from '@nestjs/common';
import { AdoptedProgrammeLookup } from './adoption/adopted-programme.lookup';
import { AdopterUnitsLookup } from './adoption/adopter-units.lookup';
import { adoptionAggregate, AdoptionHandling } from './adoption/adoption.aggregate';
import { AdoptionController } from './adoption/adoption.controller';
import { calendarAggregate, CalendarHandling } from './calendar/calendar.aggregate';
import { CalendarController } from './calendar/calendar.controller';
import {
  CloseDaysWhenTheyAreOver,
  DAY_CLOSING_SETTINGS,
  type DayClosingSettings,
} from './close-days-when-they-are-over.process';
import { EscalateTasksWhenADayIsClosed } from './escalate-tasks-when-a-day-is-closed.process';
import { indicatorReturnAggregate, IndicatorReturnHandling } from './indicator-return/indicator-return.aggregate';
import { IndicatorReturnController } from './indicator-return/indicator-return.controller';
import { OpenRecurringTasksWhenADayIsClosed } from './open-recurring-tasks-when-a-day-is-closed.process';
import { OpenRecurringTasksWhenAProgrammeIsAdopted } from './open-recurring-tasks-when-a-programme-is-adopted.process';
import { programmeAggregate, ProgrammeHandling } from './programme/programme.aggregate';
import { ProgrammeController } from './programme/programme.controller';
import { taskAggregate, TaskHandling } from './task/task.aggregate';
import { TaskController } from './task/task.controller';

/** The context of reform programmes, their adoption, their tasks and the indicators that are returned by hand. */
@Module({})
export class SupervisionModule {
  static register(dayClosing: DayClosingSettings): DynamicModule {
    return {
      module: SupervisionModule,
      imports: [
        ProcessManagersModule.register([
          OpenRecurringTasksWhenADayIsClosed,
          OpenRecurringTasksWhenAProgrammeIsAdopted,
          EscalateTasksWhenADayIsClosed,
        ]),
      ],
      controllers: [
        ProgrammeController,
        AdoptionController,
        TaskController,
        IndicatorReturnController,
        CalendarController,
      ],
      providers: [
        provideAggregate(ProgrammeHandling, programmeAggregate),
        provideAggregate(AdoptionHandling, adoptionAggregate),
        provideAggregate(TaskHandling, taskAggregate),
        provideAggregate(IndicatorReturnHandling, indicatorReturnAggregate),
        provideAggregate(CalendarHandling, calendarAggregate),
        AdoptedProgrammeLookup,
        AdopterUnitsLookup,
        { provide: DAY_CLOSING_SETTINGS, useValue: dayClosing },
        CloseDaysWhenTheyAreOver,
      ],
    };
  }
}
