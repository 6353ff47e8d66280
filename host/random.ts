import type { Random } from '#core/ports.ts';

export const systemRandom: Random = { next: () => Math.random() };
