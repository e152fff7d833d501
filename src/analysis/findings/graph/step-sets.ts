/** Sets of steps by number, small enough that there can be one for each state. */
export class StepSet {
  readonly #words: Uint32Array;

  constructor(words: Uint32Array) {
    this.#words = words;
  }

  static empty(size: number): StepSet {
    return new StepSet(new Uint32Array(Math.ceil(size / 32)));
  }

  has(number: number): boolean {
    return ((this.#words[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0;
  }

  add(number: number): void {
    this.#words[number >>> 5] = (this.#words[number >>> 5] ?? 0) | (1 << (number & 31));
  }

  copy(): StepSet {
    return new StepSet(Uint32Array.from(this.#words));
  }

  addAll(other: StepSet): void {
    for (let index = 0; index < this.#words.length; index++)
      this.#words[index] = (this.#words[index] ?? 0) | (other.#words[index] ?? 0);
  }

  /**
   * Keeps what the other has too, or what is the exception; says whether something was lost.
   *
   * @param exception - the number of a step that the other counts as having
   */
  keep(other: StepSet, exception: number | undefined): boolean {
    let changed = false;
    for (let index = 0; index < this.#words.length; index++) {
      const before = this.#words[index] ?? 0;
      const more =
        exception !== undefined && exception >>> 5 === index ? 1 << (exception & 31) : 0;
      const after = (before & ((other.#words[index] ?? 0) | more)) >>> 0;
      this.#words[index] = after;
      changed ||= after !== before;
    }
    return changed;
  }
}
