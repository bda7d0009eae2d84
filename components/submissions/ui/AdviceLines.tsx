interface AdviceLinesProps {
  lines: readonly string[];
  /** That nothing stops anybody. */
  free: string;
}

/** What of a text may be personal data. It advises, and stops nobody. */
export function AdviceLines({ lines, free }: AdviceLinesProps) {
  if (lines.length === 0) return null;
  return (
    <div className="notice warn">
      {lines.map((line) => (
        <b key={line}>{line}</b>
      ))}
      <span>{free}</span>
    </div>
  );
}
