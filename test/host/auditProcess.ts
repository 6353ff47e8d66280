// A process of its own that writes to the trail: node test/host/auditProcess.ts <folder> <name> <entries>
import { fileAuditLog } from '#host/auditFile.ts';
import { systemClock } from '#host/clock.ts';

const [folder = '', name = '', many = '0'] = process.argv.slice(2);
const log = fileAuditLog({ folder, orgId: 'org-1', clock: systemClock, onNote: (note) => console.error(note) });
const facts = {
  at: '2026-11-20T12:00:00.000Z',
  apply: 'a1',
  action: 'create',
  actor: { kind: 'client', id: 'c-1' },
  org: { id: 'org-1', name: 'Acme' },
  environment: 'dev',
  name,
  call: { method: 'POST', path: '/api/v2/routing/wrapupcodes' },
  outcome: 'done',
  fingerprint: 'f',
} as const;
for (let index = 0; index < Number(many); index++) {
  const change = `${name} ${index}`;
  await log.append({ ...facts, change });
  console.log(change);
}
