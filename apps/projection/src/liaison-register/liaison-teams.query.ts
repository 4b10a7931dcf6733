import type { LiaisonLevel, LiaisonTeamRow, LiaisonTeams, LiaisonTeamsAnswer } from '@gongyou/contracts';
import type { Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../reading/keyset';
import { Reading } from '../reading/reading';
import { unitsBelow } from '../unit-register/unit-tree';

const PAGE = 100;

/** The labour teams in use, which are the standing crews, with the officers on duty who answer for them (JX-39). */
@Injectable()
export class LiaisonTeamsQuery {
  constructor(private readonly reading: Reading) {}

  answer(
    { organization, cursor = '', limit = PAGE }: LiaisonTeams,
    sender: Pick<Sender, 'after'>,
  ): Promise<LiaisonTeamsAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const found = await tx.query<TeamRow[]>(
        `SELECT crew.unit_id, unit.name, crew.trade, crew.labour_subcontractor_id
         FROM crew JOIN unit ON unit.unit_id = crew.unit_id
         WHERE crew.unit_id = ANY($1) AND crew.stage <> 'dissolved' AND crew.unit_id > $2 ORDER BY crew.unit_id LIMIT $3`,
        [await unitsBelow(tx, organization), cursor, limit + 1],
      );
      const { rows, nextCursor } = pageOf(found, limit, ({ unit_id }) => unit_id);
      const answerable = await tx.query<AnswerableRow[]>(ANSWERABLE, [rows.map(({ unit_id }) => unit_id)]);
      return { teams: rows.map((row) => teamRow(row, answerable)), nextCursor, position };
    });
  }
}

const ANSWERABLE = `
  WITH RECURSIVE above AS (
    SELECT unit_id AS team_id, unit_id FROM unit WHERE unit_id = ANY($1)
    UNION
    SELECT above.team_id, unit.parent_id FROM unit JOIN above ON unit.unit_id = above.unit_id
    WHERE unit.parent_id IS NOT NULL
  )
  SELECT team_id, level, officer_id FROM above JOIN liaison_officer USING (unit_id)
  WHERE stage = 'onDuty' ORDER BY officer_id`;

interface TeamRow {
  unit_id: string;
  name: string;
  trade: string;
  labour_subcontractor_id: string | null;
}

interface AnswerableRow {
  team_id: string;
  level: LiaisonLevel;
  officer_id: string;
}

function teamRow(team: TeamRow, answerable: readonly AnswerableRow[]): LiaisonTeamRow {
  const own = answerable.filter(({ team_id }) => team_id === team.unit_id);
  const idsOf = (level: LiaisonLevel) => own.filter((each) => each.level === level).map(({ officer_id }) => officer_id);
  return {
    unitId: team.unit_id,
    unitName: team.name,
    trade: team.trade,
    labourSubcontractorId: team.labour_subcontractor_id,
    crewLiaisonIds: idsOf('crew'),
    projectOfficerIds: idsOf('project'),
    districtOfficerIds: idsOf('district'),
  };
}
