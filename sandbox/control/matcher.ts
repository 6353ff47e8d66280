/** Which requests a rule is about. */
import type { FaultTarget } from '../faults.ts';

/** `WRITE` is every request that changes the org. */
export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'WRITE'] as const;
export type MethodName = (typeof methods)[number];

/**
 * `path` is one as the facts write it: `{…}` or `*` stands for one segment, `**` at its end for any rest. Without
 * method or path, all fit.
 */
export function matcher(method: MethodName | undefined, path: string | undefined): (request: FaultTarget) => boolean {
  const pattern = path === undefined ? undefined : patternOf(path);
  return (request) => {
    if (pattern && !pattern.test(request.path)) return false;
    if (method === undefined) return true;
    return method === 'WRITE' ? isWrite(request) : method === request.method;
  };
}

function patternOf(path: string): RegExp {
  const isOpen = path.endsWith('/**');
  const segments = (isOpen ? path.slice(0, -3) : path).split('/').map((segment) => {
    const isAny = segment === '*' || /^\{.*\}$/.test(segment);
    return isAny ? '[^/]+' : segment.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  });
  return new RegExp(`^${segments.join('/')}${isOpen ? '(?:/.*)?' : ''}$`);
}

/** Queries are POSTs that change nothing; a token's end changes no org. */
function isWrite({ method, path }: FaultTarget): boolean {
  if (method === 'GET' || method === 'HEAD' || !path.startsWith('/api/v2/')) return false;
  const isQuery = method === 'POST' && /\/(?:query|query\/realtime|triggers\/[^/]+\/test)$/.test(path);
  return !isQuery && path !== '/api/v2/tokens/me';
}
