import type { Type } from '@nestjs/common';
import { AdoptionRegisterProjector } from './adoption-register/adoption-register.projector';
import { CalendarProjector } from './calendar/calendar.projector';
import { IndicatorLedgerProjector } from './indicator-ledger/indicator-ledger.projector';
import type { Projector } from './intake/projector';
import { IssuedReportsProjector } from './issued-reports/issued-reports.projector';
import { LiaisonOfficerRegisterProjector } from './liaison-register/liaison-officer-register.projector';
import { LiaisonRhythmProjector } from './liaison-register/liaison-rhythm.projector';
import { ProgrammeRegisterProjector } from './programme-register/programme-register.projector';
import { TaskBoardProjector } from './task-board/task-board.projector';
import { UnitRegisterProjector } from './unit-register/unit-register.projector';

/** Every read model, in the order in which an event goes through them. They do not read each other's tables. */
export const projectors: readonly Type<Projector>[] = [
  UnitRegisterProjector,
  ProgrammeRegisterProjector,
  AdoptionRegisterProjector,
  TaskBoardProjector,
  CalendarProjector,
  IssuedReportsProjector,
  IndicatorLedgerProjector,
  LiaisonOfficerRegisterProjector,
  LiaisonRhythmProjector,
];
