/** The queries of a file as typed data. */
import { documentKind } from '../check/fileKind.ts';
import { validateConversationAggregates, validateConversationDetails } from '../contract/generated/validators.mjs';
import type { QueryFile } from '../query/model.ts';
import type { DocumentNode, SourceFile } from '../text/tree.ts';
import { childOf, toValue } from '../text/walk.ts';
import { asWritten } from './asWritten.ts';

/**
 * One for each document that is a query and fits its schema. A query with an error is left out and the others of the
 * file stay, since each is run by itself.
 */
export function readQueries(source: SourceFile): readonly QueryFile[] {
  return source.documents.flatMap((document, index) =>
    isBroken(source, document) ? [] : queryOf(source.name, document, index),
  );
}

function isBroken({ problems }: SourceFile, { span }: DocumentNode): boolean {
  return problems.some(
    (problem) => problem.code !== 'unknown-tag' && problem.span.start <= span.end && problem.span.end >= span.start,
  );
}

function queryOf(name: string, { root }: DocumentNode, document: number): readonly QueryFile[] {
  const kind = documentKind(name, root);
  const value = toValue(root);
  if (kind === 'ConversationDetails' && validateConversationDetails(value))
    return [{ kind, document, value: withTexts(value, root) }];
  if (kind === 'ConversationAggregates' && validateConversationAggregates(value))
    return [{ kind, document, value: withTexts(value, root) }];
  return [];
}

/** Where our keys take a number, they take a text too, so the value still fits its schema. */
function withTexts<T extends QueryFile['value']>(value: T, root: DocumentNode['root']): T {
  const exclude = childOf(childOf(root, 'output'), 'exclude');
  return {
    ...value,
    ...(value.where !== undefined && { where: asWritten(childOf(root, 'where')) }),
    ...(value.output?.exclude !== undefined && { output: { ...value.output, exclude: asWritten(exclude) } }),
  };
}
