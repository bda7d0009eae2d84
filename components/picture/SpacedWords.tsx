interface SpacedWordsProps {
  text: string;
  /** Pixels. */
  size: number;
  width?: number;
}

/** A title in words of their own: the drawing library knows no word spacing, and Piazzolla sets tight. */
export function SpacedWords({ text, size, width }: SpacedWordsProps) {
  return (
    <div
      style={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: size * 0.27,
        fontSize: size,
        lineHeight: 1.03,
        ...(width && { width }),
      }}
    >
      {text.split(' ').map((word, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: words of a fixed text
        <div key={index}>{word}</div>
      ))}
    </div>
  );
}
