/** Takes known secrets out of text that is about to be logged or shown. */
export interface Redactor {
  /** From now on `secret` is never printed. */
  know(secret: string): void;
  clean(text: string): string;
}

/** Shorter ones would blank ordinary words. */
const SHORTEST = 6;

export function redactor(): Redactor {
  const forms = new Set<string>();
  return {
    know(secret) {
      if (secret.length < SHORTEST) return;
      // As it is, and as it may stand in an address or in JSON.
      for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) forms.add(form);
    },
    clean: (text) => [...forms].reduce((rest, form) => rest.replaceAll(form, '…'), text),
  };
}
