/** What a report page is asked for. */
export interface ReportRequest {
  programme: string;
  organization: string;
  period: string;
  asOfDay?: string;
  asOfPosition?: string | number;
}

/** The address of a report page, or of its JSON. */
export function reportPath(
  request: ReportRequest,
  path = '/report',
  more: Readonly<Record<string, string>> = {},
): string {
  const given = Object.entries({ ...request, ...more }).filter(([, value]) => value !== undefined && value !== '');
  return `${path}?${new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString()}`;
}

export const figurePath = (figure: string, cursor?: string | null): string =>
  `/figure?figure=${encodeURIComponent(figure)}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
