import { isTimeZone } from '../../query/compile/index.ts';
import { replaceText } from '../../text/edit.ts';
import { isText } from '../../text/walk.ts';
import { field, type Entry } from '../entry.ts';
import { fixIf, type Finding, type Rule } from '../rule.ts';
import { closest, didYouMean } from '../suggest.ts';

/** A time zone that the IANA database does not have. */
export const unknownTimeZone: Rule = {
  code: 'unknown-time-zone',
  severity: 'error',
  inProject: look,
  inQuery: look,
};

function look(entry: Entry): readonly Finding[] {
  const node = field(entry, 'timeZone');
  if (!isText(node) || node.value.trim() === '' || isTimeZone(node.value)) return [];
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const city = zones.find(
    (zone) => zone.split('/').at(-1)?.replaceAll('_', ' ').toLowerCase() === node.value.toLowerCase(),
  );
  const meant = city ?? closest(node.value, zones);
  const fix = meant === undefined || node.alias === true ? undefined : [replaceText(node, meant)];
  const message = `\`${node.value}\` is no time zone.${didYouMean(meant) || ' Write one as in `Europe/Amsterdam`.'}`;
  return [{ span: node.span, message, fixes: fixIf(`Change to \`${meant}\``, fix, true) }];
}
