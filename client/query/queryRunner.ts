import * as vscode from 'vscode';
import type { Genesys } from '#core/genesys/index.ts';
import type { Clock } from '#core/ports.ts';
import { guardOrg } from '#core/deploy/orgGuard.ts';
import { compileQuery, missingWords } from '#core/query/compile/index.ts';
import type { CompiledQuery } from '#core/query/compile/model.ts';
import type { OrgNames } from '#core/query/model.ts';
import { columnsOf, runQuery } from '#core/query/run/index.ts';
import { counted, figure } from '#core/query/run/words.ts';
import { Cancelled, UserError } from '../errors.ts';
import type { Copied } from '../results/resultSet.ts';
import type { RunSink, TabActions } from '../results/resultTab.ts';
import type { ResultTabs } from '../results/resultTabs.ts';
import type { Environment } from '../session/environments.ts';
import type { EnvironmentService } from '../session/environmentService.ts';
import { explained } from '../session/explained.ts';
import { planTargetOf } from '../session/planTarget.ts';
import type { Session } from '../session/session.ts';
import { isCancel, reportOf } from '../commands/boundary.ts';
import { showMessage } from '../ui/messages.ts';
import { apiUrlOf, type CompiledAtHand } from './forms.ts';
import type { OrgNamesMemory } from './orgNames.ts';
import type { QueryPlace } from './queryAtHand.ts';
import { readQuery, type ReadQuery } from './queryFiles.ts';

/** Compiles and runs the queries of this window. */
export interface QueryRunner {
  /** What would be sent, by what is known without asking the org: a name without a known id stays a name. */
  compile(place: QueryPlace): Promise<CompiledAtHand>;
  /** Asks for an environment when none is chosen, opens the result beside the query, and reads into it. */
  run(place: QueryPlace): Promise<void>;
}

export interface QueryRunnerDeps {
  readonly environments: EnvironmentService;
  readonly session: Session;
  readonly names: OrgNamesMemory;
  readonly results: ResultTabs;
  readonly clock: Clock;
}

export function createQueryRunner({ environments, session, names, results, clock }: QueryRunnerDeps): QueryRunner {
  /** Throws a `UserError` for what only the compiler sees. */
  const compiled = (
    read: ReadQuery,
    environment: Environment | undefined,
    org: OrgNames | undefined,
  ): CompiledQuery => {
    const result = compileQuery(read.query, {
      now: clock.now(),
      ...(read.project && { project: read.project }),
      ...(environment && { environment: environment.name }),
      ...(read.codes.all && { catalogs: read.codes.all }),
      ...(org && { org }),
    });
    if (result.ok) return result.query;
    throw new UserError(`${read.path} cannot be run: ${result.problems.map(({ message }) => message).join(' ')}`);
  };

  /** With ids for all names. One that was not there when names were last read is looked for anew: it may be new in the org. */
  const resolved = async (
    read: ReadQuery,
    environment: Environment,
    genesys: Genesys,
    signal: AbortSignal,
  ): Promise<{ readonly query: CompiledQuery; readonly org: OrgNames }> => {
    const startedAt = clock.now();
    const withNames = (org: OrgNames) => ({ query: compiled(read, environment, org), org });
    const known = withNames(await names.read(environment, genesys, signal));
    const isOld = known.query.missing.length > 0 && known.org.readAt < startedAt;
    const found = isOld ? withNames(await names.refresh(environment, genesys, signal)) : known;
    if (found.query.missing.length === 0) return found;
    throw new UserError(missingWords(found.query, read.codes.broken));
  };

  const readInto = async (sink: RunSink, read: ReadQuery, environment: Environment): Promise<void> => {
    const { genesys, organization } = await session.open(environment, sink.signal);
    await explained({ environment: environment.name, orgName: organization.name }, async () => {
      guardOrg(planTargetOf(environment), organization);
      const { query, org } = await resolved(read, environment, genesys, sink.signal);
      sink.step(`Querying ${organization.name}`, {
        where: `${organization.name} (${environment.name})`,
        interval: query.interval.sent,
        origin: { query: read.text, compiled: query, org: org.org, environment: environment.name },
      });
      const outcome = await runQuery({
        query,
        genesys,
        names: org,
        catalogs: read.codes.readable,
        clock,
        signal: sink.signal,
        onRows: (rows) => sink.rows(rows),
        onProgress: (progress) => sink.progress(progress),
      });
      sink.ended(outcome);
    });
  };

  const run = async (place: QueryPlace): Promise<void> => {
    const read = await readQuery(place, clock);
    const environment = await environments.currentOrAsk(read.project);
    const draft = compiled(read, environment, names.known(environment));
    const title = titleOf(read, place);
    const tab = results.tab(`${place.uri.toString()}#${place.document}`, title, actionsFor(place));
    const sink = tab.begin({
      columns: columnsOf(draft),
      facts: {
        title,
        where: environment.name,
        interval: draft.interval.sent,
        timeZone: draft.timeZone,
        unit: draft.kind === 'ConversationAggregates' ? 'group' : 'conversation',
      },
    });
    try {
      await readInto(sink, read, environment);
    } catch (error) {
      // The tab says it where one looks; the message has the buttons.
      sink.failed(isCancel(error) ? 'It was cancelled before there were any rows.' : reportOf(error).text);
      throw sink.signal.aborted ? new Cancelled() : error;
    }
  };

  /** By the commands, so that whatever fails is shown behind their boundary. */
  const actionsFor = ({ uri, document }: QueryPlace): TabActions => {
    const execute = (command: string, ...args: readonly unknown[]): void =>
      void vscode.commands.executeCommand(command, uri, document, ...args);
    return {
      rerun: () => execute('wrapsmith.runQuery'),
      showBody: () => execute('wrapsmith.showQuery'),
      copy: (copied) => void toClipboard(copied),
      exportRows: (format) => void vscode.commands.executeCommand('wrapsmith.exportResult', format),
    };
  };

  return {
    run,
    async compile(place) {
      const read = await readQuery(place, clock);
      const environment = await environments.current();
      const query = compiled(read, environment, environment && names.known(environment));
      return { query, apiUrl: apiUrlOf(environment), path: read.path };
    },
  };
}

async function toClipboard({ text, rows, left }: Copied): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  if (left === 0) return;
  const words = `The first ${counted(rows, 'row')} are copied; ${figure(left)} more do not fit. Export the result instead.`;
  showMessage('warning', words, [{ title: 'Export', command: 'wrapsmith.exportResult' }]);
}

/** `wraps.query.yaml` holds several queries: the second is called `wraps 2`. */
function titleOf({ path }: ReadQuery, { document }: QueryPlace): string {
  const name = (path.split('/').at(-1) ?? path).replace(/(?:\.query)?\.(?:ya?ml|json)$/i, '');
  return document === 0 ? name : `${name} ${document + 1}`;
}
