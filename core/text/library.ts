/** The one place that calls the `yaml` library's parser, with the options that hold everywhere. */
import { parseAllDocuments, type Document } from 'yaml';

/**
 * YAML 1.2 core schema, every document of the text. Never throws: errors and warnings are on the documents.
 * Duplicate keys are ours to find, because the library compares each key with every other one.
 */
export function parseYaml(text: string): readonly Document[] {
  const parsed = parseAllDocuments(text, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  return 'empty' in parsed ? [] : parsed;
}
