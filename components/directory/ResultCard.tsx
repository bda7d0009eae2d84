/** @jsxImportSource @/lib/html */
import { TileHtml } from '@/components/ui/TileHtml';
import type { DirectoryWords } from '@/lib/search/present';
import type { CardModel } from '@/lib/search/present-cards';
import { MarkedText } from './MarkedText';

/** One enterprise in the list. The map finds the card by its id, and marks it with `is-on`. */
export function ResultCard({ t, card }: { t: DirectoryWords; card: CardModel }) {
  return (
    <li className="card" data-enterprise-id={card.id}>
      <TileHtml mark={card.mark} label={card.markLabel} />
      <div>
        <h3>
          <a href={card.href}>
            <MarkedText pieces={card.name} />
          </a>
        </h3>
        <p className="where">{card.where}</p>
      </div>
      <div className="body">
        {card.what && (
          <p className="what" lang={card.what.lang ?? undefined}>
            <MarkedText pieces={card.what.pieces} />
          </p>
        )}
        <p className="meta">
          {card.distance && <span>{card.distance}</span>}
          {card.what?.onlyIn && <span>{card.what.onlyIn}</span>}
          {card.basis && <span className="basis">{card.basis}</span>}
          {card.source && (
            <span>
              {t('source')} {card.source.url ? <a href={card.source.url}>{card.source.name}</a> : card.source.name}
            </span>
          )}
          {card.source?.read && <span>{card.source.read}</span>}
        </p>
      </div>
    </li>
  );
}
