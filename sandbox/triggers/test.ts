/** What a test of a trigger with an event says: `TestModeResults`. */
import { isJsonObject, type JsonObject, objectsIn, textIn } from '../json.ts';
import type { Trigger } from '../org/model.ts';
import { meets, valueAt } from './match.ts';

/** The names and numbers of the steps are inferred. */
export function testResults(trigger: Trigger, event: unknown): JsonObject {
  const isEvent = isJsonObject(event);
  const details = objectsIn(trigger.fields['matchCriteria']).map((criterion) => tested(criterion, event));
  const isMatch = details.every(({ match }) => match === true);
  return {
    schemaValidation: {
      name: 'schemaValidation',
      step: 1,
      matches: isEvent,
      details: isEvent ? [] : ['The event is no JSON object.'],
    },
    targetValidation: { name: 'targetValidation', step: 2, matches: true, details: [] },
    jsonPathValidation: { name: 'jsonPathValidation', step: 3, matches: isMatch, details },
    triggerMatches: isEvent && isMatch,
  };
}

/** `MatchCriteriaTestResult`. */
function tested(criterion: JsonObject, event: unknown): JsonObject {
  const path = textIn(criterion, 'jsonPath');
  const found = valueAt(event, path);
  return {
    ...criterion,
    match: meets(criterion, event),
    jsonPathExtraction: found === undefined ? [] : [{ path, value: asJson(found) }],
  };
}

/** What was found in JSON is JSON. */
function asJson(value: unknown): JsonObject[string] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the event came from JSON.parse
  return value as JsonObject[string];
}
