import type { Projects, ProjectsAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { standsBelow } from '../unit-register/unit-tree';
import { RegisteredProject } from './project.entity';
import { projectRowsOf } from './project-rows';

const PAGE = 100;

/** The register of projects at or below a unit, in the order of their units' ids. */
@Injectable()
export class ProjectsQuery {
  constructor(private readonly reading: Reading) {}

  answer(asked: Projects, sender: Pick<Sender, 'after'>): Promise<ProjectsAnswer> {
    const { organization, status, category, standardised, participantRole, cursor, limit = PAGE } = asked;
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const query = tx
        .createQueryBuilder(RegisteredProject, 'project')
        .where(...(await standsBelow(tx, 'project.unit_id', organization)))
        .orderBy('project.unitId')
        .limit(limit + 1);
      if (status !== undefined) query.andWhere('project.status = :status', { status });
      if (category !== undefined) query.andWhere('project.category = :category', { category });
      if (standardised !== undefined)
        query.andWhere(standardised === 'true' ? 'project.isStandardised' : 'NOT project.isStandardised');
      if (participantRole !== undefined) {
        query.andWhere(
          `EXISTS (SELECT FROM project_participant company
             WHERE company.unit_id = project.unit_id AND company.role = :participantRole AND company.left_on IS NULL)`,
          { participantRole },
        );
      }
      if (cursor !== undefined) query.andWhere('project.unitId > :cursor', { cursor });
      const { rows, nextCursor } = pageOf(await query.getMany(), limit, ({ unitId }) => unitId);
      return { projects: await projectRowsOf(tx, rows), nextCursor, position };
    });
  }
}
