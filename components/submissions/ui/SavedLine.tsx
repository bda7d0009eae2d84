/** When the draft was last saved. */
export function SavedLine({ line }: { line: string }) {
  return (
    <span className="saved">
      <svg className="ico" viewBox="0 0 24 24" aria-hidden="true">
        <path d="m4 12.5 5.5 5.5L20 6.5" />
      </svg>
      {line}
    </span>
  );
}
