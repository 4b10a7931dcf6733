import {
  Crew,
  type CrewAnswer,
  CrewItems,
  type CrewItemsAnswer,
  Crews,
  type CrewsAnswer,
  LabourTeams,
  type LabourTeamsAnswer,
  MorningMeetingExceptions,
  type MorningMeetingExceptionsAnswer,
  partyFigureReaders,
  queryContract,
} from '@gongyou/contracts';
import { Access, OnQuery, type Sender } from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { CrewItemsQuery } from './crew-items.query';
import { CrewQuery } from './crew.query';
import { CrewsQuery } from './crews.query';
import { LabourTeamsQuery } from './labour-teams.query';
import { MorningMeetingExceptionsQuery } from './morning-meeting-exceptions.query';

@Controller()
export class CrewRegisterController {
  constructor(
    private readonly access: Access,
    private readonly crews: CrewsQuery,
    private readonly crew: CrewQuery,
    private readonly items: CrewItemsQuery,
    private readonly exceptions: MorningMeetingExceptionsQuery,
    private readonly labourTeams: LabourTeamsQuery,
  ) {}

  @OnQuery(Crews)
  async register(query: Crews, sender: Sender): Promise<CrewsAnswer> {
    await this.access.check(sender, { roles: queryContract(Crews).roles, units: [query.organization] });
    return this.crews.answer(query, sender);
  }

  @OnQuery(Crew)
  async one(query: Crew, sender: Sender): Promise<CrewAnswer> {
    await this.access.check(sender, { roles: queryContract(Crew).roles, units: [query.crew] });
    return this.crew.answer(query.crew, sender);
  }

  @OnQuery(CrewItems)
  async issued(query: CrewItems, sender: Sender): Promise<CrewItemsAnswer> {
    await this.access.check(sender, { roles: queryContract(CrewItems).roles, units: [query.organization] });
    return this.items.answer(query, sender);
  }

  @OnQuery(MorningMeetingExceptions)
  async heldAgainstRosters(query: MorningMeetingExceptions, sender: Sender): Promise<MorningMeetingExceptionsAnswer> {
    const { roles } = queryContract(MorningMeetingExceptions);
    await this.access.check(sender, { roles, units: [query.organization] });
    return this.exceptions.answer(query, sender);
  }

  @OnQuery(LabourTeams)
  async teams(query: LabourTeams, sender: Sender): Promise<LabourTeamsAnswer> {
    const units = [query.organization];
    await this.access.check(sender, { roles: queryContract(LabourTeams).roles, units });
    const branchActivities = await this.access.allows(sender, { roles: partyFigureReaders, units });
    return this.labourTeams.answer(query, sender, { branchActivities });
  }
}
