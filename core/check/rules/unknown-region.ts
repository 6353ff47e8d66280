import { meantRegion } from '../../contract/inventions.ts';
import { findRegion, regions } from '../../contract/regions.ts';
import { replaceText } from '../../text/edit.ts';
import { isText } from '../../text/walk.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { closest, didYouMean } from '../suggest.ts';

/** A region that is not published. A host or an address is `host-in-file`. */
export const unknownRegion: Rule = {
  code: 'unknown-region',
  severity: 'error',
  inProject: (entry) =>
    entry.issues.flatMap(({ keyword, path, node }): Finding[] => {
      if (keyword !== 'enum' || path.at(-1) !== 'region' || !isText(node) || isHost(node.value)) return [];
      const names = regions.flatMap(({ domain, awsRegion }) => [domain, awsRegion]);
      const spelled = findRegion(node.value) === undefined ? undefined : node.value.trim().toLowerCase();
      const meant = spelled ?? closest(node.value, names);
      const message = `\`${node.value}\` is no published Genesys Cloud region.${didYouMean(meant) || ' Regions are named by domain (`mypurecloud.ie`) or AWS name (`eu-west-1`).'}`;
      return [
        {
          span: node.span,
          message,
          fixes: fixIf(
            `Change to \`${meant}\``,
            meant === undefined || node.alias === true ? undefined : [replaceText(node, meant)],
            true,
          ),
        },
      ];
    }),
};

/** True where the text is an address, or a host that is more than a misspelled domain. */
export function isHost(text: string): boolean {
  return (
    findRegion(text) === undefined &&
    (/[/:]/.test(text) ||
      /^(?:api|login|apps)\./i.test(text) ||
      (text.includes('.') && meantRegion(text) !== undefined))
  );
}
