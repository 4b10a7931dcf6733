import type { ProgrammesAnswer, ProgrammeVersion, ProgrammeVersionAnswer } from '@gongyou/contracts';
import type { BilingualText } from '@gongyou/domain';
import { PlatformProblem, type Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { Reading } from '../reading/reading';
import { ProgrammeVersionRecord } from './programme-version.entity';

/** The catalogue of programmes, and one of them whole. */
@Injectable()
export class ProgrammesQuery {
  constructor(private readonly reading: Reading) {}

  /** The newest version of each programme. */
  programmes(sender: Pick<Sender, 'after'>): Promise<ProgrammesAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const rows = await tx.query<{ programme_id: string; version: number; title: BilingualText; measures: number }[]>(
        `SELECT DISTINCT ON (programme_id) programme_id, version, programme->'title' AS title,
                json_array_length(programme->'measures') AS measures
         FROM programme_version ORDER BY programme_id, version DESC`,
      );
      const programmes = rows.map(({ programme_id, ...rest }) => ({ programmeId: programme_id, ...rest }));
      return { programmes, position };
    });
  }

  /** Throws a `notFound` problem for a programme or version that was never published. */
  version({ programme, version }: ProgrammeVersion, sender: Pick<Sender, 'after'>): Promise<ProgrammeVersionAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const records = await tx
        .createQueryBuilder(ProgrammeVersionRecord, 'record')
        .select(['record.programmeId', 'record.version'])
        .where({ programmeId: programme })
        .orderBy('record.version')
        .getMany();
      const versions = records.map((record) => record.version);
      const wanted = version ?? versions.at(-1);
      if (wanted === undefined || !versions.includes(wanted)) throw programmeUnknown(programme);
      const record = await tx.findOneByOrFail(ProgrammeVersionRecord, { programmeId: programme, version: wanted });
      return { programmeId: programme, version: wanted, versions, programme: record.programme, position };
    });
  }
}

export const programmeUnknown = (programme: string): PlatformProblem =>
  new PlatformProblem(
    'notFound',
    'reporting.programmeUnknown',
    { zh: '没有该改革实施方案或该版本', en: 'There is no such reform programme, or no such version of it.' },
    { programme },
  );
