import type {
  CorrectWorker,
  DestroyKeptRecord,
  EndContract,
  EnterSite,
  EraseWorker,
  EthnicGroup,
  LeaveSite,
  MergeWorker,
  RecordContract,
  RecordSafetyTraining,
  RegisterWorker,
  TakeOverDuplicate,
  TransferWorker,
  UnitKind,
} from '@gongyou/contracts';
import type { Day } from '@gongyou/domain';
import type { CrewLife } from '../crew/crew-life';
import type { WorkRestriction } from '../work-restriction/work-restriction.decider';
import type { WorkerState } from './worker.state';

/** What is personal in a registration, in the clear: handed to the decision that needs it, and held by no state. */
export interface Profile {
  name: string;
  identityNumber: string;
  birthDay: Day;
  ethnicGroup: EthnicGroup;
  phone: string;
  registeredAddress: string;
  presentAddress: string;
}

/** A unit as the organization directory has it. */
export interface PlaceUnit {
  kind: UnitKind;
  closed: boolean;
}

/** What must be known of the place of an entry or a transfer. Units that are not known are `undefined`. */
export interface Site {
  project?: PlaceUnit | undefined;
  crew?: PlaceUnit | undefined;
  crewBelowProject: boolean;
  /** `undefined` for a crew that was never formed; to be looked up in any case. */
  crewLife: CrewLife | undefined;
  /** All that the project and the units above it have set. */
  restrictions: readonly WorkRestriction[];
}

/** The key that the identity document leads to, and which registration holds it; not asked yet when `holder` is absent. */
export interface Identity {
  identityKey: string;
  holder?: string | undefined;
}

/** The commands, with what must be known beyond the aggregate. */
export type WorkerWish =
  | {
      type: 'RegisterWorker';
      data: RegisterWorker;
      identity: Identity;
      unit?: PlaceUnit | undefined;
      current?: Profile | undefined;
    }
  | { type: 'RecordContract'; data: RecordContract; employer?: PlaceUnit | undefined }
  | { type: 'EndContract'; data: EndContract }
  | { type: 'RecordSafetyTraining'; data: RecordSafetyTraining }
  | { type: 'EnterSite'; data: EnterSite; site: Site; birthDay?: Day | undefined }
  | { type: 'TransferWorker'; data: TransferWorker; site: Site; birthDay?: Day | undefined }
  | { type: 'LeaveSite'; data: LeaveSite }
  | { type: 'CorrectWorker'; data: CorrectWorker; identity?: Identity | undefined; current?: Profile | undefined }
  | { type: 'MergeWorker'; data: MergeWorker; into: WorkerState['stage'] }
  | { type: 'TakeOverDuplicate'; data: TakeOverDuplicate }
  | { type: 'EraseWorker'; data: EraseWorker; current?: Profile | undefined; keptRecordId: string }
  | { type: 'DestroyKeptRecord'; data: DestroyKeptRecord };
