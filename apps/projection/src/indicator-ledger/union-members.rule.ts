import {
  type EmploymentForm,
  type EmploymentFormEvent,
  newEmploymentForms,
  type UnionMembershipEvent,
  type WorkerEvent,
} from '@gongyou/contracts';
import { addDays, type Day } from '@gongyou/domain';
import { BeginningMissing, laterDay } from '../intake/projector';
import type { JoinedRule } from './joined-rule';
import type { Count } from './standing-rule';
import { NOT_TOLD } from './workers.rule';

type CountedEvent =
  | Extract<WorkerEvent, { type: 'ContractRecorded' | 'WorkerEnteredSite' | 'WorkerTransferred' | 'WorkerLeftSite' }>
  | EmploymentFormEvent
  | Extract<
      UnionMembershipEvent,
      { type: 'UnionMembershipBegan' | 'UnionMembershipTransferred' | 'UnionMembershipEnded' }
    >;

/** What lasts from a day to the day before `until`. */
interface Lasting {
  from: Day;
  until: Day | null;
}

export interface WorkerFacts {
  stays: (Lasting & { projectId: string; crewId: string })[];
  forms: { form: EmploymentForm; from: Day }[];
  memberships: (Lasting & { unitId: string })[];
}

/**
 * A worker on site counts in his crew under his form of employment, and once more while he is a union member (HM-03g, CC-12b). The form
 * is the one that was told last, with his contract, by his employer or by himself when he joined. A member counts, on site or not, in the unit that his
 * union knows him at.
 */
export const unionMembersRule: JoinedRule<CountedEvent, never, CountedEvent, WorkerFacts> = {
  name: 'union-members',
  types: [
    'ContractRecorded',
    'WorkerEnteredSite',
    'WorkerTransferred',
    'WorkerLeftSite',
    'EmploymentFormRecorded',
    'UnionMembershipBegan',
    'UnionMembershipTransferred',
    'UnionMembershipEnded',
  ],
  remember: () => undefined,
  tell: (event) => [{ subject: event.data.workerId, told: event }],
  evolve: (facts = { stays: [], forms: [], memberships: [] }, event) => evolve(facts, event),
  daysOf: ({ stays, forms, memberships }) =>
    [
      ...[...stays, ...memberships].flatMap(({ from, until }) => [from, until]),
      ...forms.map(({ from }) => from),
    ].filter((day) => day !== null),
  countsOn({ stays, forms, memberships }, day) {
    const form = forms.findLast(({ from }) => from <= day)?.form;
    const dimension = form ?? NOT_TOLD;
    const isInNewForm = form !== undefined && newEmploymentForms.includes(form);
    const membership = memberships.find((each) => lasts(each, day));
    const counts: Count[] = membership ? [{ indicator: 'unionMembers', unitId: membership.unitId, dimension }] : [];
    for (const { crewId: unitId } of stays.filter((each) => lasts(each, day))) {
      counts.push({ indicator: 'workersByEmploymentForm', unitId, dimension });
      if (isInNewForm) counts.push({ indicator: 'workersInNewForms', unitId });
      if (!membership) continue;
      counts.push({ indicator: 'unionMembersOnSite', unitId, dimension });
      if (isInNewForm) counts.push({ indicator: 'unionMembersInNewForms', unitId });
    }
    return counts;
  },
};

function evolve(facts: WorkerFacts, { type, data }: CountedEvent): WorkerFacts {
  switch (type) {
    case 'ContractRecorded': {
      const { employmentForm: form, signedOn, startsOn } = data;
      return form ? { ...facts, forms: [...facts.forms, { form, from: laterDay(signedOn, startsOn) }] } : facts;
    }
    case 'WorkerEnteredSite':
      return { ...facts, stays: [...facts.stays, stayOf(data, data.enteredOn)] };
    case 'WorkerTransferred':
      return { ...facts, stays: [...left(facts, data, data.transferredOn), stayOf(data, data.transferredOn)] };
    case 'WorkerLeftSite':
      // The day told is the last one on the roster.
      return { ...facts, stays: left(facts, data, addDays(data.leftOn, 1)) };
    case 'EmploymentFormRecorded':
      return { ...facts, forms: [...facts.forms, { form: data.employmentForm, from: data.fromDay }] };
    case 'UnionMembershipBegan':
      return joined(facts, data, data.beganOn);
    case 'UnionMembershipTransferred':
      return joined(memberUntil(facts, data.transferredOn), data, data.transferredOn);
    case 'UnionMembershipEnded':
      return memberUntil(facts, data.endedOn);
  }
}

const stayOf = (
  { projectId, crewId }: { projectId: string; crewId: string },
  from: Day,
): WorkerFacts['stays'][number] => ({
  projectId,
  crewId,
  from,
  until: null,
});

function left({ stays }: WorkerFacts, { projectId }: { projectId: string }, until: Day): WorkerFacts['stays'] {
  const lasting = stays.findLast((stay) => stay.projectId === projectId && stay.until === null);
  if (!lasting) throw new BeginningMissing('stay on a site');
  return stays.map((stay) => (stay === lasting ? { ...stay, until } : stay));
}

function joined(
  { forms, memberships, ...facts }: WorkerFacts,
  { unitId, employmentForm: form }: { unitId: string; employmentForm: EmploymentForm },
  from: Day,
): WorkerFacts {
  return { ...facts, forms: [...forms, { form, from }], memberships: [...memberships, { unitId, from, until: null }] };
}

function memberUntil(facts: WorkerFacts, until: Day): WorkerFacts {
  if (!facts.memberships.some((each) => each.until === null)) throw new BeginningMissing('union membership');
  const memberships = facts.memberships.map((each) => (each.until === null ? { ...each, until } : each));
  return { ...facts, memberships };
}

const lasts = ({ from, until }: Lasting, day: Day): boolean => from <= day && (until === null || until > day);
