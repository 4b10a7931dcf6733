import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  Inject,
  type LoggerService,
  NotFoundException,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { LOG } from '../gateway.log';
import { problemPage } from '../page/problem.page';
import { allowedMethods } from './allowed-methods';
import { wrongMethod } from './http-problem';
import { languageOf, languageTag } from './language';
import { isDefect, told, type ToldProblem } from './problem-document';

/** Tells every error as a problem: in JSON to programs, as a page to readers of pages. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: LoggerService) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const error = thrown instanceof NotFoundException ? (otherMethod(request) ?? thrown) : thrown;
    if (isDefect(error)) this.log.error(error instanceof Error ? error : new Error(String(error)), ProblemFilter.name);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (isPage(request)) this.show(request, response, told(error, 'zh'));
    else this.tell(request, response, error);
  }

  private tell(request: Request, response: Response, error: unknown): void {
    const language = languageOf(request);
    const { document, headers } = told(error, language);
    response
      .status(document.status)
      .set({
        ...headers,
        'Content-Language': languageTag[language],
        Vary: 'Accept-Language',
        'Cache-Control': 'no-store',
      })
      .type('application/problem+json')
      .send(JSON.stringify(document));
  }

  private show(request: Request, response: Response, { document, headers }: ToldProblem): void {
    if (document.code === 'account.notSignedIn' && request.method === 'GET') {
      return response.redirect(303, `/?next=${encodeURIComponent(request.originalUrl)}`);
    }
    if (document.code === 'account.passwordMustChange') return response.redirect(303, '/password');
    const { 'WWW-Authenticate': _, ...rest } = headers;
    response
      .status(document.status)
      .set({ ...rest, 'Cache-Control': 'no-store' })
      .type('html')
      .send(problemPage(document));
  }
}

/** Pages are for people, all else for programs. */
const isPage = (request: Request): boolean => !/^\/(api|health|metrics)(\/|$)/.test(request.path);

function otherMethod(request: Request): Error | undefined {
  const allowed = allowedMethods(request).filter((method) => method !== request.method);
  return allowed.length > 0 ? wrongMethod(allowed) : undefined;
}
