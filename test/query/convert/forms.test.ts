/** The forms in which people copy queries, and what is said where there is none. */
import { describe, expect, it } from 'vitest';
import { convertToQuery } from '#core/query/convert/index.ts';
import { isMap } from '#core/query/compile/json.ts';
import { readSource } from '#core/text/parse.ts';
import { toValue } from '#core/text/walk.ts';

const plain = {
  kind: 'ConversationAggregates',
  interval: '2026-11-01/2026-11-08',
  groupBy: ['queueId'],
  metrics: ['tHandle'],
};

const forms: readonly (readonly [string, string])[] = [
  ['JSON', '{"interval":"2026-11-01/2026-11-08","groupBy":["queueId"],"metrics":["tHandle"]}'],
  [
    'JSON with comments and commas at the end',
    '{ // all\n"interval":"2026-11-01/2026-11-08", /* by */ "groupBy":["queueId",],\n"metrics":["tHandle"],\n}\n',
  ],
  [
    'JSON without its braces',
    '"interval": "2026-11-01/2026-11-08",\n"groupBy": ["queueId"],\n"metrics": ["tHandle"]\n',
  ],
  [
    'JavaScript',
    "const body = {\n  interval: '2026-11-01/2026-11-08',\n  groupBy: ['queueId'], // one\n  metrics: [`tHandle`],\n};\nawait api.postAnalyticsConversationsAggregatesQuery(body);\n",
  ],
  [
    'a Python dict',
    "{'interval': '2026-11-01' '/2026-11-08', 'groupBy': ['queueId'], # one\n 'metrics': ('tHandle',)}",
  ],
  [
    'keys set one after the other',
    'body = {}\nbody["interval"] = "2026-11-01/2026-11-08"\nbody["groupBy"] = ["queueId"]\nbody["metrics"] = ["tHandle"]\n',
  ],
  [
    'arguments of a class',
    'query = ConversationAggregationQuery(interval="2026-11-01/2026-11-08", groupBy=["queueId"], metrics=["tHandle"])\n',
  ],
  [
    'a body in a variable of JSON',
    'data = json.dumps({"interval": "2026-11-01/2026-11-08", "groupBy": ["queueId"], "metrics": ["tHandle"]})\n',
  ],
  [
    'curl',
    'curl -X POST https://api.mypurecloud.de/api/v2/analytics/conversations/aggregates/query \\\n  -H \'Authorization: Bearer hush\' -H \'Content-Type: application/json\' \\\n  -d \'{"interval":"2026-11-01/2026-11-08","groupBy":["queueId"],"metrics":["tHandle"]}\'\n',
  ],
  [
    'curl with double quotes',
    'curl "https://api.mypurecloud.de/api/v2/analytics/conversations/aggregates/query" -H "Authorization: Bearer hush" --data "{\\"interval\\":\\"2026-11-01/2026-11-08\\",\\"groupBy\\":[\\"queueId\\"],\\"metrics\\":[\\"tHandle\\"]}"',
  ],
  [
    'curl with --json=',
    '$ curl --json=\'{"interval":"2026-11-01/2026-11-08","groupBy":["queueId"],"metrics":["tHandle"]}\' https://x/api/v2/analytics/conversations/aggregates/query',
  ],
  [
    'fetch of the developer tools',
    'fetch("https://apps.mypurecloud.de/platform/api/v2/analytics/conversations/aggregates/query", {\n  "headers": {\n    "authorization": "bearer hush"\n  },\n  "body": "{\\"interval\\":\\"2026-11-01/2026-11-08\\",\\"groupBy\\":[\\"queueId\\"],\\"metrics\\":[\\"tHandle\\"]}",\n  "method": "POST"\n});',
  ],
  ['YAML without a kind', 'interval: 2026-11-01/2026-11-08\ngroupBy: [queueId]\nmetrics:\n  - tHandle\n'],
];

function valueOf(text: string): unknown {
  const result = convertToQuery(text);
  if (!result.ok) throw new Error(result.message);
  expect(result.text).not.toContain('hush');
  const value = toValue(readSource('', result.text).documents[0]?.root);
  return isMap(value) ? value : undefined;
}

function messageOf(text: string): string | undefined {
  const result = convertToQuery(text);
  return result.ok ? undefined : result.message;
}

describe('a query is found in', () => {
  it.each(forms)('%s', (_, text) => expect(valueOf(text)).toEqual(plain));

  it.each(forms)('%s, with Windows line ends', (_, text) => {
    expect(valueOf(text.replaceAll('\n', '\r\n'))).toEqual(plain);
  });
});

describe('what is read', () => {
  it('has words of Python and JavaScript as values', () => {
    expect(valueOf("{'interval': 'yesterday', 'metrics': ['tHandle'], 'flattenMultivaluedDimensions': True}")).toEqual({
      kind: 'ConversationAggregates',
      interval: 'yesterday',
      metrics: ['tHandle'],
      flattenMultivaluedDimensions: true,
    });
  });

  it('is put in an order that reads well, in few lines', () => {
    const result = convertToQuery(
      '{"filter":{"type":"and","predicates":[{"dimension":"mediaType","value":"voice"}]},"metrics":["nOffered","tHandle"],"groupBy":["queueId"],"granularity":"P1D","interval":"2026-11-01T00:00:00Z/2026-11-08T00:00:00Z"}',
    );
    expect(result).toEqual({
      ok: true,
      notes: [],
      text: `kind: ConversationAggregates
interval: 2026-11-01T00:00:00Z/2026-11-08T00:00:00Z
granularity: P1D
groupBy: [queueId]
metrics: [nOffered, tHandle]
filter:
  type: and
  predicates:
    - { dimension: mediaType, value: voice }
`,
    });
  });

  it('keeps its kind where it has one', () => {
    expect(valueOf('{"kind":"ConversationDetails","interval":"yesterday"}')).toEqual({
      kind: 'ConversationDetails',
      interval: 'yesterday',
    });
  });

  it('takes its kind from the path where its keys do not tell', () => {
    const path = '/api/v2/analytics/conversations/aggregates/query';
    const command = `curl -d '{"interval":"yesterday"}' https://api.mypurecloud.com${path}`;
    expect(valueOf(command)).toEqual({
      kind: 'ConversationAggregates',
      interval: 'yesterday',
      metrics: ['nConversations'],
    });
  });

  it('has a place to fill in for what only the program knows', () => {
    const result = convertToQuery(
      'body = {"interval": "yesterday", "segmentFilters": [{"type": "or", "predicates": [{"dimension": "queueId", "value": queue.id}]}]}',
    );
    expect(result.ok && result.text).toContain('value: <queue.id>');
    expect(result.ok && result.notes).toEqual([
      "Only the program knows 'queue.id': write the value in place of '<queue.id>'.",
    ]);
  });

  it('says what is left to do where no fix knows', () => {
    const result = convertToQuery('{"interval": "yesterday", "metrics": ["xyzzy"]}');
    expect(result.ok && result.notes.join()).toMatch(/^Still to do: 'metrics' cannot be 'xyzzy'/);
  });

  it('loses no secret into a note', () => {
    const result = convertToQuery(
      '{"interval":"yesterday","client_secret":"hush","headers":{"Authorization":"Bearer hush"}}',
    );
    expect(JSON.stringify(result)).not.toContain('hush');
    expect(result.ok).toBe(true);
  });
});

describe('where there is no query', () => {
  it.each([
    ['nothing', ' \n', 'nothing to convert'],
    ['an empty body', '{}', 'body is empty'],
    ['a very long text', '{'.repeat(1_000_001), 'too long'],
    ['a sentence', 'How do I do this?', 'No query was found'],
    ['a list', '[1, 2]', 'No query was found'],
    ['a program about something else', 'print("hello")\nx = {"a": 1}\n', 'No query was found'],
    ['a command without a body', 'curl https://api.mypurecloud.com/api/v2/users/me', 'sends no body'],
    [
      'a command with its body in a file',
      'curl -d @body.json https://x/api/v2/analytics/conversations/details/query',
      'body.json',
    ],
    [
      'a query of a kind to come',
      'curl -d \'{"metrics":["oWaiting"]}\' https://x/api/v2/analytics/queues/observations/query',
      'no kind of file for yet',
    ],
  ])('%s: says so', (_, text, says) => {
    expect(messageOf(text)).toContain(says);
    expect(messageOf(text)).toMatch(/^[A-Z'][^`!]*\.$/);
  });

  it.each(['{', '{"a":', "{'a': f'{", 'curl', 'a = {', '((((', '{"interval": "x"', '[[[[', '"', '{{{{'])(
    'does not fall over %j',
    (text) => {
      expect(() => convertToQuery(text)).not.toThrow();
    },
  );
});
