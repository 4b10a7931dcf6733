import { checked, ContractViolation } from '@gongyou/contracts';
import { dayOfInstant, periodOf } from '@gongyou/domain';
import { OrganizationDirectory, PlatformProblem } from '@gongyou/messaging';
import { Body, Controller, Get, Header, HttpCode, Inject, Ip, Post, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ChangePassword, OpenSession } from '../account/account.contract';
import { Login } from '../account/login';
import { Sessions } from '../account/sessions';
import type { SignedIn } from '../account/signed-in';
import { type GatewayParameters, PARAMETERS } from '../gateway.parameters';
import { told } from '../http/problem-document';
import { HttpProblem } from '../http/http-problem';
import { BeforePasswordChange, Open, Who } from '../http/session.guard';
import { AdoptionsInReach } from './adoptions-in-reach';
import { homePage } from './home.page';
import { loginPage, passwordPage } from './login.page';
import { style, stylePath } from './style';

/** The way in: login, the list of reports, the own password, the way out. */
@Controller()
export class HomeController {
  constructor(
    private readonly login: Login,
    private readonly sessions: Sessions,
    private readonly adoptions: AdoptionsInReach,
    private readonly directory: OrganizationDirectory,
    @Inject(PARAMETERS) private readonly parameters: GatewayParameters,
  ) {}

  @Open()
  @Get(stylePath)
  @Header('Cache-Control', 'public, max-age=31536000, immutable')
  style(@Res() response: Response): void {
    response.type('css').send(style);
  }

  @Open()
  @Get()
  @Header('Cache-Control', 'no-store')
  async home(@Who() who: SignedIn | undefined, @Query('next') next: unknown, @Res() response: Response): Promise<void> {
    if (!who) return sent(response, loginPage({ next: ownPath(next) }));
    if (who.mustChangePassword) return response.redirect(303, '/password');
    const thisYear = periodOf(dayOfInstant(new Date()), 'year');
    const adoptions = await this.adoptions.of(who);
    sent(response, homePage({ who, adoptions, period: thisYear, units: this.unitsHeld(who) }));
  }

  /** Of one whose role reaches everywhere: those at the top. */
  private unitsHeld({ grants }: SignedIn): { unitId: string; name: string }[] {
    const isHeld = (id: string): boolean => grants.some(({ organizationId }) => organizationId === id);
    const held = isHeld('*') ? this.directory.roots().map(({ unitId }) => unitId) : [];
    const unitIds = new Set([...held, ...grants.map(({ organizationId }) => organizationId)]);
    unitIds.delete('*');
    return [...unitIds].map((unitId) => ({ unitId, name: this.directory.unit(unitId)?.name ?? unitId }));
  }

  @Open()
  @Post('login')
  async open(
    @Body() body: Record<string, unknown> | undefined,
    @Ip() address: string,
    @Res() response: Response,
  ): Promise<void> {
    const { next, ...fields } = body ?? {};
    try {
      const { mustChangePassword } = await this.login.open(checked(OpenSession, fields), address, response);
      response.redirect(303, mustChangePassword ? '/password' : ownPath(next));
    } catch (error) {
      failed(response, error, (reason) => loginPage({ next: ownPath(next), failed: reason }));
    }
  }

  @Open()
  @Post('logout')
  async close(@Who() who: SignedIn | undefined, @Res() response: Response): Promise<void> {
    if (who) await this.login.close(who, response);
    response.redirect(303, '/');
  }

  @BeforePasswordChange()
  @Get('password')
  @Header('Cache-Control', 'no-store')
  password(@Who() who: SignedIn, @Res() response: Response): void {
    sent(response, passwordPage({ who, least: this.parameters.passwordLeastLength }));
  }

  @BeforePasswordChange()
  @Post('password')
  @HttpCode(303)
  async changePassword(
    @Who() who: SignedIn,
    @Body() body: Record<string, unknown> | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const { repeated, username: _username, ...fields } = body ?? {};
    try {
      const { currentPassword, newPassword } = checked(ChangePassword, fields);
      if (newPassword !== repeated) throw notRepeated();
      await this.sessions.changePassword(who, currentPassword, newPassword);
      response.redirect(303, '/');
    } catch (error) {
      failed(response, error, (reason) =>
        passwordPage({ who, failed: reason, least: this.parameters.passwordLeastLength }),
      );
    }
  }
}

const sent = (response: Response, text: string): void => void response.type('html').send(text);

/** Shows a form again with what was wrong; what has nothing to do with the form is told as ever. */
function failed(response: Response, error: unknown, form: (reason: string) => string): void {
  const isAboutForm =
    error instanceof HttpProblem || error instanceof ContractViolation || error instanceof PlatformProblem;
  if (!isAboutForm) throw error;
  const { document, headers } = told(error, 'zh');
  const { 'WWW-Authenticate': _, ...rest } = headers;
  response.status(document.status).set({ ...rest, 'Cache-Control': 'no-store' });
  sent(response, form(document.title));
}

const notRepeated = (): HttpProblem =>
  new HttpProblem(422, 'account.passwordNotRepeated', {
    zh: '两次输入的新密码不一致',
    en: 'The two new passwords differ.',
  });

/** Where to go after the login: a page of this gateway, never another site. */
function ownPath(next: unknown): string {
  const isOwn = typeof next === 'string' && /^\/(?![/\\])[\x21-\x7e]*$/.test(next) && !next.includes('\\');
  return isOwn ? next : '/';
}
