import type { ProjectEvent } from '@gongyou/contracts';
import { BeginningMissing } from '../intake/projector';
import type { RegisteredProject } from './project.entity';

/** The project after an event. Throws `BeginningMissing` for an event of a project that was never registered. */
export function projectAfter(project: RegisteredProject | undefined, { type, data }: ProjectEvent): RegisteredProject {
  if (type === 'ProjectRegistered') {
    const { unitId, facts, status, registeredOn } = data;
    return {
      unitId,
      facts,
      category: facts.category,
      status,
      statusSince: registeredOn,
      registeredOn,
      startedOn: status === 'underConstruction' ? registeredOn : null,
      completedOn: status === 'completed' ? registeredOn : null,
      plannedAwards: [],
      standardised: null,
      isStandardised: false,
    };
  }
  if (!project) throw new BeginningMissing('project');
  switch (type) {
    case 'ProjectRevised':
      return { ...project, facts: data.facts, category: data.facts.category };
    case 'ProjectStatusChanged': {
      const { to: status, changedOn: statusSince } = data;
      const startedOn = project.startedOn ?? (status === 'underConstruction' ? statusSince : null);
      return { ...project, status, statusSince, startedOn, completedOn: status === 'completed' ? statusSince : null };
    }
    case 'QualityAwardPlanned': {
      const { awardId, award, level, plannedOn } = data;
      return { ...project, plannedAwards: [...project.plannedAwards, { awardId, award, level, plannedOn }] };
    }
    case 'QualityAwardGivenUp':
      return { ...project, plannedAwards: project.plannedAwards.filter(({ awardId }) => awardId !== data.awardId) };
    case 'StandardisedWorksiteGranted': {
      const standardised = { isGranted: true, since: data.grantedOn, evaluationId: data.evaluationId };
      return { ...project, standardised, isStandardised: true };
    }
    case 'StandardisedWorksiteWithdrawn': {
      const standardised = { isGranted: false, since: data.withdrawnOn, evaluationId: data.evaluationId };
      return { ...project, standardised, isStandardised: false };
    }
    case 'ParticipantAdmitted':
    case 'ParticipantReleased':
      return project;
  }
}
