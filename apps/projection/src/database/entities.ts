import { AdoptionChange } from '../adoption-register/adoption-change.entity';
import { LastClosedDay } from '../calendar/last-closed-day.entity';
import { Balance } from '../indicator-ledger/balance.entity';
import { Posting } from '../indicator-ledger/posting.entity';
import { PostingAccount } from '../indicator-ledger/posting-account.entity';
import { Checkpoint } from '../intake/checkpoint.entity';
import { ParkedEvent } from '../intake/parked-event.entity';
import { RecordedDay } from '../intake/recorded-day.entity';
import { IssuedReport } from '../issued-reports/issued-report.entity';
import { ProgrammeVersionRecord } from '../programme-register/programme-version.entity';
import { BoardTask } from '../task-board/board-task.entity';
import { RegisteredUnit, UnitName, UnitParent } from '../unit-register/unit.entity';
import { PersonalDataLook, RegisteredWorker, SiteStint, WorkerPlace } from '../worker-register/worker.entity';

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
  RegisteredWorker,
  WorkerPlace,
  SiteStint,
  PersonalDataLook,
];
