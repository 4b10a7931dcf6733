import { liaisonAssessmentCommands, type LiaisonAssessmentEvent, liaisonAssessmentEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import {
  liaisonAssessment,
  type LiaisonAssessmentState,
  type LiaisonAssessmentWish,
} from './liaison-assessment.decider';

/** Carries out the commands on yearly assessments. */
export class LiaisonAssessmentHandling extends CommandHandling<
  LiaisonAssessmentWish,
  LiaisonAssessmentEvent,
  LiaisonAssessmentState
> {}

export const liaisonAssessmentAggregate: Aggregate<
  LiaisonAssessmentWish,
  LiaisonAssessmentEvent,
  LiaisonAssessmentState
> = {
  category: 'liaisonAssessment',
  decider: liaisonAssessment,
  commands: liaisonAssessmentCommands,
  events: liaisonAssessmentEvents,
  // A managing unit judges for itself alone.
  reach: (wish) => {
    if (wish.type === 'JudgeLiaisonYear') return [wish.data.managingUnitId];
    const { service } = wish.circumstances;
    return service ? [service.unitId] : [];
  },
  organizationOf: ({ circumstances: { service } }) => {
    if (!service) throw new Error('an officer who never served cannot be assessed');
    return service.unitId;
  },
};

export const assessmentId = (officerId: string, year: number): string => `${officerId}~${year}`;
