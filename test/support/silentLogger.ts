import type { Logger } from '#core/ports.ts';
import { loggerTo } from '#host/logger.ts';

export const silentLogger: Logger = loggerTo(() => undefined);
