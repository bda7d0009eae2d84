import type { StoryContent } from './content';

/** What of the author's name the public sees: all of it, its initials, or nothing, as the author chose. */
export function publicAuthorName(contactName: string | null, showName: StoryContent['showName']): string | null {
  const name = contactName?.trim() ?? '';
  if (name === '' || showName === 'no') return null;
  return showName === 'yes' ? name : initialsOf(name);
}

/** "Ana Marija Petrović-Ilić" is "A. M. P. I."; letters of two signs (Lj, Nj, Dž) stay together. */
function initialsOf(name: string): string {
  return name
    .split(/[\s-]+/u)
    .flatMap((word) => /^(?:Lj|Nj|Dž|LJ|NJ|DŽ|\p{L})/u.exec(word)?.[0] ?? [])
    .map((letter) => `${letter}.`)
    .join(' ');
}
