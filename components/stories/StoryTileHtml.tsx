/** @jsxImportSource @/lib/html */
/** `StoryTile` as HTML. */
export function StoryTileHtml() {
  return (
    <span className="tile story-tile">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <use href="#m-story" />
      </svg>
    </span>
  );
}
