/** The only way to the extension: VS Code's messages, and the state that it keeps for a view. */
import type { FromView, ToView } from './messages.ts';

interface VsCodeApi {
  postMessage(message: FromView): void;
  getState(): unknown;
  setState(state: ViewMemory): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** What a view remembers over being hidden and over a reload of the window. */
export interface ViewMemory {
  /** The columns that this is about; for others, only the widths mean anything. */
  readonly columns: readonly string[];
  readonly hidden: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
  /** Pixels; see `offsets.ts`. */
  readonly offset: number;
  readonly left: number;
  readonly active: { readonly row: number; readonly column: number };
}

export interface Connection {
  send(message: FromView): void;
  listen(hear: (message: ToView) => void): void;
  recall(): ViewMemory | undefined;
  remember(memory: ViewMemory): void;
}

/** May be called once: VS Code hands out its API once a page. */
export function connect(): Connection {
  const api = acquireVsCodeApi();
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- VS Code's own, not a window's
    send: (message) => api.postMessage(message),
    listen(hear) {
      window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (isToView(data)) hear(data);
      });
    },
    recall() {
      const state = api.getState();
      return isMemory(state) ? state : undefined;
    },
    remember: (memory) => api.setState(memory),
  };
}

const isRecord = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null;

function isToView(data: unknown): data is ToView {
  if (!isRecord(data)) return false;
  switch (data['type']) {
    case 'open':
      return Array.isArray(data['columns']) && Array.isArray(data['hidden']) && Array.isArray(data['filters']);
    case 'status':
      return typeof data['length'] === 'number' && typeof data['version'] === 'number' && isRecord(data['status']);
    case 'window':
      return typeof data['id'] === 'number' && Array.isArray(data['columns']) && Array.isArray(data['cells']);
    default:
      return false;
  }
}

const isMemory = (data: unknown): data is ViewMemory =>
  isRecord(data) &&
  Array.isArray(data['columns']) &&
  Array.isArray(data['hidden']) &&
  isRecord(data['widths']) &&
  typeof data['offset'] === 'number' &&
  typeof data['left'] === 'number' &&
  isRecord(data['active']);
