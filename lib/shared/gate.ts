/** Too many already wait; the visitor should try again in a moment. */
export class TooBusyError extends Error {
  override name = 'TooBusyError';
}

/**
 * Lets a number of tasks run at a time; the others wait in line. A flood of made-up addresses then costs time, but
 * not memory.
 * @returns runs a task; rejects with TooBusyError at once when the line is full
 */
export function createGate(atATime: number, mostWaiting: number): <T>(task: () => Promise<T>) => Promise<T> {
  const line: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= atATime) {
      if (line.length >= mostWaiting) throw new TooBusyError(`${mostWaiting} already wait`);
      await new Promise<void>((resolve) => line.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await task();
    } finally {
      // The place is handed on; it is free only when nobody waits.
      const next = line.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
