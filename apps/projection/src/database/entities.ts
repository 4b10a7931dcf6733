import { AdoptionChange } from '../adoption-register/adoption-change.entity';
import { BranchLifeEntry } from '../branch-life-register/branch-life.entity';
import { LastClosedDay } from '../calendar/last-closed-day.entity';
import { RegisteredFloatingMember } from '../floating-member-register/floating-member.entity';
import { Balance } from '../indicator-ledger/balance.entity';
import { PostingAccount } from '../indicator-ledger/posting-account.entity';
import { Posting } from '../indicator-ledger/posting.entity';
import { Checkpoint } from '../intake/checkpoint.entity';
import { ParkedEvent } from '../intake/parked-event.entity';
import { RecordedDay } from '../intake/recorded-day.entity';
import { IssuedReport } from '../issued-reports/issued-report.entity';
import { RegisteredPartyAdmission } from '../party-admission-register/party-admission.entity';
import { RegisteredPartyDues } from '../party-dues-register/party-dues.entity';
import { FoundingDutyRecord, PartyParameterSet } from '../party-organization-register/founding-duty.entity';
import {
  PartyCoverageRecord,
  RegisteredPartyOrganization,
} from '../party-organization-register/party-organization.entity';
import {
  RegisteredLearningPlace,
  RegisteredPairing,
  RegisteredVanguard,
} from '../party-work-register/party-work.entity';
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
  PartyCoverageRecord,
  FoundingDutyRecord,
  PartyParameterSet,
  BranchLifeEntry,
  RegisteredPartyAdmission,
  RegisteredFloatingMember,
  RegisteredLearningPlace,
  RegisteredPartyDues,
  RegisteredPartyOrganization,
  RegisteredVanguard,
  RegisteredPairing,
];
