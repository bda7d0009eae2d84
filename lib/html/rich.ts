import { type Content, type Html, toHtml } from './html';

/** What a message is given: values as text, and what to make of each of its tags. */
type RichValues = Readonly<Record<string, string | number | ((inside: Content) => Html)>>;

/**
 * A message with tags in it: `rich((values) => t.rich('credits', values), { link: (inside) => <a href={…}>{inside}</a> })`.
 * What the message says is text, and escaped.
 * @param say asks the translator; a function, so that it checks the key
 */
// biome-ignore lint/suspicious/noExplicitAny: the translator wants React's nodes, and hands on whatever the tags make
export function rich(say: (values: any) => unknown, values: RichValues): Html {
  const made: Html[] = [];
  const tags = Object.entries(values).map(([name, value]) => {
    if (typeof value !== 'function') return [name, value] as const;
    const make = (inside: Content) => {
      const html = value(inside);
      made.push(html);
      return html;
    };
    return [name, make] as const;
  });
  const said = say(Object.fromEntries(tags));
  // A message that is one tag and nothing else comes back as a text: that of the element we made for it.
  const alone = typeof said === 'string' && made.find((html) => html.toString() === said);
  return alone || toHtml(said as Content);
}
