/** Canaries: nothing of a person and no secret reaches the trail, whoever made the entry and whatever it was given. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AuditEntry } from '#core/audit/model.ts';
import { redacted } from '#core/audit/redact.ts';
import { entry } from './entries.ts';

const TOKEN = 'canaryTokenAbc123-_~';
const JWT = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJl';
const MAIL = 'canary.person+x@example.co.uk';
const PHONE = '+31 20 555 0199';

/** As an org answers, with more than anybody asked for. */
const code = {
  name: `Ask ${MAIL}`,
  description: `Call ${PHONE}, or write to ${MAIL}`,
  division: { id: 'd-1', name: 'Support' },
  modifiedBy: { id: 'u-1', name: 'Canary Person', email: MAIL },
  createdBy: 'Canary Person',
  owner: 'Canary Person',
  access_token: TOKEN,
  nested: [{ password: TOKEN, Authorization: `Bearer ${TOKEN}`, key: MAIL }],
  [MAIL]: 1,
};

const full: AuditEntry = {
  ...entry(`create:Ask ${MAIL}`),
  name: `Ask ${MAIL}`,
  before: code,
  after: code,
  call: {
    method: 'PUT',
    path: `/api/v2/flows/datatables/t/rows/${encodeURIComponent(MAIL)}?access_token=${TOKEN}`,
    body: code,
  },
  message: `The org refused Bearer ${TOKEN} (client_secret=${TOKEN}) of ${MAIL}, ${PHONE}: ${JWT}`,
  correlationId: `Bearer ${TOKEN}`,
};

it('hides secrets and people wherever they stand, and leaves out what is no field of an entry', () => {
  const stranger = {
    actor: { kind: 'user', id: 'u-1', name: 'Canary Person' },
    userName: 'Canary Person',
    token: TOKEN,
  };
  const text = JSON.stringify(redacted({ ...full, ...stranger } as AuditEntry));
  for (const canary of [
    TOKEN,
    JWT,
    MAIL,
    encodeURIComponent(MAIL),
    PHONE,
    '555 0199',
    'Canary Person',
    'canary.person',
  ])
    expect(text).not.toContain(canary);
  expect(text).toContain('Support');
  expect(text).toContain('"id":"u-1"');
});

it('keeps what wrap-up codes are made of', () => {
  const plain = entry('create:Technical Support Escalation (Tier 2) 2026-11-20', {
    name: 'Basic Troubleshooting: bearer bonds',
    before: { name: 'Tech', description: 'Over 1,000,000 cases; see +5 rule at 10:00', division: { id: '*' } },
    after: { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs: 30_000 },
    message: 'The org accepted it, but its list does not show it as asked yet.',
  });
  expect(redacted(plain)).toEqual(plain);
});

it('keeps ids, also where one looks like a telephone number', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.array(fc.nat(9), { minLength: 32, maxLength: 32 }), (id, digits) => {
      const text = digits.join('');
      const numeric = [text.slice(0, 8), '0012', text.slice(12, 16), '0034', text.slice(20, 32)].join('-');
      for (const one of [id, numeric, `00${numeric.slice(2)}`]) {
        const plain = entry('x', {
          correlationId: one,
          after: { id: one, division: { id: one } },
          call: { method: 'PUT', path: `/api/v2/routing/wrapupcodes/${one}` },
        });
        expect(redacted(plain)).toEqual(plain);
      }
    }),
  );
});

it('changes nothing the second time', () => {
  expect(redacted(redacted(full))).toEqual(redacted(full));
});

it('keeps two changes apart, though what tells them apart is hidden', () => {
  const one = redacted(entry('create:a@example.com'));
  const other = redacted(entry('create:b@example.com'));
  expect(one.change).not.toBe(other.change);
  expect(redacted(entry('create:a@example.com', { apply: 'a2' })).change).not.toBe(one.change);
});
