/** Finds the route of a path. A literal segment wins over a parameter, so `divisionviews` is never a code id. */
import type { Route } from './exchange.ts';

export interface RouteMatch {
  readonly routes: readonly Route[];
  readonly params: Readonly<Record<string, string>>;
}

export interface Router {
  /** All methods of the best template for `path`, or undefined if no template fits. */
  match(path: string): RouteMatch | undefined;
}

export function createRouter(routes: readonly Route[]): Router {
  const templates = new Set(routes.map((route) => route.template));
  const known = [...templates]
    .map((template) => ({
      segments: template.split('/'),
      routes: routes.filter((route) => route.template === template),
    }))
    .sort((left, right) => parameterCount(left.segments) - parameterCount(right.segments));
  return {
    match(path) {
      const asked = path.split('/');
      for (const candidate of known) {
        const params = fit(candidate.segments, asked);
        if (params) return { routes: candidate.routes, params };
      }
      return undefined;
    },
  };
}

const isParameter = (segment: string): boolean => segment.startsWith('{');
const parameterCount = (segments: readonly string[]): number => segments.filter(isParameter).length;

function fit(segments: readonly string[], asked: readonly string[]): Record<string, string> | undefined {
  if (segments.length !== asked.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const value = asked[index] ?? '';
    if (isParameter(segment)) {
      const decoded = decode(value);
      if (!decoded) return undefined;
      params[segment.slice(1, -1)] = decoded;
    } else if (segment !== value) return undefined;
  }
  return params;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
