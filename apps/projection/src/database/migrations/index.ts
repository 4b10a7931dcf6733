import { ReadModels1763596800000 } from './1763596800000-read-models';
import { WorkerRegister1764200000000 } from './1764200000000-worker-register';
import { ProjectsAndCrews1764200100000 } from './1764200100000-projects-and-crews';
import { PartyAffairs1764200200000 } from './1764200200000-party-affairs';
import { UnionsCongressesAndHonours1764200300000 } from './1764200300000-unions-congresses-and-honours';
import { Liaison1764200400000 } from './1764200400000-liaison';
import { CrewLife1764210000000 } from './1764210000000-crew-life';
import { ContractorsAndEnterprises1764210100000 } from './1764210100000-contractors-and-enterprises';
import { PartyFigures1764210200000 } from './1764210200000-party-figures';
import { UnionWork1764210300000 } from './1764210300000-union-work';
import { LabourRelations1764210301000 } from './1764210301000-labour-relations';
import { LiaisonPosts1764210400000 } from './1764210400000-liaison-posts';
import { Matters1764210500000 } from './1764210500000-matters';
import { WorkersOnNoSite1764210600000 } from './1764210600000-workers-on-no-site';
import { ActivitiesWithCrews1764210700000 } from './1764210700000-activities-with-crews';

/** In the order of their time stamps. Never change one that was released: add another. */
export const migrations = [
  ReadModels1763596800000,
  WorkerRegister1764200000000,
  ProjectsAndCrews1764200100000,
  PartyAffairs1764200200000,
  UnionsCongressesAndHonours1764200300000,
  Liaison1764200400000,
  CrewLife1764210000000,
  ContractorsAndEnterprises1764210100000,
  PartyFigures1764210200000,
  UnionWork1764210300000,
  LabourRelations1764210301000,
  LiaisonPosts1764210400000,
  Matters1764210500000,
  WorkersOnNoSite1764210600000,
  ActivitiesWithCrews1764210700000,
];
