const TICK_MS = 5_000;

/**
 * Prints numbered steps: `[2/6] Packages: installing …`, with the time that a long one takes.
 * @param {number} total
 */
export function createSteps(total) {
  let number = 0;
  return {
    /**
     * Runs one step. `say` prints what it is doing and how far it is.
     * @template T
     * @param {string} title
     * @param {(say: (what: string) => void) => Promise<T> | T} work
     * @returns {Promise<T>}
     */
    async step(title, work) {
      number += 1;
      const label = `[${number}/${total}] ${title}`;
      const begun = Date.now();
      let doing = '';
      const seconds = () => Math.round((Date.now() - begun) / 1000);
      const ticker = setInterval(() => {
        if (doing) console.log(`${label}: ${doing} (${seconds()} s)`);
      }, TICK_MS);
      try {
        return await work((what) => {
          if (what === doing) return;
          doing = what;
          console.log(`${label}: ${what}`);
        });
      } finally {
        clearInterval(ticker);
      }
    },
  };
}
