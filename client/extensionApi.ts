import type { Plan } from '#core/deploy/model.ts';
import type { Planner } from './deploy/planner.ts';
import type { LanguageFeatures } from './language/client.ts';
import type { EnvironmentService } from './session/environmentService.ts';
import type { StatusUpdates } from './ui/statusUpdates.ts';

/** What `activate` returns: a read-only look at the state, without secrets and without a way to write. */
export interface ExtensionApi {
  /** The last plan of this window. */
  currentPlan(): Plan | undefined;
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
}

export function extensionApi({ planner, environments, status, language }: Parts): ExtensionApi {
  return {
    currentPlan: () => planner.current()?.plan,
    environment: async () => (await environments.current())?.name,
    statusText: () => status.text(),
    languageServer: () => language.ready(),
  };
}
