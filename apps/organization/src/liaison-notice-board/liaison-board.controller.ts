import {
  LiaisonBoard,
  type LiaisonBoardAnswer,
  LiaisonContactCard,
  type LiaisonContactCardAnswer,
  LiaisonOfficers,
  type LiaisonOfficersAnswer,
  queryContract,
} from '@gongyou/contracts';
import {
  Access,
  Caller,
  OnQuery,
  OrganizationDirectory,
  PlatformProblem,
  requestHeaders,
  type Sender,
} from '@gongyou/messaging';
import { Controller } from '@nestjs/common';
import { LiaisonContactCardHandling } from '../liaison-contact-card/liaison-contact-card.aggregate';
import { LiaisonOfficerHandling } from '../liaison-officer/liaison-officer.aggregate';
import { PublicLiaisonProfiles } from './public-liaison-profiles.lookup';

/** As many officers as a board on paper can show. */
const MOST_ON_A_BOARD = 200;

/** Answers with the public side of liaison officers. The register finds who is on duty; their own streams say what may be shown. */
@Controller()
export class LiaisonBoardController {
  constructor(
    private readonly access: Access,
    private readonly caller: Caller,
    private readonly directory: OrganizationDirectory,
    private readonly officers: LiaisonOfficerHandling,
    private readonly profiles: PublicLiaisonProfiles,
    private readonly cards: LiaisonContactCardHandling,
  ) {}

  @OnQuery(LiaisonBoard)
  async board({ organization }: LiaisonBoard, sender: Sender): Promise<LiaisonBoardAnswer> {
    await this.access.check(sender, { roles: queryContract(LiaisonBoard).roles, units: [organization] });
    const unit = await this.directory.findUnit(organization);
    if (!unit) throw unknown('organization.liaisonBoard.unitUnknown');
    const districts = this.directory
      .ancestors(organization)
      .filter((unitId) => this.directory.unit(unitId)?.kind === 'projectDistrict');
    const below = await this.registered({ organization, limit: MOST_ON_A_BOARD }, sender);
    const above = await Promise.all(
      districts.map((unitId) => this.registered({ organization: unitId, level: 'district' }, sender)),
    );
    const officerIds = [below, ...above].flatMap(({ officers }) => officers.map(({ officerId }) => officerId));
    return {
      unitId: unit.unitId,
      unitName: unit.name,
      officers: await this.profiles.of([...new Set(officerIds)], sender),
      isCut: below.nextCursor !== null,
      position: below.position,
    };
  }

  @OnQuery(LiaisonContactCard)
  async card({ officer }: LiaisonContactCard, sender: Sender): Promise<LiaisonContactCardAnswer> {
    const { roles } = queryContract(LiaisonContactCard);
    // Whoever may read nothing learns nothing, not even whether there is such an officer.
    await this.access.check(sender, { roles, units: 'any' });
    const { state } = await this.officers.state(officer);
    if (state.stage !== 'notNominated') await this.access.check(sender, { roles, units: [state.nomination.unitId] });
    const [profile] = await this.profiles.of([officer], sender);
    if (!profile) throw unknown('organization.liaisonContactCard.notPublished');
    const { designed } = (await this.cards.state(profile.unitId)).state;
    if (designed?.officerId !== officer) return { profile, design: null };
    const { edition, hotline, complaintCode } = designed;
    return { profile, design: { edition, hotline, complaintCode } };
  }

  /** Asked in the name of this service: who may see the board may see its officers, a district above included. */
  private registered(
    which: Pick<LiaisonOfficers, 'organization' | 'level' | 'limit'>,
    { after }: Sender,
  ): Promise<LiaisonOfficersAnswer> {
    const asked: LiaisonOfficers = { ...which, stage: 'onDuty', published: 'true' };
    return this.caller.query(LiaisonOfficers, asked, {
      [requestHeaders.after]: after === undefined ? undefined : String(after),
    });
  }
}

const texts = {
  'organization.liaisonBoard.unitUnknown': { zh: '没有这个组织单元', en: 'There is no such unit.' },
  'organization.liaisonContactCard.notPublished': {
    zh: '没有在岗且同意公开信息的该协理员',
    en: 'There is no such officer on duty who consented to a public profile.',
  },
};

const unknown = (code: keyof typeof texts): PlatformProblem => new PlatformProblem('notFound', code, texts[code]);
