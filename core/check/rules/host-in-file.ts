import { meantRegion } from '../../contract/inventions.ts';
import { replaceText } from '../../text/edit.ts';
import { isText } from '../../text/walk.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { isHost } from './unknown-region.ts';

/** A host or address as region: a file that anyone can edit must not decide where a token is sent. */
export const hostInFile: Rule = {
  code: 'host-in-file',
  severity: 'error',
  inProject: (entry) =>
    entry.issues.flatMap(({ keyword, path, node }): Finding[] => {
      if (keyword !== 'enum' || path.at(-1) !== 'region' || !isText(node) || !isHost(node.value)) return [];
      const region = meantRegion(node.value);
      const message =
        'A project names a published region and never a host, so that no file can send a sign-in elsewhere. ' +
        (region === undefined
          ? 'Write the domain (`mypurecloud.ie`) or the AWS name (`eu-west-1`) of a region.'
          : `Write \`${region.domain}\`.`);
      const fix = region === undefined || node.alias === true ? undefined : [replaceText(node, region.domain)];
      return [{ span: node.span, message, fixes: fixIf(`Change to \`${region?.domain}\``, fix, true) }];
    }),
};
