import type { NationalProjectAnswer } from '@gongyou/contracts';
import { PlatformProblem, type Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { Reading } from '../reading/reading';
import { unitNamesOf } from '../unit-register/unit-names';
import { nationalProject } from './national-project';
import { ProjectParticipant, RegisteredProject } from './project.entity';

/** One project in the names and codes of the national data standard (DS-01, DS-02). */
@Injectable()
export class NationalProjectQuery {
  constructor(private readonly reading: Reading) {}

  /** Throws a `notFound` problem for a unit without the file of a project. */
  answer(unitId: string, sender: Pick<Sender, 'after'>): Promise<NationalProjectAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const project = await tx.findOneBy(RegisteredProject, { unitId });
      if (!project) throw projectUnknown(unitId);
      const participants = await tx.find(ProjectParticipant, {
        where: { unitId },
        order: { enteredOn: 'ASC', participationId: 'ASC' },
      });
      const names = await unitNamesOf(tx, [unitId]);
      return { ...nationalProject(names.get(unitId) ?? unitId, project, participants), position };
    });
  }
}

const projectUnknown = (unit: string): PlatformProblem =>
  new PlatformProblem(
    'notFound',
    'organization.projectUnknown',
    { zh: '该单元没有登记项目信息', en: 'The file of no project was opened under this unit.' },
    { unit },
  );
