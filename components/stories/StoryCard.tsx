/** @jsxImportSource @/lib/html */
import { MarkedText } from '@/components/directory/MarkedText';
import type { StoryCardModel } from '@/lib/search/stories/present';
import { StoryTileHtml } from './StoryTileHtml';

/** One story in the list. The map finds the card by its id, and marks it with `is-on`. */
export function StoryCard({ card, sourceLabel }: { card: StoryCardModel; sourceLabel: string }) {
  const lang = card.lang ?? undefined;
  return (
    <li className="card story-card" data-story-id={card.id}>
      <StoryTileHtml />
      <div>
        <h3 lang={lang}>
          <a href={card.href}>
            <MarkedText pieces={card.title} />
          </a>
        </h3>
        <p className="where">
          <MarkedText pieces={card.line} />
        </p>
      </div>
      <div className="body">
        <p className="what" lang={lang}>
          <MarkedText pieces={card.summary} />
        </p>
        <p className="meta">
          <span>{card.kinds}</span>
          {card.onlyIn && <span>{card.onlyIn}</span>}
          <span className="basis">{card.origin.text}</span>
          {card.source && (
            <span>
              {sourceLabel}{' '}
              <a href={card.source.url} rel="nofollow noopener">
                {card.source.name}
              </a>
            </span>
          )}
        </p>
      </div>
    </li>
  );
}
