import type { PlanTask, Programme, ProgrammeMeasure, TaskEvent } from '@gongyou/contracts';
import { type Bilingual, periodKind, periodRange, type RefuseOf, refuseWith } from '@gongyou/domain';
import type { Moment } from '@gongyou/event-sourcing/decider';
import type { AdoptedProgramme } from '../adoption/adopted-programme';
import { type AdopterUnits, requireAdopterUnits } from '../adoption/adopter-units';

/**
 * Breaks a measure of an adopted programme into a task (provisions CC-T1, QD-16). The lead departments, and the units they
 * are mapped to, are kept with the task as they stand now.
 *
 * A duty's task may be opened after its due day: the platform was off when its period began, and the duty was owed all the
 * same. Whoever plans a task by hand sets a day that can still be kept.
 */
export function planTask(
  data: PlanTask,
  adopted: AdoptedProgramme | undefined,
  units: AdopterUnits,
  moment: Moment,
): TaskEvent[] {
  if (!adopted) return refuse('supervision.planTask.programmeNotAdopted');
  const measure = measureOf(adopted.programme, data.measureId);
  if (data.duty) requireDuty(data.duty, data, adopted.programme, moment);
  else if (data.dueOn < moment.today) refuse('supervision.planTask.dueDayPast', { dueOn: data.dueOn });
  requireTeam(data);
  requireAdopterUnits([data.ownerUnitId, ...data.cooperatingUnitIds], units);

  const { taskId, programmeId, organizationId, measureId, title, ownerUnitId, cooperatingUnitIds } = data;
  const { dueOn, evidenceAsked, duty } = data;
  return [
    {
      type: 'TaskPlanned',
      data: {
        taskId,
        programmeId,
        programmeVersion: adopted.programmeVersion,
        organizationId,
        measureId,
        title,
        ownerUnitId,
        cooperatingUnitIds,
        leadDepartmentIds: measure.leadDepartmentIds,
        leadUnitIds: leadUnitsOf(measure, adopted),
        plannedOn: moment.today,
        dueOn,
        evidenceAsked,
        duty,
      },
    },
  ];
}

/** The units that lead a measure; empty where the document names no lead department. */
export function leadUnitsOf(
  { leadDepartmentIds }: ProgrammeMeasure,
  { unitOfDepartment }: Pick<AdoptedProgramme, 'unitOfDepartment'>,
): string[] {
  // Every lead department is mapped: an adoption without that was refused.
  return [...new Set(leadDepartmentIds.map((departmentId) => unitOfDepartment.get(departmentId)!))];
}

export const planTaskRefusals = {
  'supervision.planTask.programmeNotAdopted': {
    zh: '该单位没有采纳此方案',
    en: 'The organization has not adopted this programme.',
  },
  'supervision.planTask.measureUnknown': {
    zh: '方案现行版本中没有举措 {measureId}',
    en: 'The version of the programme that the organization follows has no measure {measureId}.',
  },
  'supervision.planTask.dueDayPast': { zh: '完成期限 {dueOn} 已过', en: 'The due day {dueOn} has passed already.' },
  'supervision.planTask.ownerAlsoCooperates': {
    zh: '责任单位不能同时是配合单位',
    en: 'The owner of a task cannot be one of its cooperating units.',
  },
  'supervision.planTask.cooperatingUnitRepeated': {
    zh: '配合单位 {unitId} 重复',
    en: 'Cooperating unit {unitId} is named twice.',
  },
  'supervision.planTask.dutyOpenedByHand': {
    zh: '周期性职责的任务由平台开立',
    en: 'Tasks for recurring duties are opened by the platform, once a period.',
  },
  'supervision.planTask.dutyUnknown': {
    zh: '举措 {measureId} 没有周期性职责 {dutyId}',
    en: 'Measure {measureId} has no recurring duty {dutyId}.',
  },
  'supervision.planTask.dutyPeriodDiffers': {
    zh: '职责 {dutyId} 的周期为“{recurrence}”，与 {period} 不符',
    en: 'Duty {dutyId} recurs each {recurrence}; {period} is no such period.',
  },
  'supervision.planTask.dueBeforePeriod': {
    zh: '完成期限早于 {period} 开始',
    en: 'The task is due before {period} begins.',
  },
} as const satisfies Record<`supervision.planTask.${string}`, Bilingual>;

const refuse: RefuseOf<typeof planTaskRefusals> = refuseWith(planTaskRefusals);

function measureOf({ measures }: Programme, measureId: string): ProgrammeMeasure {
  return (
    measures.find((each) => each.measureId === measureId) ??
    refuse('supervision.planTask.measureUnknown', { measureId })
  );
}

function requireDuty(
  { dutyId, period }: NonNullable<PlanTask['duty']>,
  { measureId, dueOn }: PlanTask,
  { duties }: Programme,
  { actor }: Moment,
): void {
  // The platform makes the task's id of duty and period: that is what keeps a duty from being opened twice.
  if (!actor.startsWith('platform:')) refuse('supervision.planTask.dutyOpenedByHand');
  const duty = duties.find((each) => each.dutyId === dutyId && each.measureId === measureId);
  if (!duty) return refuse('supervision.planTask.dutyUnknown', { measureId, dutyId });
  if (periodKind(period) !== duty.period) {
    refuse('supervision.planTask.dutyPeriodDiffers', { dutyId, recurrence: duty.period, period });
  }
  if (dueOn < periodRange(period).from) refuse('supervision.planTask.dueBeforePeriod', { period });
}

function requireTeam({ ownerUnitId, cooperatingUnitIds }: PlanTask): void {
  if (cooperatingUnitIds.includes(ownerUnitId)) refuse('supervision.planTask.ownerAlsoCooperates');
  const repeated = cooperatingUnitIds.find((unitId, index) => cooperatingUnitIds.indexOf(unitId) !== index);
  if (repeated !== undefined) refuse('supervision.planTask.cooperatingUnitRepeated', { unitId: repeated });
}
