import { createHash } from 'node:crypto';
import type { Html } from '@/lib/html/html';
import { jsx } from '@/lib/html/jsx-runtime';
import { presentRenderStore } from '@/lib/html/render-store';
import { MarkupElement, type MarkupElementProps, type MarkupTag } from './MarkupElement';

type MarkupProps<T extends MarkupTag> = Omit<MarkupElementProps<T>, 'version' | 'html'> & {
  html: Html;
  /** The content goes into the flight data too: for what the browser renders alone, as it does where nothing is found. */
  inFlight?: boolean;
};

/** An element whose content is finished HTML (lib/html): React takes all of it as one piece. */
export function Markup<T extends MarkupTag>({ html, inFlight = false, ...element }: MarkupProps<T>) {
  const markup = html.toString();
  const version = createHash('sha1').update(markup).digest('base64url').slice(0, 10);
  const store = inFlight ? undefined : presentRenderStore();
  store?.set(version, markup);
  return (
    <MarkupElement
      {...(element as unknown as MarkupElementProps<T>)}
      version={version}
      html={store ? undefined : markup}
    />
  );
}

/** As a piece of other finished HTML it is its element and nothing more (lib/html/from-react). */
Markup.written = ({ as, html, inFlight: _, ...attributes }: MarkupProps<MarkupTag>): Html =>
  jsx(as, { ...attributes, children: html });
