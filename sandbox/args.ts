/** The sandbox's command line. */
import { parseSwitch, type Switches } from './switches.ts';

export interface Args {
  readonly port?: number;
  readonly seed?: number;
  readonly rate?: number;
  readonly conversationsPerDay?: number;
  readonly switches: Partial<Switches>;
}

const options = '--port, --seed, --rate, --conversations or --switch name=value';

/** Reads `--port n --seed n --rate n --conversations n --switch name=value`. Throws an Error with a plain sentence. */
export function parseArgs(argv: readonly string[]): Args {
  const numbers: { port?: number; seed?: number; rate?: number; conversationsPerDay?: number } = {};
  const switches: Partial<Switches> = {};
  for (let index = 0; index < argv.length; index += 2) {
    const [name = '', value] = argv.slice(index, index + 2);
    if (value === undefined) throw new Error(`${name} needs a value.`);
    if (name === '--switch') Object.assign(switches, parseSwitch(value));
    else if (name === '--port') numbers.port = wholeNumber(name, value, 0, 65_535);
    else if (name === '--seed') numbers.seed = wholeNumber(name, value, 0, 999_999_999);
    else if (name === '--rate') numbers.rate = wholeNumber(name, value, 1, 1_000_000);
    else if (name === '--conversations') numbers.conversationsPerDay = wholeNumber(name, value, 0, 5_000);
    else throw new Error(`There is no option '${name}'. Use ${options}.`);
  }
  return { ...numbers, switches };
}

function wholeNumber(name: string, text: string, lowest: number, highest: number): number {
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value >= lowest && value <= highest) return value;
  throw new Error(`${name} is a whole number from ${lowest} to ${highest}, not '${text}'.`);
}
