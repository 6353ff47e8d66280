/** Tabs in indentation: YAML refuses them, people's editors write them. */
import type { Span } from './position.ts';
import type { DocumentNode, Node, SyntaxProblem } from './tree.ts';

const leading = /^[ \t]*\t[ \t]*(?=[^\s#])/gm;

/** The same text with a space for each tab in indentation, so that every offset stays and the rest can be read. */
export function withoutTabs(text: string): string {
  return text.replace(leading, (spaces) => ' '.repeat(spaces.length));
}

/** One problem for each line that a tab indents; what follows from the tabs is left out. */
export function tabProblems(
  text: string,
  documents: readonly DocumentNode[],
  others: readonly SyntaxProblem[],
): SyntaxProblem[] {
  const inside = longScalars(documents);
  const tabs: SyntaxProblem[] = [];
  for (const match of text.matchAll(leading)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (inside.some((scalar) => scalar.start < span.start && span.start < scalar.end)) continue;
    tabs.push({ code: 'tab-indent', message: 'YAML is indented with spaces, not tabs.', span });
  }
  const consequences = new Set(['bad-indent', 'yaml-syntax', 'quotes-needed', 'tab-indent']);
  return [...tabs, ...others.filter(({ code }) => tabs.length === 0 || !consequences.has(code))];
}

/** Scalars over several lines, where a tab is text. */
function longScalars(documents: readonly DocumentNode[]): Span[] {
  const found: Span[] = [];
  const visit = (node: Node | undefined): void => {
    if (node === undefined || node.alias === true) return;
    if (node.kind === 'scalar' && node.source.includes('\n')) found.push(node.span);
    if (node.kind === 'seq') node.items.forEach(visit);
    if (node.kind === 'map') for (const pair of node.pairs) visit(pair.value);
  };
  for (const document of documents) visit(document.root);
  return found;
}
