import { formatCount, formatFileSize } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { words } from '@/lib/i18n/words';
import { LIST_LIMITS } from '@/lib/submissions/fields';
import { fileAddress } from './addresses';
import { seenWords, type WordsClash } from './answers';
import type { DocumentView, FileVerdict, PhotoView } from './schema';

/** A file as the form shows it, in the visitor's language; the same from the server's page and for our script. */
export interface FileItem {
  key: string;
  name: string;
  /** Size in pixels or pages, and in bytes, in words. */
  facts: string;
  /** A small picture of a photo; null for a document. */
  picture: { src: string; width: number; height: number } | null;
  alt: string;
  author: string;
  audience: 'public' | 'staff';
  offersPlace: boolean;
  /** The words that are stored, to be sent back with those that are typed (`seenWords`). */
  seen: string;
}

export interface FileItems {
  photos: FileItem[];
  documents: FileItem[];
}

export function presentFiles(
  locale: Locale,
  { photos, documents }: { photos: readonly PhotoView[]; documents: readonly DocumentView[] },
): FileItems {
  return {
    photos: photos.map((photo) => presentPhoto(locale, photo)),
    documents: documents.map((document) => presentDocument(locale, document)),
  };
}

function presentPhoto(locale: Locale, { key, name, bytes, width, height, sizes, ...photo }: PhotoView): FileItem {
  const t = words(locale, 'StoryFiles');
  const small = sizes[0];
  return {
    key,
    name: name || t('facts.nameless'),
    facts: t('facts.photo', {
      width: formatCount(locale, width),
      height: formatCount(locale, height),
      size: formatFileSize(locale, bytes),
    }),
    picture: small ? { src: fileAddress(key, `${small.name}.jpg`), width: small.width, height: small.height } : null,
    alt: photo.alt,
    author: photo.author,
    audience: 'public',
    offersPlace: photo.offersPlace,
    seen: seenWords({ audience: '', ...(photo.stored ?? photo) }),
  };
}

function presentDocument(locale: Locale, { key, name, bytes, pages, audience, stored }: DocumentView): FileItem {
  const t = words(locale, 'StoryFiles');
  const size = formatFileSize(locale, bytes);
  return {
    key,
    name: name || t('facts.nameless'),
    facts: t('facts.document', { pages, shown: formatCount(locale, pages), size }),
    picture: null,
    alt: '',
    author: '',
    audience,
    offersPlace: false,
    seen: seenWords({ alt: '', author: '', audience: stored?.audience ?? audience }),
  };
}

/** What is said of one file of an upload: why it was not taken, or that it was. */
export function verdictText(locale: Locale, verdict: FileVerdict): string {
  const t = words(locale, 'StoryFiles');
  if (verdict.ok) return t('report.added');
  return t(`refused.${verdict.code}`, { max: LIST_LIMITS[verdict.kind === 'photo' ? 'photos' : 'documents'].max });
}

/** That words of files were changed in another tab too: what stands there now. Null when none were. */
export function clashText(locale: Locale, clashes: readonly WordsClash[]): string | null {
  if (clashes.length === 0) return null;
  return words(locale, 'StoryFiles')('clash', { stored: clashes.map(({ stored }) => stored).join(', ') });
}
