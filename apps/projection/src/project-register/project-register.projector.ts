import { type ParticipantAdmitted, type ProjectEvent, projectEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWith } from '../database/read-rows';
import { upsertRows } from '../database/write-rows';
import { BeginningMissing, type Projector, type Recorded } from '../intake/projector';
import { ProjectParticipant, RegisteredProject } from './project.entity';
import { projectAfter } from './registered-project';

/** Keeps each project as it stands, and the companies that take part in it. */
@Injectable()
export class ProjectRegisterProjector implements Projector<ProjectEvent> {
  readonly name = 'project-register';
  readonly types = Object.keys(projectEvents);

  async project(events: readonly Recorded<ProjectEvent>[], tx: EntityManager): Promise<void> {
    const unitIds = new Set(events.map(({ data }) => data.unitId));
    const known = await rowsWith(tx, RegisteredProject, 'unitId', unitIds);
    const projects = new Map(known.map((project) => [project.unitId, project]));
    const knownCompanies = await rowsWith(tx, ProjectParticipant, 'unitId', unitIds);
    const participants = new Map(knownCompanies.map((participant) => [keyOf(participant), participant]));
    for (const event of events) {
      const { unitId } = event.data;
      projects.set(unitId, projectAfter(projects.get(unitId), event));
      if (event.type === 'ParticipantAdmitted') participants.set(keyOf(event.data), admitted(event.data));
      if (event.type === 'ParticipantReleased') {
        const participant = participants.get(keyOf(event.data));
        if (!participant) throw new BeginningMissing('participating company');
        participants.set(keyOf(event.data), { ...participant, leftOn: event.data.leftOn });
      }
    }
    await upsertRows(tx, RegisteredProject, [...projects.values()]);
    await upsertRows(tx, ProjectParticipant, [...participants.values()]);
  }
}

const keyOf = ({ unitId, participationId }: { unitId: string; participationId: string }): string =>
  `${unitId}~${participationId}`;

const admitted = ({ companyUnitId, managerId, ...company }: ParticipantAdmitted): ProjectParticipant => ({
  ...company,
  companyUnitId: companyUnitId ?? null,
  managerId: managerId ?? null,
  leftOn: null,
});
