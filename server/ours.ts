import { documentKind } from '#core/check/index.ts';
import { fileKinds } from '#core/contract/schema.ts';
import type { OpenDocument } from './documents.ts';
import { LANGUAGE_ID } from './protocol.ts';

const OUR_KINDS = new RegExp(fileKinds.join('|'));

/**
 * Whether a document is one of ours: by its language, by its name, or by the `kind:` in it. An editor may send us
 * every YAML file there is; about the others nothing is said.
 */
export function isOurs({ uri, languageId, text }: OpenDocument): boolean {
  if (languageId === LANGUAGE_ID || documentKind(uri, undefined) !== undefined) return true;
  const { layout } = text;
  // A long file of somebody else is not read at every key.
  if (layout === undefined && !OUR_KINDS.test(text.text())) return false;
  const { documents } = layout?.head.source ?? text.source();
  return documents.some(({ root }) => documentKind(uri, root) !== undefined);
}
