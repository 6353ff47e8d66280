/** Somebody in front of a browser: opens the sandbox's sign-in page, says something there, and goes where it leads. */
import { listenForRedirect } from '#host/loopbackRedirect.ts';
import type { BrowserPorts } from '#core/genesys/index.ts';
import { fakeClock, type FakeClock } from './fakeClock.ts';

export interface Person {
  readonly ports: BrowserPorts;
  /** Every address that was opened. */
  readonly opened: string[];
  /** The pages that the browser showed at its way's end. */
  readonly shown: string[];
}

export interface PersonOptions {
  readonly decision?: 'allow' | 'deny';
  /** The id of a user; the first that the page offers otherwise. */
  readonly user?: string;
  /** What else happens before the page is answered. */
  readonly before?: (redirectUri: string) => Promise<void>;
  readonly port?: number;
}

/** What is said on the page is all that a test decides; the rest is what the page holds. */
export function personAtBrowser({ decision = 'allow', user, before, port = 0 }: PersonOptions = {}): Person {
  const opened: string[] = [];
  const shown: string[] = [];
  return {
    opened,
    shown,
    ports: {
      listen: (accepts) => listenForRedirect(port, accepts),
      async open(url) {
        opened.push(url);
        await before?.(new URL(url).searchParams.get('redirect_uri') ?? '');
        const back = await answerPage(url, decision, user);
        // As a browser does: the program is not waited for, and may have gone away.
        if (back !== undefined) void pageAt(back).then((page) => shown.push(page));
      },
    },
  };
}

const pageAt = async (url: string): Promise<string> =>
  fetch(url).then(
    (page) => page.text(),
    () => 'Nobody is there.',
  );

/** Where the page sends the browser; undefined for a page without a way back. */
async function answerPage(url: string, decision: string, user: string | undefined): Promise<string | undefined> {
  const page = await fetch(url, { redirect: 'manual' });
  const refused = page.headers.get('location');
  if (refused !== null) return refused;
  const html = await page.text();
  const name = /name="page" value="([^"]+)"/.exec(html)?.[1];
  const action = /<form method="post" action="([^"]+)"/.exec(html)?.[1];
  const first = /<option value="([^"]+)"[^>]* selected/.exec(html)?.[1];
  if (name === undefined || action === undefined || first === undefined) return undefined;
  const answer = await fetch(new URL(action, url), {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ page: name, user: user ?? first, decision }).toString(),
  });
  return answer.headers.get('location') ?? undefined;
}

/** The fake clock, but that a wait of minutes does not pass: it is for the browser, which answers over a real socket. */
export function clockForBrowser(): FakeClock {
  const clock = fakeClock();
  return {
    ...clock,
    now: () => clock.now(),
    sleep: (ms, signal) => (ms < 4 * 60_000 ? clock.sleep(ms, signal) : aborted(signal)),
  };
}

function aborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
}
