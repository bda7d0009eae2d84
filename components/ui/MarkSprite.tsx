import { MARK_SYMBOLS } from './marks';

/** The symbols that tiles, cards and maps of the page draw their marks from. */
export function MarkSprite() {
  return (
    <svg
      className="sprite"
      width="0"
      height="0"
      aria-hidden="true"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: our own constant, as one string instead of forty elements
      dangerouslySetInnerHTML={{ __html: MARK_SYMBOLS }}
    />
  );
}
