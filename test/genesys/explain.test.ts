import { expect, test } from 'vitest';
import { callPermissions } from '#core/contract/generated/api.ts';
import { callName } from '#core/genesys/callNames.ts';
import type { Failure, FailureKind } from '#core/genesys/error.ts';
import { explainFailure } from '#core/genesys/explain.ts';

const CODES = '/api/v2/routing/wrapupcodes';
const failure = (kind: FailureKind, more: Partial<Failure> = {}): Failure => ({
  kind,
  method: 'POST',
  path: CODES,
  message: 'Words of the org',
  ambiguous: false,
  ...more,
});

const kinds: readonly FailureKind[] = [
  'refused',
  'unauthorized',
  'forbidden',
  'notFound',
  'conflict',
  'rateLimited',
  'server',
  'unreachable',
  'interrupted',
  'unreadable',
];

test.each(kinds)('%s: says where it happened, what to do, and the id for support', (kind) => {
  const words = explainFailure(failure(kind, { correlationId: 'abc-1' }), { environment: 'prod', orgName: 'Acme' });
  expect(words).toContain('Acme (prod)');
  expect(words).toContain('abc-1');
  expect(words).toMatch(/(Change|Check|Sign in|Ask|Plan again|Push again|try again|Try again)/);
  expect(words).not.toMatch(/!|undefined/);
});

test('a 403 names the permission of that call and says that scopes do not apply', () => {
  const words = explainFailure(failure('forbidden', { path: '/api/v2/routing/queues/1-2-3/wrapupcodes?x=1' }), {
    environment: 'dev',
  });
  expect(words).toContain('routing:queue:edit');
  expect(words).toContain('scopes do not apply to client credentials');
  expect(words).toContain('role');
  expect(words).toContain('division');
});

test('a 403 names what the org itself says is missing, before what is published', () => {
  const words = (code: string, message: string) =>
    explainFailure(failure('forbidden', { status: 403, code, message }), { environment: 'dev' });
  const start = 'Unable to perform the requested action.';
  expect(words('missing.permissions', `${start} You are missing the following permission(s): a:b:c, a:b:d`)).toContain(
    'needs the permission a:b:c and a:b:d.',
  );
  expect(
    words(
      'missing.any.permissions',
      `${start} You must have at least one of the following permissions assigned: a:b:c, a:b:d`,
    ),
  ).toContain('needs the permission a:b:c or a:b:d.');
  expect(words('not.authorized', 'You are not authorized to perform the requested action.')).toContain(
    'needs the permission routing:wrapupCode:add.',
  );
  expect(words('not.authorized', 'Not before 12:30:45.')).toContain('needs the permission routing:wrapupCode:add.');
});

test('an ambiguous write never reads as done or as not done', () => {
  for (const kind of ['server', 'interrupted', 'unreadable'] as const) {
    expect(explainFailure(failure(kind, { ambiguous: true }), { environment: 'dev' })).toContain(
      'may or may not have been done',
    );
  }
});

test('what was going on is told in words, and only an unknown call by its path', () => {
  const words = (method: string, path: string) =>
    explainFailure(failure('server', { method, path, status: 500 }), { environment: 'dev' });
  expect(words('POST', CODES)).toContain('creating a wrap-up code');
  expect(words('PUT', `${CODES}/1-2`)).toContain('changing a wrap-up code');
  expect(words('GET', '/api/v2/routing/queues?pageNumber=1')).toContain('reading the queues');
  expect(words('GET', '/api/v2/routing/queues/1-2/wrapupcodes?x=1')).toContain('reading the codes of a queue');
  expect(words('POST', '/api/v2/routing/queues/1-2/wrapupcodes')).toContain('putting codes on a queue');
  expect(words('GET', '/api/v2/else?secret=1')).toContain('GET /api/v2/else (');
});

test('every call of the product has words', () => {
  const withoutWords = callPermissions.filter(({ method, path }) => callName(method, path).includes('/'));
  // Known for its permission only.
  expect(withoutWords.map(({ path }) => path)).toEqual(['/api/v2/routing/queues/divisionviews/all']);
});

test('a refused query says what the org said, and that the query is what to change', () => {
  const path = '/api/v2/analytics/conversations/aggregates/query';
  const refused = failure('refused', {
    path,
    status: 400,
    message: 'The interval is too long',
    correlationId: 'abc-1',
  });
  const words = explainFailure(refused, { environment: 'prod' });
  expect(words).toBe(
    'prod refused the query while querying aggregates: The interval is too long. Change the query in its file and run it again. Correlation id: abc-1.',
  );
});

test('a list that is refused is no matter of the files', () => {
  const refused = failure('refused', { method: 'GET', status: 400 });
  expect(explainFailure(refused, { environment: 'prod' })).toContain('Your files are not the cause.');
});

test('a query that is not found is run again, not planned', () => {
  const path = '/api/v2/analytics/conversations/details/query';
  const words = explainFailure(failure('notFound', { path, status: 404 }), { environment: 'prod' });
  expect(words).toContain('Run the query again;');
  expect(words).not.toContain('Plan');
});
