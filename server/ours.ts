import { documentKind } from '#core/check/index.ts';
import type { OpenDocument } from './documents.ts';
import { LANGUAGE_ID } from './protocol.ts';

/**
 * Whether a document is one of ours: by its language, by its name, or by the `kind:` in it. An editor may send us
 * every YAML file there is; about the others nothing is said.
 */
export function isOurs({ uri, languageId, text }: OpenDocument): boolean {
  if (languageId === LANGUAGE_ID || documentKind(uri, undefined) !== undefined) return true;
  const { documents } = text.layout?.head.source ?? text.source();
  return documents.some(({ root }) => documentKind(uri, root) !== undefined);
}
