/**
 * The list's side of the map. The contract: a card is any element with `data-enterprise-id` or `data-story-id`; the class `is-on` marks
 * the cards of the marker that is pointed at or focused, and the marker of such a card.
 */
const CARD = '[data-enterprise-id], [data-story-id]';

const numberOf = ({ dataset }: HTMLElement) => Number(dataset.enterpriseId ?? dataset.storyId);

/** The record of a card, or of something in it; null outside all cards. */
function idOf(target: EventTarget | null): number | null {
  const card = target instanceof Element ? target.closest<HTMLElement>(CARD) : null;
  return card ? numberOf(card) : null;
}

/**
 * Calls `onCard` with the record whose card the pointer or the focus comes to, and with null when it leaves.
 * @returns stops listening
 */
export function watchCards(onCard: (id: number | null) => void): () => void {
  let present: number | null = null;
  const listener = ({ target }: Event) => {
    const id = idOf(target);
    if (id === present) return;
    present = id;
    onCard(id);
  };
  document.addEventListener('pointerover', listener);
  document.addEventListener('focusin', listener);
  return () => {
    document.removeEventListener('pointerover', listener);
    document.removeEventListener('focusin', listener);
  };
}

/** Marks the cards for which `isOn` holds, and no others. */
export function markCards(isOn: (id: number) => boolean): void {
  for (const card of document.querySelectorAll<HTMLElement>(CARD)) {
    card.classList.toggle('is-on', isOn(numberOf(card)));
  }
}

/** The records whose cards the page shows. */
export function shownIds(): number[] {
  return [...document.querySelectorAll<HTMLElement>(CARD)].map(numberOf);
}
