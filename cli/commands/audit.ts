import { withExample } from '../options.ts';
import { registerAuditShow } from './auditShow.ts';
import { registerAuditVerify } from './auditVerify.ts';
import type { RegisterCommand } from './command.ts';

export const registerAudit: RegisterCommand = (program, io, end) => {
  const command = program.command('audit').description('show or verify what was done to orgs from this machine');
  withExample(command, 'wrapsmith audit show --since 7d --env prod');
  registerAuditShow(command, io, end);
  registerAuditVerify(command, io, end);
};
