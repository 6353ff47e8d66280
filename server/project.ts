import { fileKindOf } from '#core/check/index.ts';
import { openText, type Touched } from '#core/text/live/index.ts';
import { createLiveProject, type LiveProject } from '#core/workspace/live/index.ts';
import type { Background } from './background.ts';
import type { OpenDocument } from './documents.ts';
import type { ServerFiles } from './files.ts';
import { isOurs } from './ours.ts';
import { describe } from './runner.ts';
import { uriKey } from './uriKey.ts';

/** A `genesys.yaml` and its files, or one document that has none; open documents win over the disk, saved or not. */
export interface Project {
  /** Its `genesys.yaml`. */
  readonly uri: string | undefined;
  readonly live: LiveProject;
  /** Resolves when its `genesys.yaml` was read: before that nothing should be said. */
  readonly ready: Promise<void>;
  readonly open: ReadonlySet<OpenDocument>;
  /** Takes an open document in, under the file that it is. False where another document is open for the same file. */
  enter(document: OpenDocument, file: string): boolean;
  /** To be called before a document is asked about: it may have become one of ours, or none. */
  admit(document: OpenDocument): boolean;
  changed(document: OpenDocument, touched: Touched): void;
  /** From here on the disk speaks for it. */
  leave(document: OpenDocument): void;
  /** Looks in the background which files there are, and reads those that are new or of which `isOutdated` is true. */
  follow(isOutdated: (file: string) => boolean): void;
  /** True while files are read from disk; `onRead` is called at the end of it. */
  isReading(): boolean;
  /** Resolves when all its files are read. */
  whole(): Promise<void>;
  /** Its files that could not be read. */
  unreadable(): readonly string[];
}

export interface ProjectParts {
  readonly files: ServerFiles;
  readonly background: Background;
  /** Called when files were read, so that what is known may be something else. */
  readonly onRead: (project: Project) => void;
  readonly onError: (message: string) => void;
}

/** How many files are read from the disk at a time. */
const AT_A_TIME = 8;

/** Files are known by the address of the file itself, in one spelling; `names` says how each is called in `live`. */
export function createProject(uri: string | undefined, { files, background, onRead, onError }: ProjectParts): Project {
  const live = createLiveProject();
  const names = new Map<string, string>();
  const open = new Map<string, OpenDocument>();
  const keys = new Map<OpenDocument, string>();
  /** By key. */
  const unreadable = new Map<string, string>();
  let outdated: ((file: string) => boolean)[] = [];
  let following: Promise<void> | undefined;
  let isListed = uri === undefined;

  const tellComplete = (): void => {
    const isCatalogMissing = [...unreadable.values()].some((name) => fileKindOf(name) === 'WrapUpCatalog');
    live.setComplete(isListed && !isCatalogMissing);
  };
  const drop = (key: string): void => {
    const name = names.get(key);
    names.delete(key);
    if (name !== undefined) live.remove(name);
  };
  const nameIt = (key: string, name: string): void => {
    if (names.get(key) !== name) drop(key);
    names.set(key, name);
  };
  const putFromDisk = (key: string, name: string, text: string | undefined): void => {
    if (open.has(key)) return;
    if (text === undefined) {
      drop(key);
      unreadable.set(key, name);
      return;
    }
    unreadable.delete(key);
    if (names.get(key) === name && live.text(name)?.text() === text) return;
    nameIt(key, name);
    live.put(openText(name, text));
  };

  const pass = async (project: string): Promise<void> => {
    const reasons = outdated;
    outdated = [];
    const members = await files.members(project);
    const listed = await Promise.all(members.map(async (name) => ({ name, key: uriKey(await files.real(name)) })));
    const inList = new Set(listed.map(({ key }) => key));
    for (const key of names.keys()) if (!inList.has(key) && !open.has(key)) drop(key);
    for (const key of unreadable.keys()) if (!inList.has(key)) unreadable.delete(key);
    const wanted = listed.filter(
      ({ key, name }) => !open.has(key) && (names.get(key) !== name || reasons.some((isOutdated) => isOutdated(key))),
    );
    for (let at = 0; at < wanted.length; at += AT_A_TIME) {
      const some = wanted.slice(at, at + AT_A_TIME);
      const texts = await Promise.all(some.map(({ name }) => files.read(name)));
      for (const [index, { key, name }] of some.entries()) {
        await background.turn();
        putFromDisk(key, name, texts[index]);
      }
    }
    isListed = true;
    tellComplete();
  };
  const follow = async (project: string): Promise<void> => {
    try {
      while (outdated.length > 0) await pass(project);
    } finally {
      following = undefined;
    }
    onRead(self);
  };
  const readProject = async (project: string): Promise<void> => {
    const key = uriKey(await files.real(project));
    const text = await files.read(project);
    if (text !== undefined) putFromDisk(key, project, text);
  };

  const self: Project = {
    uri,
    live,
    ready: uri === undefined ? Promise.resolve() : readProject(uri),
    get open() {
      return new Set(open.values());
    },
    enter(document, file) {
      const key = uriKey(file);
      if ((open.get(key) ?? document) !== document) return false;
      open.set(key, document);
      keys.set(document, key);
      if (unreadable.delete(key)) tellComplete();
      drop(key);
      self.admit(document);
      return true;
    },
    admit(document) {
      const key = keys.get(document);
      if (key === undefined) return false;
      const isOne = isOurs(document);
      if (isOne && !names.has(key)) {
        nameIt(key, document.text.name);
        live.putChecked(document.text);
      }
      if (!isOne) drop(key);
      return isOne;
    },
    changed(document, touched) {
      const key = keys.get(document);
      if (key === undefined || !names.has(key)) return;
      try {
        live.changed(document.text.name, touched);
      } catch (error) {
        // It is our mistake, which must not stay with the file until it is closed.
        onError(`A change of ${document.uri} was not followed, so all of it is read again: ${describe(error)}`);
        live.put(document.text);
      }
    },
    leave(document) {
      const key = keys.get(document);
      if (key === undefined) return;
      keys.delete(document);
      open.delete(key);
      self.follow((file) => file === key);
    },
    follow(isOutdated) {
      if (uri === undefined) return;
      outdated.push(isOutdated);
      following ??= background.start(`Reading the project ${uri}`, () => follow(uri));
    },
    isReading: () => following !== undefined,
    whole: () => background.hurry(following ?? Promise.resolve()),
    unreadable: () => [...unreadable.values()],
  };
  tellComplete();
  return self;
}
