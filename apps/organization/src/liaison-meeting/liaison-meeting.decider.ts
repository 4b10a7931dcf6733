import type {
  LiaisonLevel,
  LiaisonMeetingCommand,
  LiaisonMeetingEvent,
  LiaisonMeetingHeld,
  RecordLiaisonMeeting,
} from '@gongyou/contracts';
import { type Bilingual, type RefuseOf, refuseWith, sameContent } from '@gongyou/domain';
import type { Decider, Moment } from '@gongyou/event-sourcing/decider';
import { type ServiceRecord, wasOnDuty } from '../liaison-officer/service-record';

/** An officer who is named by a meeting: his service, and the units above his post. */
export interface OfficerAtMeeting {
  service: ServiceRecord;
  ancestorIds: readonly string[];
}

export type LiaisonMeetingWish = LiaisonMeetingCommand & { officers: ReadonlyMap<string, OfficerAtMeeting> };

export interface LiaisonMeetingState {
  held: LiaisonMeetingHeld | null;
}

/** The rules of a district meeting (JX-20): a district officer convenes it, and only project officers of the district take part. */
export const liaisonMeeting: Decider<LiaisonMeetingWish, LiaisonMeetingEvent, LiaisonMeetingState> = {
  initialState: { held: null },
  evolve: (_, event) => ({ held: event.data }),
  decide: ({ data, officers }, state, moment) => record(data, officers, state, moment),
};

export const liaisonMeetingRefusals = {
  'organization.liaisonMeeting.alreadyRecorded': {
    zh: '该编号的会议已登记，内容不同',
    en: 'A meeting with this id was recorded already, with other content.',
  },
  'organization.liaisonMeeting.dayInFuture': { zh: '日期 {on} 尚未到来', en: 'The day {on} has not come yet.' },
  'organization.liaisonMeeting.notConvenedByDistrictOfficer': {
    zh: '会议须由当日在岗的本片区协理员召集',
    en: 'The meeting is convened by an officer of the district who was on duty that day.',
  },
  'organization.liaisonMeeting.notProjectOfficer': {
    zh: '{officerId} 当日不是本片区在岗的项目协理员',
    en: '{officerId} was no project officer on duty in the district that day.',
  },
  'organization.liaisonMeeting.officerRepeated': {
    zh: '{officerId} 在出席、缺席名单中重复',
    en: '{officerId} is named twice among those present and absent.',
  },
  'organization.liaisonMeeting.nobodyCame': { zh: '没有项目协理员出席', en: 'No project officer came.' },
  'organization.liaisonMeeting.taskForOutsider': {
    zh: '任务的承担人 {officerId} 不在会议名单中',
    en: '{officerId} is given a task, but is not named by the meeting.',
  },
} as const satisfies Record<`organization.liaisonMeeting.${string}`, Bilingual>;

const refuse: RefuseOf<typeof liaisonMeetingRefusals> = refuseWith(liaisonMeetingRefusals);

function record(
  data: RecordLiaisonMeeting,
  officers: LiaisonMeetingWish['officers'],
  { held }: LiaisonMeetingState,
  { today }: Moment,
): LiaisonMeetingEvent[] {
  if (held) return sameContent(data, held) ? [] : refuse('organization.liaisonMeeting.alreadyRecorded');
  const { convenerId, presentIds, absentIds, heldOn } = data;
  if (heldOn > today) refuse('organization.liaisonMeeting.dayInFuture', { on: heldOn });
  const served = (officerId: string, level: LiaisonLevel): boolean => servedOn(data, officers.get(officerId), level);
  if (!served(convenerId, 'district')) refuse('organization.liaisonMeeting.notConvenedByDistrictOfficer');

  const named = [...presentIds, ...absentIds];
  const repeated = named.find((officerId, index) => named.indexOf(officerId) !== index);
  if (repeated !== undefined) refuse('organization.liaisonMeeting.officerRepeated', { officerId: repeated });
  const stranger = named.find((officerId) => !served(officerId, 'project'));
  if (stranger !== undefined) refuse('organization.liaisonMeeting.notProjectOfficer', { officerId: stranger });
  if (presentIds.length === 0) refuse('organization.liaisonMeeting.nobodyCame');
  const outsider = data.tasks.find(({ officerId }) => officerId !== convenerId && !named.includes(officerId));
  if (outsider) refuse('organization.liaisonMeeting.taskForOutsider', { officerId: outsider.officerId });
  return [{ type: 'LiaisonMeetingHeld', data }];
}

function servedOn(
  { districtId, heldOn }: RecordLiaisonMeeting,
  officer: OfficerAtMeeting | undefined,
  level: LiaisonLevel,
): boolean {
  if (officer?.service.level !== level) return false;
  const { service, ancestorIds } = officer;
  return wasOnDuty(service, heldOn) && [service.unitId, ...ancestorIds].includes(districtId);
}
