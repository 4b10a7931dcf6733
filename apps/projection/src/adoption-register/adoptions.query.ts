import type { AdoptionRow, Adoptions, AdoptionsAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { recordedDayOf } from '../intake/recorded-day';
import { Reading } from '../reading/reading';
import { unitNamesAsOf, unitsBelow } from '../unit-register/unit-tree';
import { adoptionAsOf, byAdoption } from './adoption';
import { AdoptionChange } from './adoption-change.entity';

/** Who has adopted what at or below a unit, as it is in force on the day of the newest event. */
@Injectable()
export class AdoptionsQuery {
  constructor(private readonly reading: Reading) {}

  answer({ organization }: Adoptions, sender: Pick<Sender, 'after'>): Promise<AdoptionsAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const changes = await tx
        .createQueryBuilder(AdoptionChange, 'change')
        .where('change.organizationId = ANY(:below)', { below: await unitsBelow(tx, organization) })
        .orderBy('change.position')
        .getMany();
      const asOf = { day: (await recordedDayOf(tx, position)) ?? '', position };
      const adoptions = byAdoption(changes).flatMap((of) => adoptionAsOf(of, asOf) ?? []);
      const names = await unitNamesAsOf(
        tx,
        adoptions.map(({ organizationId }) => organizationId),
        asOf,
      );
      const rows: AdoptionRow[] = adoptions.map((adoption) => ({
        ...adoption,
        organizationName: names.get(adoption.organizationId) ?? adoption.organizationId,
        departments: [...adoption.departments],
      }));
      return { adoptions: rows, position };
    });
  }
}
