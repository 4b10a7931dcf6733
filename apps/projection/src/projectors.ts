import type { Type } from '@nestjs/common';
import { AdoptionRegisterProjector } from './adoption-register/adoption-register.projector';
import { BranchLifeRegisterProjector } from './branch-life-register/branch-life-register.projector';
import { CalendarProjector } from './calendar/calendar.projector';
import { FloatingMemberRegisterProjector } from './floating-member-register/floating-member-register.projector';
import { IndicatorLedgerProjector } from './indicator-ledger/indicator-ledger.projector';
import type { Projector } from './intake/projector';
import { IssuedReportsProjector } from './issued-reports/issued-reports.projector';
import { PartyAdmissionRegisterProjector } from './party-admission-register/party-admission-register.projector';
import { PartyDuesRegisterProjector } from './party-dues-register/party-dues-register.projector';
import { PartyOrganizationRegisterProjector } from './party-organization-register/party-organization-register.projector';
import {
  LearningPlaceRegisterProjector,
  PairingRegisterProjector,
  VanguardRegisterProjector,
} from './party-work-register/party-work-register.projector';
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
  PartyOrganizationRegisterProjector,
  BranchLifeRegisterProjector,
  PartyAdmissionRegisterProjector,
  PartyDuesRegisterProjector,
  FloatingMemberRegisterProjector,
  VanguardRegisterProjector,
  PairingRegisterProjector,
  LearningPlaceRegisterProjector,
];
