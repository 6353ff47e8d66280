/** The one place that calls the `yaml` library's parser, with the options that hold everywhere. */
import { Document, parseAllDocuments, YAMLParseError } from 'yaml';

/**
 * YAML 1.2 core schema, every document of the text. Never throws: errors and warnings are on the documents.
 * The library's parser recurses over some broken texts, line by line: where its stack does not suffice that is
 * an error like the others, at the start of the text. Duplicate keys are ours to find, because the library compares each key with every other one.
 */
export function parseYaml(text: string): readonly Document[] {
  // Each error of the library is an `Error`, whose stack takes longer than reading what is wrong.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    const parsed = parseAllDocuments(text, {
      version: '1.2',
      schema: 'core',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    return 'empty' in parsed ? [] : parsed;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const document = new Document(null);
    document.contents = null;
    document.errors.push(new YAMLParseError([0, Math.min(1, text.length)], 'RESOURCE_EXHAUSTION', error.message));
    return [document];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
