import { asyncApiDocument, openApiDocument } from '@gongyou/contracts';
import { Controller, Get, Inject } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { documentPageHeaders } from '../http/security-headers';
import { Open } from '../http/session.guard';
import { gatewayPaths } from './gateway-paths';

const PAGE = 'api/docs';

/** Token of the platform's version, as the descriptions of the interfaces show it. */
export const VERSION = Symbol('the version of the platform');

/** The descriptions of both interfaces, made from the contracts. */
@Open()
@Controller('api')
export class DocumentController {
  private readonly openApi: object;
  private readonly asyncApi: object;

  constructor(@Inject(VERSION) version: string) {
    this.openApi = openApiDocument({ version, gatewayPaths: gatewayPaths() });
    this.asyncApi = asyncApiDocument({ version });
  }

  @Get('openapi.json')
  http(): object {
    return this.openApi;
  }

  @Get('asyncapi.json')
  messages(): object {
    return this.asyncApi;
  }
}

/** A page to read the description of the HTTP interface, and to try it; its scripts come from this gateway. */
export function serveDocumentPage(app: NestExpressApplication): void {
  app.use(`/${PAGE}`, documentPageHeaders());
  SwaggerModule.setup(PAGE, app, () => app.get(DocumentController).http() as OpenAPIObject, {
    raw: false,
    customSiteTitle: '工友 HTTP 接口 · Gongyou HTTP API',
    swaggerOptions: { defaultModelsExpandDepth: 0, docExpansion: 'none' },
  });
}
