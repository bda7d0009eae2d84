/** Keeps the last answers, the least recently used one goes first. Everything goes when the state they hold for changes. */
export class ResultCache<T> {
  readonly #answers = new Map<string, T>();
  readonly #limit: number;
  #state = '';

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The answer kept under a key for this state, or the one that `make` gives. */
  get(state: string, key: string, make: () => T): T {
    if (state !== this.#state) {
      this.#answers.clear();
      this.#state = state;
    }
    const known = this.#answers.get(key);
    const answer = known ?? make();
    this.#answers.delete(key);
    this.#answers.set(key, answer);
    if (this.#answers.size > this.#limit) this.#answers.delete(this.#answers.keys().next().value as string);
    return answer;
  }
}
