import type { Plan } from '#core/deploy/model.ts';
import type { Row } from '#core/query/run/model.ts';
import type { Planner } from './deploy/planner.ts';
import type { LanguageFeatures } from './language/client.ts';
import type { ResultTabs } from './results/resultTabs.ts';
import type { ViewStatus } from './results/view/messages.ts';
import type { EnvironmentService } from './session/environmentService.ts';
import type { StatusUpdates } from './ui/statusUpdates.ts';

/** What `activate` returns: a read-only look at the state, without secrets and without a way to write. */
export interface ExtensionApi {
  /** The last plan of this window. */
  currentPlan(): Plan | undefined;
  /** How the result in front stands, and its rows in the order of the view; undefined while there is none. */
  result(): { readonly status: ViewStatus; readonly columns: readonly string[]; rows(): Iterable<Row> } | undefined;
  /** The current environment's name, as the file at hand resolves it. */
  environment(): Promise<string | undefined>;
  /** The status bar's text; undefined while it is hidden. */
  statusText(): string | undefined;
  /** Resolves when the language server answers; undefined while no file of ours was opened. */
  languageServer(): Promise<void> | undefined;
}

interface Parts {
  readonly planner: Planner;
  readonly environments: EnvironmentService;
  readonly status: StatusUpdates;
  readonly language: LanguageFeatures;
  readonly results: ResultTabs;
}

export function extensionApi({ planner, environments, status, language, results }: Parts): ExtensionApi {
  return {
    currentPlan: () => planner.current()?.plan,
    result() {
      const shown = results.current();
      if (!shown) return undefined;
      const { set, status: now } = shown;
      return { status: now, columns: set.columns.map(({ key }) => key), rows: () => set.rows('shown') };
    },
    environment: async () => (await environments.current())?.name,
    statusText: () => status.text(),
    languageServer: () => language.ready(),
  };
}
