/** Queries as the tutorials write them, in a program and as YAML: converted whole, and repaired fix by fix. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '#core/check/index.ts';
import { jointFix } from '#core/check/fixes/jointFix.ts';
import { compileQuery } from '#core/query/compile/index.ts';
import { convertToQuery } from '#core/query/convert/index.ts';
import { isMap } from '#core/query/compile/json.ts';
import { applyEdits } from '#core/text/edit.ts';
import { readSource } from '#core/text/parse.ts';
import { toValue } from '#core/text/walk.ts';
import { now } from '../../fixtures/context.ts';
import { withoutMarkers } from '../../fixtures/markers.ts';

const name = 'tutorial.query.yaml';
const agent = '33333333-3333-4333-8333-333333333333';
const queues = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];

/** Why is the wrap-up empty: conversations with a selection, a view, and pages by token. */
const wrapUps = {
  program: `import requests
from datetime import datetime, timedelta

def query_for_wrapups():
    finish = datetime.utcnow()
    begin = finish - timedelta(hours=24)
    return {
        "interval": f"{begin.isoformat()}Z/{finish.isoformat()}Z",
        "view": "interactions",
        "size": 100,  # not more than a thousand
        "select": ["id", "type", "startTime", "wrapupcode", "wrapupcode.id", "wrapupcode.name", "participants"],
        "where": [
            {"path": "type", "operator": "in", "value": ["voice", "chat"]},  # which media
        ],
    }

answer = requests.post("https://api.mypurecloud.com/api/v2/analytics/conversations/details/query",
    headers={"Authorization": "Bearer " + token}, json=query_for_wrapups())
`,
  yaml: `# Why are these empty
kind: ConversationDetails # the endpoint of the tutorial
interval: 2026-11-18T00:00:00Z/2026-11-19T00:00:00Z # a day
view: interactions # what to look at
size: 100 # not more than a thousand
select: # without it there is nothing
  - wrapupcode # the code
  # its parts
  - wrapupcode.id
  - wrapupcode.name # by name
where:
  # all conditions
  - path: type # which media
    operator: in # one of
    value: [voice, "chat"] # as needed
nextPage: abc # go on here
`,
  where: { mediaType: ['voice', 'chat'] },
};

/** What did an agent do in the last hour. */
const recent = {
  program: `user_id = "${agent}"
query = ConversationDetailsQuery(
    view="realtime",
    interval=f"{start.isoformat()}Z/{end.isoformat()}Z",
    entity=[{"type": "conversation", "path": "participants", "selector": "participantId", "values": [user_id]}],
    size=10,
)
start = end - timedelta(hours=1)
`,
  yaml: `kind: ConversationDetails
view: realtime # for the last hour
interval: 2026-11-19T08:00:00Z/2026-11-19T09:00:00Z
entity: # who
  - type: conversation # of these
    path: participants
    # the agent
    selector: participantId # by id
    values:
      - ${agent} # me
size: 10 # enough
`,
  where: { userId: agent },
};

/** Time by queue and media, asked at the wrong endpoint. */
const sums = {
  program: `def payload_for(days_back: int = 7, only_queues=None):
    group_by = ["queue", "mediaType"]
    wanted = ["conversationCount", "holdTime", "talkTime", "waitTime", "wrapUpTime"]
    only_queues = ["${queues[0]}", "${queues[1]}"]
    payload: Dict[str, Any] = {
        "dateFrom": (now - timedelta(days=days_back)).isoformat() + "Z",
        "dateTo": now.isoformat() + "Z",
        "groupBy": group_by,
        "select": wanted,
        "timeGrain": "none"  # one total
    }
    payload["filter"] = {
        "type": "or",
        "clauses": [{"type": "field", "field": "queue.id", "op": "in", "values": only_queues}]
    }
    return payload
url = f"{base}/analytics/conversations/details/query"
`,
  yaml: `kind: ConversationDetails # it says
dateFrom: "2026-11-12T00:00:00Z" # seven days
dateTo: "2026-11-19T00:00:00Z" # until then
groupBy: [queue, mediaType] # two of them
select: # what to add up
  - conversationCount # how many
  - holdTime
  # and these
  - talkTime
  - waitTime
  - wrapUpTime # after the call
timeGrain: none # one total
filter: # only some
  type: or
  clauses:
    # of the queues
    - type: field # a field
      field: queue.id # its id
      op: in
      values: # these
        - ${queues[0]} # one
        - ${queues[1]} # two
pageToken: abc # go on here
scopes: [analytics:query:read] # what it needs
`,
};

const sumsBody = {
  groupBy: ['queueId', 'mediaType'],
  metrics: ['nConversations', 'tHeld', 'tTalk', 'tWait', 'tAcw'],
  filter: {
    type: 'or',
    clauses: [
      {
        type: 'or',
        predicates: queues.map((value) => ({ type: 'dimension', dimension: 'queueId', operator: 'matches', value })),
      },
    ],
  },
};

function converted(text: string): { readonly text: string; readonly notes: readonly string[] } {
  const result = convertToQuery(text, { now });
  if (!result.ok) throw new Error(result.message);
  return result;
}

function errorsIn(text: string): readonly string[] {
  const problems = check(readSource(name, text), { now });
  return problems.filter(({ severity }) => severity === 'error').map(({ message }) => message);
}

function queryIn(text: string): Record<string, unknown> {
  const value = toValue(readSource(name, text).documents[0]?.root);
  if (!isMap(value)) throw new Error('This is no map.');
  return { ...value };
}

function compiled(text: string): unknown {
  const value = queryIn(text);
  // It was checked against its schema: it has the shape that the compiler wants.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const file = { kind: value['kind'], document: 0, value } as unknown as Parameters<typeof compileQuery>[0];
  const result = compileQuery(file, { now });
  return result.ok ? { path: result.query.path, ...result.query.body } : result.problems;
}

/** As 'fix all' does it, until nothing that is certain is left. */
function repaired(text: string): string {
  let current = text;
  for (let step = 0; step < 20; step++) {
    const source = readSource(name, current);
    const { edits } = jointFix(check(source, { now }));
    if (edits.length === 0) return current;
    const spans = edits.map(({ range, newText }) => ({
      span: { start: source.lines.offsetAt(range.start), end: source.lines.offsetAt(range.end) },
      newText,
    }));
    current = applyEdits(current, spans);
  }
  throw new Error('The fixes never come to an end.');
}

function commentsIn(text: string): readonly string[] {
  return [...text.matchAll(/# .*$/gm)].map(([comment]) => comment).toSorted();
}

describe('the program of a tutorial', () => {
  it('about empty wrap-ups becomes a details query of a day', () => {
    const { text, notes } = converted(wrapUps.program);
    expect(errorsIn(text)).toEqual([]);
    expect(queryIn(text)).toEqual({ kind: 'ConversationDetails', interval: 'last 24 hours', where: wrapUps.where });
    expect(compiled(text)).toMatchObject({ path: '/api/v2/analytics/conversations/details/query' });
    for (const word of ['interval', 'view', 'size', 'select', 'where'])
      expect(notes.filter((note) => note.includes(`'${word}'`))).not.toEqual([]);
    expect(text).not.toContain('Bearer');
  });

  it('about recent interactions becomes a details query of an agent', () => {
    const { text } = converted(recent.program);
    expect(errorsIn(text)).toEqual([]);
    expect(queryIn(text)).toEqual({ kind: 'ConversationDetails', interval: 'last 1 hour', where: recent.where });
    expect(compiled(text)).toMatchObject({ segmentFilters: [{ predicates: [{ dimension: 'userId', value: agent }] }] });
  });

  it('that adds up becomes an aggregation, whatever endpoint it names', () => {
    const { text, notes } = converted(sums.program);
    expect(errorsIn(text)).toEqual([]);
    expect(queryIn(text)).toEqual({ kind: 'ConversationAggregates', interval: 'last 7 days', ...sumsBody });
    expect(compiled(text)).toMatchObject({ path: '/api/v2/analytics/conversations/aggregates/query', ...sumsBody });
    expect(notes[0]).toContain('aggregates endpoint');
  });

  it('says each thing that it changed in a line of its own, at the top', () => {
    const { text, notes } = converted(sums.program);
    expect(text.split('\n').slice(0, notes.length)).toEqual(notes.map((note) => `# ${note}`));
    for (const note of notes) expect(note).toMatch(/^[A-Z][^`]*\.$/);
  });
});

describe.each([
  ['wrap-ups', wrapUps.yaml, { kind: 'ConversationDetails', where: wrapUps.where }],
  ['recent interactions', recent.yaml, { kind: 'ConversationDetails', where: recent.where }],
  ['sums', sums.yaml, { kind: 'ConversationAggregates', ...sumsBody }],
])('the YAML of a tutorial about %s', (_, yaml, query) => {
  it('is repaired by fixes that keep every comment', () => {
    const text = repaired(yaml);
    expect(errorsIn(text)).toEqual([]);
    expect(queryIn(text)).toMatchObject(query);
    expect(commentsIn(text)).toEqual(commentsIn(yaml));
    expect(compiled(text)).toHaveProperty('interval');
  });

  it('is repaired with the line ends it has', () => {
    const text = repaired(yaml.replaceAll('\n', '\r\n'));
    expect(text.replaceAll('\r\n', '\n')).toBe(repaired(yaml));
    expect(text).not.toMatch(/[^\r]\n/);
  });

  it('is converted to the same query, comments too', () => {
    const { text, notes } = converted(yaml);
    expect(errorsIn(text)).toEqual([]);
    expect(queryIn(text)).toEqual(queryIn(repaired(yaml)));
    expect(commentsIn(text)).toEqual([...commentsIn(yaml), ...notes.map((note) => `# ${note}`)].toSorted());
  });

  it('says which kind it is where it did not', () => {
    const { text } = converted(yaml.replace(/^kind:.*\n/m, ''));
    expect(queryIn(text)).toMatchObject(query);
    expect(errorsIn(text)).toEqual([]);
  });
});

describe('the samples of a tutorial', () => {
  const sample = (ending: string): string =>
    readFileSync(new URL(`../../../examples/broken/from-a-tutorial.query.${ending}`, import.meta.url), 'utf8');

  it('in JSON stays JSON, fix by fix', () => {
    const text = repaired(sample('json'));
    expect(errorsIn(text)).toEqual([]);
    expect(JSON.parse(text)).toMatchObject({
      kind: 'ConversationAggregates',
      interval: '2026-11-01T00:00:00Z/2026-11-08T00:00:00Z',
      groupBy: ['queueId', 'mediaType'],
      metrics: ['nConversations', 'tHeld', 'tTalk', 'tWait', 'tAcw'],
      filter: {
        type: 'or',
        clauses: [{ type: 'or', predicates: [{ dimension: 'queueId' }, { dimension: 'queueId' }] }],
      },
    });
  });

  it('in YAML is repaired whole, comments too', () => {
    const text = withoutMarkers(sample('yaml'));
    expect(errorsIn(repaired(text))).toEqual([]);
    expect(commentsIn(repaired(text))).toEqual(commentsIn(text));
  });
});
