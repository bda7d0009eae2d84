/** The tile of a story: a sheet with words on it, on the ground of "Imate reč!". Needs the sprite of the page. */
export function StoryTile() {
  return (
    <span className="tile story-tile">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <use href="#m-story" />
      </svg>
    </span>
  );
}
