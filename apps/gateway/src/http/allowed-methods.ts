import { findCommand, findQuery, type QueryContract } from '@gongyou/contracts';
import type { Request } from 'express';

interface RouteLayer {
  route?: { path: unknown; methods: Record<string, boolean> };
  match(path: string): unknown;
}

/** The methods that a query is asked by. */
export const queryMethods = ({ confidential }: QueryContract): string[] => (confidential ? ['POST'] : ['GET', 'HEAD']);

/** The methods that a path takes; none when there is nothing at it. Asked only for requests that found no route. */
export function allowedMethods(request: Pick<Request, 'path' | 'app'>): string[] {
  const contract = request.path.replace(/^\/api\//, '').replaceAll('/', '.');
  if (findCommand(contract)) return ['POST'];
  const query = findQuery(contract);
  if (query) return queryMethods(query);
  const layers = (request.app.router as unknown as { stack: RouteLayer[] }).stack;
  const own = layers.filter(
    (layer) => layer.route && !String(layer.route.path).includes(':context') && layer.match(request.path),
  );
  const methods = new Set(
    own.flatMap((layer) => Object.keys(layer.route!.methods)).map((method) => method.toUpperCase()),
  );
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods].sort();
}
