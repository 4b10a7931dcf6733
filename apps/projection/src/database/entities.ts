import { AdoptionChange } from '../adoption-register/adoption-change.entity';
import { LastClosedDay } from '../calendar/last-closed-day.entity';
import { Balance } from '../indicator-ledger/balance.entity';
import { Posting } from '../indicator-ledger/posting.entity';
import { PostingAccount } from '../indicator-ledger/posting-account.entity';
import { Checkpoint } from '../intake/checkpoint.entity';
import { ParkedEvent } from '../intake/parked-event.entity';
import { RecordedDay } from '../intake/recorded-day.entity';
import { IssuedReport } from '../issued-reports/issued-report.entity';
import { LiaisonBoardChange, LiaisonBoardPosting } from '../liaison-register/liaison-board.entity';
import { RegisteredLiaisonOfficer } from '../liaison-register/liaison-officer.entity';
import {
  ConcludedLiaisonAssessment,
  HeldLiaisonMeeting,
  LiaisonWorkMonth,
} from '../liaison-register/liaison-rhythm.entity';
import { LiaisonRoleDefinitionVersion } from '../liaison-register/liaison-role-definition.entity';
import { ProgrammeVersionRecord } from '../programme-register/programme-version.entity';
import { BoardTask } from '../task-board/board-task.entity';
import { RegisteredUnit, UnitName, UnitParent } from '../unit-register/unit.entity';

/** Every table of the read models. */
export const entities = [
  Checkpoint,
  RecordedDay,
  ParkedEvent,
  RegisteredUnit,
  UnitParent,
  UnitName,
  ProgrammeVersionRecord,
  AdoptionChange,
  BoardTask,
  LastClosedDay,
  IssuedReport,
  Posting,
  Balance,
  PostingAccount,
  RegisteredLiaisonOfficer,
  HeldLiaisonMeeting,
  LiaisonWorkMonth,
  ConcludedLiaisonAssessment,
  LiaisonBoardPosting,
  LiaisonBoardChange,
  LiaisonRoleDefinitionVersion,
];
