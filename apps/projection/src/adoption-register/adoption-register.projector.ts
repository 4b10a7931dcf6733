import { type AdoptionEvent, adoptionEvents } from '@gongyou/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../database/write-rows';
import type { Projector, Recorded } from '../intake/projector';
import { AdoptionChange } from './adoption-change.entity';

/** Keeps what each adoption said and when it took effect. */
@Injectable()
export class AdoptionRegisterProjector implements Projector<AdoptionEvent> {
  readonly name = 'adoption-register';
  readonly types = Object.keys(adoptionEvents).filter((type) => type !== 'LeadingGroupReportIssued');

  async project(events: readonly Recorded<AdoptionEvent>[], tx: EntityManager): Promise<void> {
    await insertRows(tx, AdoptionChange, events.flatMap(changeOf));
  }
}

function changeOf({ type, data, position }: Recorded<AdoptionEvent>): AdoptionChange[] {
  const { programmeId, organizationId } = data;
  const of = { position, programmeId, organizationId };
  switch (type) {
    case 'ProgrammeAdopted': {
      const { adoptedOn, programmeVersion, departments, leadingGroup, officeUnitId } = data;
      return [{ ...of, day: adoptedOn, programmeVersion, departments, founding: { leadingGroup, officeUnitId } }];
    }
    case 'DepartmentsRemapped':
      return [{ ...of, day: data.effectiveOn, programmeVersion: null, departments: data.departments, founding: null }];
    case 'AmendmentTakenOver': {
      const { effectiveOn, programmeVersion, departments } = data;
      return [{ ...of, day: effectiveOn, programmeVersion, departments, founding: null }];
    }
    case 'LeadingGroupReportIssued':
      return [];
  }
}
