/**
 * The sandbox: a stand-in for a Genesys Cloud org on loopback, login and API on one address.
 * It is written from the published models and shares no code with the product, so that it can prove it wrong.
 */
import { createServer, type IncomingMessage } from 'node:http';
import type { ConversationSource } from './analytics/model.ts';
import { createConversationSource } from './analytics/source.ts';
import { createAnswers } from './answers.ts';
import { refusalAnswer } from './api.ts';
import { readBody } from './body.ts';
import { type Clock, systemClock } from './clock.ts';
import { createCommands } from './control/commands.ts';
import { createFaultRules } from './control/rules.ts';
import { type Control, openControl } from './control/server.ts';
import { internalError } from './errors.ts';
import type { Answer } from './exchange.ts';
import { defaultTokenSeconds, limitValue } from './facts.ts';
import type { FaultHook } from './faults.ts';
import { closeServer, listen } from './listen.ts';
import { type LoggedRequest, type OpenRequest, searchForLog } from './log.ts';
import { isLoopbackHost } from './loopback.ts';
import { registeredRedirects, seedSignInApps, type SignInApps } from './oauth/apps.ts';
import { createGateway, gatewayPath } from './oauth/gateway.ts';
import { createSignInSessions } from './oauth/sessions.ts';
import { createOrgEdits, type OrgEdits } from './org/edits.ts';
import type { Clients, Org } from './org/model.ts';
import { addNewerFields } from './org/newerFields.ts';
import { seedOrg } from './org/seed.ts';
import { seededRandom } from './random.ts';
import { sendAnswer, type Wire } from './respond.ts';
import { sendFaulty } from './sendFaulty.ts';
import { type Switches, switchesWith } from './switches.ts';
import { createTokenStore, newSecret } from './tokens.ts';
import type { World } from './world.ts';

export interface SandboxOptions {
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** The org is a function of it, but for the clients' secrets, which are made for each run; default 1. */
  readonly seed?: number;
  /** Requests a minute for one token; default is the published 300. */
  readonly rate?: number;
  readonly clock?: Clock;
  /** Conversations on a working day; default 400. */
  readonly conversationsPerDay?: number;
  /** Instead of the conversations that are made from the seed. */
  readonly conversations?: ConversationSource;
  readonly switches?: Partial<Switches>;
  /** Asked once for each request, before anything else. */
  readonly fault?: FaultHook;
  /** Seconds that a token lives, 300 to 172,800; default is the published day. */
  readonly tokenSeconds?: number;
  /** The addresses that a sign-in may go back to where only registered ones count. */
  readonly redirectUris?: readonly string[];
  /** A public RSA key in PEM: opens the identity gateway, for JWTs that are signed with its other half. */
  readonly gatewayKey?: string;
  /** Opens the control port. */
  readonly control?: boolean;
}

export interface Sandbox {
  /** `http://127.0.0.1:<port>`, for login and API. */
  readonly url: string;
  readonly port: number;
  /** The full client's. */
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clients: Clients;
  /** The clients that people sign in through. */
  readonly apps: SignInApps;
  /** Where the identity gateway takes JWTs, if it is open. */
  readonly gatewayUrl: string | undefined;
  /** The control port, if it is open. */
  readonly control: Pick<Control, 'url' | 'secret'> | undefined;
  /** The live org. Tests may read it; requests change it. */
  readonly org: Org;
  /** Changes the org as somebody else would, between two requests. */
  readonly edit: OrgEdits;
  readonly switches: Switches;
  /** All requests so far, in the order of their arrival. */
  readonly log: readonly LoggedRequest[];
  /** Ends all tokens, as an administrator could. */
  revokeTokens(): void;
  /** Ends all connections and the server. */
  close(): Promise<void>;
}

/** Starts a sandbox on 127.0.0.1. Rejects if the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const seed = options.seed ?? 1;
  const clock = options.clock ?? systemClock;
  const ids = seededRandom(`${seed}/created`);
  const correlationIds = seededRandom(`${seed}/correlation`);
  const org = seedOrg(seed, newSecret);
  const switches: Settable<Switches> = switchesWith(options.switches);
  if (switches.newerFields === 'yes') addNewerFields(org);
  const tokens = createTokenStore(clock, options.tokenSeconds ?? defaultTokenSeconds);
  const perDay = options.conversationsPerDay;
  const world: World = {
    org,
    conversations:
      options.conversations ??
      createConversationSource({ seed, org, clock, ...(perDay === undefined ? {} : { perDay }) }),
    clock,
    switches,
    tokens,
    rate: options.rate ?? limitValue('platform.api.token.rate.per.minute'),
    newId: () => ids.uuid(),
  };
  const issuer = {
    org,
    tokens,
    switches,
    apps: seedSignInApps(
      (kind, name) => seededRandom(`${seed}/${kind}/${name}`).uuid(),
      newSecret,
      options.redirectUris ?? registeredRedirects,
    ),
    sessions: createSignInSessions(clock, tokens),
  };
  const gateway = options.gatewayKey === undefined ? undefined : await createGateway(options.gatewayKey, issuer, clock);
  const answers = createAnswers({ world, issuer, gateway });
  const log: OpenRequest[] = [];
  const rules = createFaultRules();
  const edit = createOrgEdits(world);

  const server = createServer((request, response) => {
    const url = targetOf(request);
    const wire: Wire = { response, correlationId: correlationIds.uuid(), hasBody: request.method !== 'HEAD' };
    const entry: OpenRequest = {
      index: log.length,
      method: request.method ?? '',
      path: url.pathname,
      search: searchForLog(url.pathname, url.search),
      at: clock.now(),
      correlationId: wire.correlationId,
    };
    log.push(entry);
    serve(request, url, wire, entry).catch((error: unknown) => {
      // The other side went away, or the sandbox has a bug: then say so as the API would.
      entry.failure = String(error);
      if (!response.headersSent) sendAnswer(wire, refusalAnswer(internalError(), wire.correlationId));
    });
  });

  /** Reads the body, then carries the request out in one go, unless a fault comes between. */
  async function serve(request: IncomingMessage, url: URL, wire: Wire, entry: OpenRequest): Promise<void> {
    const body = await readBody(request);
    const fault = isLoopbackHost(request.headers.host) ? (options.fault?.(entry) ?? rules.hook(entry)) : undefined;
    if (fault) entry.fault = fault.kind;
    wire.response.once('finish', () => (entry.status = wire.response.statusCode));
    const carryOut = (): Promise<Answer> => answers(request, url, body, entry);
    if (!fault) return sendAnswer(wire, await carryOut());
    const token = bearer(request);
    await sendFaulty(wire, fault, {
      clock,
      carryOut,
      carryOutLagging(seconds) {
        const { consistencyDelay, queueCodesDelay, updateDelay } = switches;
        Object.assign(switches, { consistencyDelay: seconds, queueCodesDelay: seconds, updateDelay: seconds });
        // All of the work is done before the promise is there.
        const answer = carryOut();
        Object.assign(switches, { consistencyDelay, queueCodesDelay, updateDelay });
        return answer;
      },
      expireToken: () => tokens.expire(token),
      revokeToken: () => tokens.revoke(token),
    });
  }

  const port = await listen(server, options.port ?? 0);
  const url = `http://127.0.0.1:${port}`;
  const setSwitches = (set: Partial<Switches>): void => void Object.assign(switches, set);
  const control = options.control
    ? await openControl(createCommands({ world, edit, rules, log, setSwitches }))
    : undefined;
  const { full } = world.org.clients;
  return {
    url,
    port,
    clientId: full.id,
    clientSecret: full.secret,
    clients: world.org.clients,
    apps: issuer.apps,
    gatewayUrl: gateway && url + gatewayPath,
    control,
    org: world.org,
    edit,
    switches,
    log,
    revokeTokens: () => tokens.revokeAll(),
    close: async () => void (await Promise.all([closeServer(server), control?.close()])),
  };
}

/** The control port may change a switch at any time. */
type Settable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Path and query of a request. What is no path, such as the absolute form for proxies, becomes `/`. */
function targetOf(request: IncomingMessage): URL {
  const target = request.url?.startsWith('/') ? request.url : '/';
  return new URL(`http://127.0.0.1${target}`);
}

function bearer(request: IncomingMessage): string {
  return (request.headers.authorization ?? '').replace(/^Bearer /i, '');
}
