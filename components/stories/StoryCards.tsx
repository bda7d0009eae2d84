/** @jsxImportSource @/lib/html */
import type { Html } from '@/lib/html/html';
import type { StoryCardModel } from '@/lib/search/stories/present';
import { StoryCard } from './StoryCard';

/** The rows of the list. */
export function StoryCards({ cards, sourceLabel }: { cards: readonly StoryCardModel[]; sourceLabel: string }): Html {
  return (
    <>
      {cards.map((card) => (
        <StoryCard key={card.id} card={card} sourceLabel={sourceLabel} />
      ))}
    </>
  );
}
