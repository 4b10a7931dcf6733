import type { Scene } from './act';
import { crewsFormedScene, crewsScene } from './crews.scene';
import { honoursScene } from './honours.scene';
import { liaisonScenes } from './liaison.scene';
import { partyAdmissionsScene } from './party-admissions.scene';
import { partyScenes } from './party.scene';
import { rostersBegin, rostersScene } from './rosters.scene';
import type { SimulatedGroup } from './simulated-group';
import { unionScenes } from './unions.scene';
import { headquartersScene, unitsScene } from './units.scene';
import { workersScene } from './workers.scene';

/**
 * The life of a group, scene after scene and month after month. Nothing is kept of it: each act is made when it is asked for, from the
 * seed. A new area of the platform joins with a `<area>.scene.ts` of its own and a line here.
 */
export function* storyOf(group: SimulatedGroup): Iterable<Scene> {
  yield headquartersScene(group);
  yield unitsScene(group);
  yield rostersBegin(group);
  for (const month of group.months) {
    yield crewsFormedScene(group, month);
    yield workersScene(group, month);
    yield crewsScene(group, month);
    yield* partyScenes(group, month);
    yield partyAdmissionsScene(group, month);
    yield* unionScenes(group, month);
    yield* liaisonScenes(group, month);
    yield honoursScene(group, month);
  }
  yield rostersScene(group);
}
