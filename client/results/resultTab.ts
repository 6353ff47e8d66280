import type { Column, Row, RunOutcome, RunProgress } from '#core/query/run/model.ts';
import type { Clock } from '#core/ports.ts';
import { type Copied, createResultSet, type ResultSet } from './resultSet.ts';
import type { ResultsPanel } from './resultsPanel.ts';
import { endedStatus, failedStatus, runningStatus, type RunFacts } from './statusWords.ts';
import type { FromView, ViewStatus } from './view/messages.ts';

/** What a person does in the tab that is more than looking at rows. */
export interface TabActions {
  rerun(): void;
  showBody(): void;
  copy(copied: Copied): void;
  exportRows(format: 'csv' | 'json'): void;
}

/** A result as it stands: rows may still arrive. */
export interface ShownResult {
  readonly set: ResultSet;
  readonly facts: RunFacts;
  readonly status: ViewStatus;
  /** Undefined until the run has ended. */
  readonly outcome: RunOutcome | undefined;
}

export interface NewRun {
  readonly columns: readonly Column[];
  /** As far as they are known before the org is asked. */
  readonly facts: RunFacts;
}

/** Where a run puts its rows. Nothing that comes after the tab was closed, or after another run began, is shown. */
export interface RunSink {
  /** Aborted by the Cancel of the view, by closing the tab and by the next run. */
  readonly signal: AbortSignal;
  rows(rows: readonly Row[]): void;
  progress(progress: RunProgress): void;
  /** What is being done before there are rows, and what is known of the run by then. */
  step(text: string, known?: Partial<RunFacts>): void;
  ended(outcome: RunOutcome): void;
  failed(message: string): void;
}

/** One query's result in an editor tab: the present run, its rows and what the view asks for. */
export interface ResultTab {
  begin(run: NewRun): RunSink;
  /** The present run's, where there is one. */
  result(): ShownResult | undefined;
  reveal(): void;
}

interface Run {
  readonly set: ResultSet;
  facts: RunFacts;
  readonly stop: AbortController;
  status: ViewStatus;
  outcome: RunOutcome | undefined;
}

export function createResultTab(panel: ResultsPanel, clock: Clock, actions: TabActions): ResultTab {
  let run: Run | undefined;
  let isOpen = false;
  let hidden: readonly string[] = [];

  const tell = (of: Run, status: ViewStatus): void => {
    of.status = status;
    if (of === run && isOpen) of.set.tell(status);
  };

  panel.onClosed(() => {
    isOpen = false;
    run?.stop.abort();
    run = undefined;
  });
  panel.onMessage((message) => {
    if (message.type === 'ready') {
      isOpen = true;
      if (run) show(run);
    } else if (run) act(run, message);
  });

  const show = (shown: Run): void => {
    shown.set.open(shown.facts.title, hidden);
    shown.set.tell(shown.status);
  };

  const act = (shown: Run, message: FromView): void => {
    switch (message.type) {
      case 'cancel':
        return shown.stop.abort();
      case 'rerun':
        return actions.rerun();
      case 'showBody':
        return actions.showBody();
      case 'copy':
        return actions.copy(shown.set.copy(message, message.headings));
      case 'hidden':
        hidden = message.columns;
        return;
      case 'export':
        return actions.exportRows(message.format);
      default:
        return shown.set.handle(message);
    }
  };

  return {
    reveal: () => panel.reveal(),
    result: () => run,
    begin({ columns, facts }) {
      run?.stop.abort();
      const set = createResultSet({ columns, timeZone: facts.timeZone, post: (message) => panel.post(message) });
      const startedAt = clock.now();
      const stop = new AbortController();
      const begun: Run = {
        facts,
        set,
        stop,
        status: runningStatus(facts, 0, undefined, 0),
        outcome: undefined,
      };
      run = begun;
      panel.rename(facts.title);
      if (isOpen) show(begun);
      let step: string | undefined = 'Reading the names of the org';
      let last: RunProgress | undefined;
      const tellRunning = (): void =>
        tell(begun, runningStatus(begun.facts, clock.now() - startedAt, last, set.length('all'), step));
      tellRunning();
      void everySecond(clock, stop.signal, () => {
        const goesOn = run === begun && begun.status.state === 'running';
        if (goesOn) tellRunning();
        return goesOn;
      });
      return {
        signal: stop.signal,
        rows(rows) {
          set.append(rows);
          tellRunning();
        },
        progress(progress) {
          step = undefined;
          last = progress;
          tellRunning();
        },
        step(text, known = {}) {
          step = text;
          begun.facts = { ...begun.facts, ...known };
          tellRunning();
        },
        ended(outcome) {
          begun.outcome = outcome;
          tell(begun, endedStatus(begun.facts, outcome, set.length('all')));
        },
        failed: (message) =>
          tell(begun, failedStatus(begun.facts, message, clock.now() - startedAt, set.length('all'))),
      };
    },
  };
}

/** So that the time counts on while an answer is awaited. Ends when `tell` says so, or with the signal. */
async function everySecond(clock: Clock, signal: AbortSignal, tell: () => boolean): Promise<void> {
  try {
    do await clock.sleep(1000, signal);
    while (tell());
  } catch {
    // The run was stopped, and says itself how it ended.
  }
}
