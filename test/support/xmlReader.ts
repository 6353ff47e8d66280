/** A strict reader of the XML that tests meet: elements, attributes, text. Throws on anything that is not well-formed. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function readXml(xml: string): XmlElement {
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml) || /\p{Cs}/u.test(xml)) {
    throw new Error('A character that XML cannot hold');
  }
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/, '');
  const tokens = body.match(/<[^<>]*>|[^<>]+/g) ?? [];
  if (tokens.join('') !== body) throw new Error('A stray angle bracket');
  let next = 0;
  const element = (): XmlElement => {
    const open = /^<([\w-]+)((?:\s+[\w-]+="[^"]*")*)\s*(\/?)>$/.exec(tokens[next++] ?? '');
    if (!open) throw new Error(`No element at ${tokens[next - 1]}`);
    const [, name = '', written = '', slash] = open;
    const attributes: Record<string, string> = {};
    for (const [, key = '', value = ''] of written.matchAll(/([\w-]+)="([^"]*)"/g)) {
      if (key in attributes) throw new Error(`Two attributes ${key}`);
      attributes[key] = decode(value);
    }
    const children: XmlElement[] = [];
    let text = '';
    if (slash !== '/') {
      while (tokens[next] !== `</${name}>`) {
        if (next >= tokens.length) throw new Error(`<${name}> is never closed`);
        if (tokens[next]?.startsWith('<')) children.push(element());
        else text += decode(tokens[next++] ?? '');
      }
      next++;
    }
    return { name, attributes, children, text };
  };
  const root = element();
  if (tokens.slice(next).join('').trim() !== '') throw new Error('Something after the root');
  return root;
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+))?;?/g, (whole, number?: string, name?: string) => {
    const character = number ? String.fromCodePoint(Number(number)) : ENTITIES[name ?? ''];
    if (character === undefined || !whole.endsWith(';')) throw new Error(`Not an entity: ${whole}`);
    return character;
  });
}
