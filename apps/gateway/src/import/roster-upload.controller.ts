import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BeginRosterImport, checked } from '@gongyou/contracts';
import { Controller, Get, Header, Inject, type LoggerService, Post, Query, Req, Res } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import type { Request, Response } from 'express';
import type { SignedIn } from '../account/signed-in';
import { LOG } from '../gateway.log';
import { HttpProblem, wrongMediaType } from '../http/http-problem';
import { isDefect, told } from '../http/problem-document';
import { singleParameters } from '../http/query-parameters';
import { Who } from '../http/session.guard';
import { rosterColumnNames } from './roster-columns';
import { type BadRow, RosterUpload } from './roster-upload';
import { type TableFormat, tableFormats, tableRows } from './table-rows';

/** A million rows of a roster, and some. */
const MOST_BYTES = 300 * 1024 * 1024;

/** A line of the answer: as it stood in the file, with the number of the row and the reasons. */
type AnswerLine = Readonly<Record<string, string | number>>;

/** Rosters as files: the good rows go in, the bad ones come back in a file of the same columns with the reasons. */
@Controller('api/imports/rosters')
export class RosterUploadController {
  constructor(
    private readonly upload: RosterUpload,
    @Inject(LOG) private readonly log: LoggerService,
  ) {}

  /** The columns that a roster may have. */
  @Get('template.csv')
  @Header('Cache-Control', 'no-store')
  template(@Res() response: Response): void {
    response
      .attachment('花名册模板.csv')
      .type('csv')
      .send(`\ufeff${rosterColumnNames.join(',')}\r\n`);
  }

  /**
   * Takes a file and answers, while it is read, the rows that did not go in. Sent again, as after a crash, it goes on where it stopped
   * and tells the same rows again.
   */
  @Post()
  async take(
    @Query() query: Record<string, unknown>,
    @Who() who: SignedIn,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const format = formatOf(request);
    const { import: importId, organization: organizationId, file: fileName } = singleParameters(query);
    const begin = checked(BeginRosterImport, given({ importId, organizationId, fileName }));
    await this.upload.begin(begin, who);
    const bad = this.upload.badRows(begin.importId, tableRows(limited(request), format), who);
    // What is wrong from the start is told as any other problem; from the first row on it is told in the file.
    const first = await bad.next();
    const lines = this.lines(first, bad);
    response.status(200).set('Cache-Control', 'no-store').attachment('未导入的行.csv').type('csv');
    const columns = ['行号', ...rosterColumnNames, '原因', 'Reason'];
    await pipeline(
      Readable.from(lines),
      stringify({ header: true, bom: true, columns, escape_formulas: true, record_delimiter: '\r\n' }),
      response,
    );
  }

  private async *lines(first: IteratorResult<BadRow>, rest: AsyncGenerator<BadRow>): AsyncGenerator<AnswerLine> {
    try {
      if (!first.done) yield lineOf(first.value);
      for await (const row of rest) yield lineOf(row);
    } catch (error) {
      if (isDefect(error)) this.log.error(error, RosterUploadController.name);
      const [zh, en] = [told(error, 'zh').document.title, told(error, 'en').document.title];
      yield {
        原因: `导入到此中断，请重发同一文件继续：${zh}`,
        Reason: `Stopped here; send the same file again: ${en}`,
      };
    }
  }
}

const lineOf = ({ row, cells, reason }: BadRow): AnswerLine => ({
  行号: row,
  ...cells,
  原因: reason.zh,
  Reason: reason.en,
});

function formatOf(request: Request): TableFormat {
  const type = request.is(Object.keys(tableFormats));
  if (!type) throw wrongMediaType(Object.keys(tableFormats).join(' / '));
  return tableFormats[type as keyof typeof tableFormats];
}

function limited(request: Request): Readable {
  return Readable.from(
    (async function* () {
      let bytes = 0;
      for await (const chunk of request as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > MOST_BYTES) throw tooLarge();
        yield chunk;
      }
    })(),
    { objectMode: false },
  );
}

const tooLarge = (): HttpProblem =>
  new HttpProblem(413, 'import.tooLarge', {
    zh: `文件超过 ${MOST_BYTES / 1024 / 1024} MB，请分成几个文件`,
    en: `The file is larger than ${MOST_BYTES / 1024 / 1024} MB. Split it into several.`,
  });

const given = (fields: Readonly<Record<string, string | undefined>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
