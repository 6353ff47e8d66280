import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { bodyText, curlText, gcText } from '#core/query/compile/index.ts';
import { aggregates, details } from './world.ts';

/** What shells act on: quotes, expansions, comments, here-document ends, and what JSON itself escapes. */
const names = [
  `O'Brien's "best" queue`,
  '$HOME `id` $(id) \\ \\\\ \\n %s ~ * ? # ; & | < >',
  '!! !$ wow!',
  'BODY\nBODY\n$(id)',
  '@file',
  'Żółć 日本 👍 \u2028 \u0007',
];

const query = details(`where: { subject: ${JSON.stringify(names)} }`);

/** What a shell gives to the command: its arguments, or its input. `first` replaces the command itself. */
function shell(script: string, first: string): string {
  return execFileSync('sh', ['-s'], {
    input: `${first}\n${script}\n`,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, GENESYSCLOUD_ACCESS_TOKEN: 't o k' },
  });
}

describe('the copied form of a query', () => {
  it('is JSON as sent', () => {
    expect(JSON.parse(bodyText(query))).toEqual(query.body);
    expect(bodyText(aggregates(''))).toMatch(/^\{\n {2}"interval"/);
  });

  it('as cURL gives curl the very body, whatever is in it', () => {
    const text = curlText(query, 'https://api.mypurecloud.ie/');
    const [args = '', body = ''] = shell(text, String.raw`curl() { printf '%s\n' "$@"; printf '\0'; cat; }`).split(
      '\0',
    );
    expect(args.trim().split('\n')).toEqual([
      '--request',
      'POST',
      'https://api.mypurecloud.ie/api/v2/analytics/conversations/details/query',
      '--header',
      'Authorization: Bearer t o k',
      '--header',
      'Content-Type: application/json',
      '--data-binary',
      '@-',
    ]);
    expect(JSON.parse(body)).toEqual(query.body);
  });

  it('as gc gives gc the very body', () => {
    const text = gcText(query);
    expect(text.split('\n')[0]).toBe("gc analytics conversations details query create <<'BODY'");
    expect(JSON.parse(shell(text, 'gc() { cat; }'))).toEqual(query.body);
    expect(gcText(aggregates('')).split('\n')[0]).toBe("gc analytics conversations aggregates query create <<'BODY'");
  });

  it('may be longer than an argument can be', () => {
    const long = details(
      `where: { conversationId: [${Array.from({ length: 5000 }, (_, index) => `id-${index}`).join(', ')}] }`,
    );
    expect(JSON.parse(shell(curlText(long, 'https://api.mypurecloud.ie'), 'curl() { cat; }'))).toEqual(long.body);
  });

  it('has nothing in it that an interactive shell takes for history', () => {
    expect(curlText(query, 'https://api.mypurecloud.ie')).not.toContain('!');
    expect(gcText(query)).not.toContain('!');
  });
});
