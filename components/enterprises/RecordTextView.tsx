/** @jsxImportSource @/lib/html */
import type { RecordText } from '@/lib/site/record/present';

/** A text of the record; one in another language is marked and says so. */
export function RecordTextView({ text: { text, lang, only } }: { text: RecordText }) {
  if (lang === null) return text;
  return (
    <>
      <span lang={lang}>{text}</span> <span className="only">({only})</span>
    </>
  );
}
