import { Fragment } from 'react';
import type { TextModel } from '@/lib/stories/present';

/** A text of a story: its paragraphs and lines; one in another language is marked, and says so. */
export function TextView({ text: { paragraphs, lang, only }, className }: { text: TextModel; className?: string }) {
  return (
    <>
      {paragraphs.map((lines, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of one text have no other identity
        <p key={index} lang={lang ?? undefined} className={className}>
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: nor have its lines
            <Fragment key={at}>
              {at > 0 && <br />}
              {line}
            </Fragment>
          ))}
        </p>
      ))}
      {only && <p className="small muted">{only}</p>}
    </>
  );
}
