import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import type { DiffPart } from '@/lib/shared/word-diff';

/** A text with what was added and taken out: by ground, by underline and strike, and in words for who does not see them. */
export function DiffText({ locale, parts }: { locale: Locale; parts: readonly DiffPart[] }) {
  const t = words(locale, 'DeskStory');
  return (
    <p className="diff">
      {parts.map(({ kind, text }, at) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other identity
        if (kind === 'same') return <span key={at}>{text}</span>;
        const Tag = kind === 'new' ? 'ins' : 'del';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Tag key={at}>
            <span className="vh">{t(kind === 'new' ? 'changes.added' : 'changes.gone')} </span>
            {text}
          </Tag>
        );
      })}
    </p>
  );
}
