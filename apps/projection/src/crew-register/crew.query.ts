import type { CrewAnswer } from '@gongyou/contracts';
import { PlatformProblem, type Sender } from '@gongyou/messaging';
import { Injectable } from '@nestjs/common';
import { Reading } from '../reading/reading';
import { CrewMeeting, PowerUse, RegisteredCrew } from './crew.entity';
import { crewRowsOf } from './crew-rows';
import { MorningMeeting } from './morning-meeting.entity';

/** As many of its latest meetings and uses of powers as a crew's page shows. */
const LATEST = 50;

/** One crew, with what was given to it and what it did lately. */
@Injectable()
export class CrewQuery {
  constructor(private readonly reading: Reading) {}

  /** Throws a `notFound` problem for a crew that was never formed. */
  answer(unitId: string, sender: Pick<Sender, 'after'>): Promise<CrewAnswer> {
    return this.reading.snapshot(sender, async ({ tx, position }) => {
      const crew = await tx.findOneBy(RegisteredCrew, { unitId });
      if (!crew) throw crewUnknown(unitId);
      const [row] = await crewRowsOf(tx, [crew]);
      const { supports, partyMembers, powers, reviews } = crew;
      const uses = await tx.find(PowerUse, {
        where: { unitId },
        order: { usedOn: 'DESC', useId: 'DESC' },
        take: LATEST,
      });
      const meetings = await tx.find(CrewMeeting, {
        where: { unitId },
        order: { heldOn: 'DESC', meetingId: 'DESC' },
        take: LATEST,
      });
      const mornings = await tx.find(MorningMeeting, {
        where: { unitId },
        order: { heldOn: 'DESC', shift: 'DESC' },
        take: LATEST,
      });
      return {
        crew: row!,
        supports,
        partyMembers,
        powers,
        reviews,
        powerUses: uses.map(withoutUnit),
        meetings: meetings.map(withoutUnit),
        morningMeetings: mornings.map(({ unitId: _unitId, attendeeIds: _attendeeIds, ...morning }) => morning),
        position,
      };
    });
  }
}

const withoutUnit = <Row extends { unitId: string }>({ unitId: _unitId, ...row }: Row): Omit<Row, 'unitId'> => row;

const crewUnknown = (crew: string): PlatformProblem =>
  new PlatformProblem(
    'notFound',
    'organization.crewUnknown',
    { zh: '没有该班组', en: 'There is no such crew.' },
    { crew },
  );
