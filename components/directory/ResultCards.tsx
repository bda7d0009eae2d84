/** @jsxImportSource @/lib/html */
import type { Html } from '@/lib/html/html';
import type { DirectoryWords } from '@/lib/search/present';
import type { CardModel } from '@/lib/search/present-cards';
import { ResultCard } from './ResultCard';

/** The rows of the list. */
export function ResultCards({ t, cards }: { t: DirectoryWords; cards: readonly CardModel[] }): Html {
  return (
    <>
      {cards.map((card) => (
        <ResultCard t={t} key={card.id} card={card} />
      ))}
    </>
  );
}
