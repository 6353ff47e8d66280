/** The sandbox's command line. */
import { tokenSecondsRange } from './facts.ts';
import { parseSwitch, type Switches } from './switches.ts';

export interface Args {
  readonly port?: number;
  readonly seed?: number;
  readonly rate?: number;
  readonly conversationsPerDay?: number;
  readonly tokenSeconds?: number;
  readonly redirectUris?: readonly string[];
  /** A file with the public key of the identity gateway. */
  readonly gatewayKeyFile?: string;
  readonly control: boolean;
  readonly switches: Partial<Switches>;
}

/** Where each number goes, and its bounds. */
const numbers = {
  '--port': ['port', 0, 65_535],
  '--seed': ['seed', 0, 999_999_999],
  '--rate': ['rate', 1, 1_000_000],
  '--conversations': ['conversationsPerDay', 0, 5_000],
  '--sign-in-seconds': ['tokenSeconds', tokenSecondsRange.min, tokenSecondsRange.max],
} as const;

const options = [...Object.keys(numbers), '--redirect-uri', '--gateway-key', '--control', '--switch name=value'];

/** Reads the options; all but `--control` have a value. Throws an Error with a plain sentence. */
export function parseArgs(argv: readonly string[]): Args {
  const found: { -readonly [Name in keyof Args]: Args[Name] } = { control: false, switches: {} };
  const redirectUris: string[] = [];
  const rest = [...argv];
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    if (name === '--control') {
      found.control = true;
      continue;
    }
    const value = rest.shift();
    if (value === undefined) throw new Error(`${name} needs a value.`);
    if (name === '--switch') Object.assign(found.switches, parseSwitch(value));
    else if (name === '--redirect-uri') redirectUris.push(address(name, value));
    else if (name === '--gateway-key') found.gatewayKeyFile = value;
    else if (isNumberOption(name)) {
      const [field, lowest, highest] = numbers[name];
      found[field] = wholeNumber(name, value, lowest, highest);
    } else throw new Error(`There is no option '${name}'. Use one of: ${options.join(', ')}.`);
  }
  return redirectUris.length === 0 ? found : { ...found, redirectUris };
}

const isNumberOption = (name: string): name is keyof typeof numbers => Object.hasOwn(numbers, name);

function address(name: string, text: string): string {
  if (URL.canParse(text)) return text;
  throw new Error(`${name} is a whole address such as http://localhost:8765/, not '${text}'.`);
}

function wholeNumber(name: string, text: string, lowest: number, highest: number): number {
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value >= lowest && value <= highest) return value;
  throw new Error(`${name} is a whole number from ${lowest} to ${highest}, not '${text}'.`);
}
