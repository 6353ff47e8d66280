import {
  fact,
  mark,
  newAllCells,
  newQueueLedger,
  newRuleReads,
  newRulesFor,
  newTracker,
  openLayout,
  openWhole,
  tell,
  type Beginning,
  type Part,
  type Reader,
  type Shared,
} from '../../check/live/index.ts';
import { fileKindOf } from '../../check/fileKind.ts';
import { rules } from '../../check/rules/index.ts';
import { uniqueNames } from '../../check/indexes/uniqueNames.ts';
import type { HeadEntry } from '../../check/entry.ts';
import type { GenesysProject } from '../../contract/generated/files.ts';
import type { CatalogCode, OrgNames } from '../../query/model.ts';
import type { LiveText } from '../../text/live/index.ts';
import { catalogCodes } from '../catalogCodes.ts';
import { readProject } from '../read.ts';
import { declaredIn, liveContext } from './liveContext.ts';
import type { LiveProject } from './model.ts';

const codeRules = rules.filter(({ inCode }) => inCode !== undefined);

/** An empty project at the beginning of time. */
export function createLiveProject(): LiveProject {
  const files = new Map<string, { text: LiveText; part: Part }>();
  /** Files whose part does not fit their text any more. */
  const outdated = new Set<string>();
  const stale = new Set<string>();
  const tracker = newTracker();
  const pointers = new WeakMap<HeadEntry, Set<Reader>>();
  let parts: readonly Part[] = [];
  let isComplete = true;
  let [now, moves] = [0, 0];
  let org: OrgNames | undefined;
  let project: GenesysProject | undefined;
  let isAlone = true;
  let codes: { readonly list: readonly CatalogCode[] | undefined } | undefined;
  let queueNames = new Map<string, readonly string[]>();
  let unknowing: readonly string[] | undefined;

  const tellAll = (bits: number): void => {
    if ((bits & fact.queueNames) !== 0) queueNames = new Map();
    if ((bits & fact.queuesAreKnown) !== 0) unknowing = undefined;
    for (const { seen, readers } of parts) if ((seen & bits) !== 0) tell(readers, bits);
  };
  /** For what is asked about only where it is there. */
  const markAll = (): void => {
    for (const { readers } of parts) for (const reader of readers) mark(reader);
  };
  /** Files with queues that could not be read. */
  const doNotKnowQueues = (): readonly string[] =>
    (unknowing ??= parts.filter((part) => !part.knowsQueues).map(({ file }) => file));

  const shared: Shared = {
    tracker,
    cells: newAllCells(tracker, (key) => {
      for (const part of parts) part.queueChanged(key);
    }),
    ledger: newQueueLedger(() => tellAll(fact.fullQueues)),
    codeReads: newRuleReads(tracker, codeRules),
    rulesFor: newRulesFor(codeRules),
    headReads: newRuleReads(
      tracker,
      rules.filter(({ inHead }) => inHead !== undefined),
    ),
    until: Infinity,
    get now() {
      return now;
    },
    get org() {
      return org;
    },
    get project() {
      return project;
    },
    get isAlone() {
      return isAlone;
    },
    get moves() {
      return moves;
    },
    get parts() {
      return parts;
    },
    get catalogCodes() {
      return (codes ??= { list: allCodes() }).list;
    },
    contextFor: (file) => liveContext(shared, file),
    queueNames(file) {
      const known = queueNames.get(file);
      if (known !== undefined) return known;
      const own = parts.filter((part) => part.file === file);
      const others = isAlone ? [] : parts.filter((part) => part.file !== file);
      const names = uniqueNames([...own, ...others].flatMap(declaredIn));
      queueNames.set(file, names);
      return names;
    },
    queuesAreKnown: (file) => !doNotKnowQueues().includes(file) && (isAlone || shared.othersKnowQueues(file)),
    othersKnowQueues: (file) => isComplete && doNotKnowQueues().every((other) => other === file),
    tell: tellAll,
    codesChanged() {
      codes = undefined;
      tellAll(fact.catalogCodes | fact.anything);
    },
    linesMoved(file) {
      moves++;
      for (const part of parts) {
        if (!part.pointsTo.has(file)) continue;
        part.moved();
        stale.add(part.file);
      }
    },
    stale: (file) => stale.add(file),
    pointersTo(head) {
      const known = pointers.get(head) ?? new Set<Reader>();
      pointers.set(head, known);
      return known;
    },
  };

  const allCodes = (): readonly CatalogCode[] | undefined => {
    if (isAlone) return [];
    const read = parts.filter(({ file }) => fileKindOf(file) === 'WrapUpCatalog');
    const values = read.map(({ isSound, catalogs }) => (isSound ? catalogs.map((catalog) => catalog.value()) : []));
    const isWhole = isComplete && values.every((list) => list.length > 0 && list.every((value) => value !== undefined));
    return isWhole
      ? catalogCodes(
          values.flat().filter((value) => value !== undefined),
          project,
        )
      : undefined;
  };

  /** Has those look again who know which queues there are, where a file says something else than before. */
  const announce = (before: string | undefined, after: Part | undefined): void => {
    unknowing = undefined;
    if (before !== (after && namesIn(after))) tellAll(fact.queueNames | fact.queuesAreKnown);
  };
  /** Opens a file among the others. Its items are looked at when the project knows its head. */
  const enter = (text: LiveText, before: string | undefined, how: Beginning): void => {
    const file = text.name;
    const others = parts;
    const enterAs = <P extends Part>(part: P): P => {
      files.set(file, { text, part });
      parts = [...others, part].toSorted((a, b) => (a.file < b.file ? -1 : 1));
      return part;
    };
    const takesPart = fileKindOf(file) === 'WrapUpCatalog';
    const layout = takesPart ? openLayout(text, shared) : undefined;
    let told = before;
    if (layout !== undefined) {
      enterAs(layout);
      announce(told, layout);
      if (layout.begin(how)) return;
      told = namesIn(layout);
      parts = others;
    }
    const whole = enterAs(openWhole(text, shared, takesPart));
    if (takesPart) announce(told, whole);
  };
  /** Puts another part, or none, in the place of a file's part. */
  const swap = (file: string, text: LiveText | undefined, how: Beginning): void => {
    outdated.delete(file);
    const before = files.get(file)?.part;
    const isCatalog = fileKindOf(file) === 'WrapUpCatalog';
    const told = before && namesIn(before);
    before?.close();
    parts = parts.filter((part) => part !== before);
    files.delete(file);
    stale.add(file);
    if (text !== undefined) enter(text, told, how);
    else if (isCatalog) announce(told, undefined);
    if (fileKindOf(file) === 'GenesysProject') readProjectFile();
    if (isCatalog) shared.codesChanged();
    unknowing = undefined;
    shared.linesMoved(file);
  };
  const namesIn = (part: Part): string => JSON.stringify([part.knowsQueues, declaredIn(part)]);

  const readProjectFile = (): void => {
    const file = parts.find((part) => fileKindOf(part.file) === 'GenesysProject');
    const text = file && files.get(file.file)?.text;
    const found = text && readProject(text.source());
    const wasAlone = isAlone;
    isAlone = text === undefined;
    if (wasAlone !== isAlone || (found?.policy === undefined) !== (project?.policy === undefined)) markAll();
    if (wasAlone === isAlone && JSON.stringify(found) === JSON.stringify(project)) return;
    project = found;
    queueNames = new Map();
    shared.codesChanged();
    tellAll(fact.project | fact.naming);
  };

  /** Brings all parts up to date with their texts. */
  const refresh = (): void => {
    for (const file of outdated) swap(file, files.get(file)?.text, 'check');
  };

  return {
    put: (text) => swap(text.name, text, 'read'),
    putChecked: (text) => swap(text.name, text, 'check'),
    remove: (name) => swap(name, undefined, 'read'),
    names: () => parts.map(({ file }) => file),
    text: (name) => files.get(name)?.text,
    changed(name, touched) {
      const file = files.get(name);
      if (file === undefined || outdated.has(name)) return;
      if (!file.part.change(touched)) outdated.add(name);
      stale.add(name);
    },
    setComplete(value) {
      if (value === isComplete) return;
      isComplete = value;
      tellAll(fact.queuesAreKnown);
      shared.codesChanged();
    },
    setOrg(value) {
      if (value === org) return;
      const isNews = (value === undefined) !== (org === undefined);
      org = value;
      if (isNews) markAll();
      else tellAll(fact.org);
    },
    setNow(value) {
      const before = now;
      if (value === before) return;
      now = value;
      tellAll(value < before ? fact.now | fact.past : fact.now);
      if (value <= shared.until) return;
      shared.until = Infinity;
      for (const { readers } of parts)
        for (const reader of readers) {
          if (reader.until < value) mark(reader);
          else shared.until = Math.min(shared.until, reader.until);
        }
    },
    problems(name) {
      refresh();
      return files.get(name)?.part.problems() ?? [];
    },
    contextFor(name) {
      refresh();
      return liveContext(shared, name);
    },
    takeStale() {
      refresh();
      const names = [...stale].filter((name) => files.has(name)).toSorted();
      stale.clear();
      return names;
    },
  };
}
