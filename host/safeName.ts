/** Ids come from outside: nothing of them may leave the folder or be a device's name. Different ids stay different. */
export function safeName(id: string): string {
  return `_${id.replace(/[^A-Za-z0-9-]/g, (unit) => `_${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}`;
}

/** The id that a `safeName` stands for; undefined for any other name. */
export function nameOf(safe: string): string | undefined {
  if (!/^_(?:[A-Za-z0-9-]|_[0-9a-f]{4})*$/.test(safe)) return undefined;
  return safe.slice(1).replace(/_([0-9a-f]{4})/g, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16)));
}
