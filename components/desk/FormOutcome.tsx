import type { ReactNode } from 'react';

interface FormOutcomeProps {
  heading: string;
  /** What is wrong, in words; null when nothing is. */
  fault: ReactNode;
  /** What is done, in words; shown when nothing is wrong. */
  done: ReactNode;
}

/** How the last form of a page went: what did not work, or what is done. */
export function FormOutcome({ heading, fault, done }: FormOutcomeProps) {
  if (fault) {
    return (
      <div className="errsum" role="alert">
        <h2>{heading}</h2>
        <p>{fault}</p>
      </div>
    );
  }
  return (
    done && (
      <p className="notice" role="status">
        {done}
      </p>
    )
  );
}
