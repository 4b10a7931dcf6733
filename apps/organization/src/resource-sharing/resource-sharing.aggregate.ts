import { resourceSharingCommands, type ResourceSharingEvent, resourceSharingEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { resourceSharing, type ResourceSharingState, type ResourceSharingWish } from './resource-sharing.decider';

/** Carries out the commands on what projects of a district share. */
export class ResourceSharingHandling extends CommandHandling<
  ResourceSharingWish,
  ResourceSharingEvent,
  ResourceSharingState
> {}

export const resourceSharingAggregate: Aggregate<ResourceSharingWish, ResourceSharingEvent, ResourceSharingState> = {
  category: 'resourceSharing',
  decider: resourceSharing,
  commands: resourceSharingCommands,
  events: resourceSharingEvents,
  // The project that gives may tell of it, and so may the district.
  reach: (wish, { shared }) => {
    const record = shared ?? (wish.type === 'RecordResourceSharing' ? wish.data : null);
    return record ? [record.fromProjectId, record.districtId] : [];
  },
  organizationOf: (wish, { shared }) => {
    const record = shared ?? (wish.type === 'RecordResourceSharing' ? wish.data : null);
    if (!record) throw new Error('nothing is recorded of a sharing that was never told');
    return record.districtId;
  },
};
