import { projectCommands, type ProjectEvent, projectEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { project, type ProjectState, type ProjectWish } from './project.decider';

/** Carries out the commands on projects. */
export class ProjectHandling extends CommandHandling<ProjectWish, ProjectEvent, ProjectState> {}

export const projectAggregate: Aggregate<ProjectWish, ProjectEvent, ProjectState> = {
  category: 'project',
  decider: project,
  commands: projectCommands,
  events: projectEvents,
  reach: ({ data }) => [data.unitId],
  organizationOf: ({ data }) => data.unitId,
};
