import { floatingMemberCommands, type FloatingMemberEvent, floatingMemberEvents } from '@gongyou/contracts';
import { type Aggregate, CommandHandling } from '@gongyou/event-sourcing';
import { floatingMember, type FloatingMemberState, type FloatingMemberWish } from './floating-member.decider';

/** Carries out the commands on floating members. */
export class FloatingMemberHandling extends CommandHandling<
  FloatingMemberWish,
  FloatingMemberEvent,
  FloatingMemberState
> {}

export const floatingMemberAggregate: Aggregate<FloatingMemberWish, FloatingMemberEvent, FloatingMemberState> = {
  category: 'floatingMember',
  decider: floatingMember,
  commands: floatingMemberCommands,
  events: floatingMemberEvents,
  reach: (wish, state) => {
    const unitId = unitOf(wish, state);
    return unitId === undefined ? [] : [unitId];
  },
  organizationOf: (wish, state) => {
    const unitId = unitOf(wish, state);
    if (unitId === undefined) throw new Error('a member who was never declared cannot have events');
    return unitId;
  },
};

function unitOf(wish: FloatingMemberWish, state: FloatingMemberState): string | undefined {
  if (state.stage !== 'notDeclared') return state.declared.unitId;
  return wish.type === 'DeclareFloatingMember' ? wish.data.unitId : undefined;
}
