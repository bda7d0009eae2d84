import type { ReactNode } from 'react';

/** What is wrong with a question: icon and words, above its control. */
export function ErrorLine({ children }: { children: ReactNode }) {
  return (
    <p className="msg">
      <svg className="ico" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 3 22.5 21h-21zM12 10v5M12 17.5v.5" />
      </svg>
      <span>{children}</span>
    </p>
  );
}
