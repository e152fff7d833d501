/** Reads a text from its beginning to its end. */
export interface Cursor {
  isAtEnd(): boolean;
  /** What a sticky expression matches here, and goes on after it. */
  take(expression: RegExp): RegExpExecArray | undefined;
}

/** A reader at the beginning of a text. */
export function createCursor(text: string): Cursor {
  let at = 0;
  return {
    isAtEnd: () => at >= text.length,
    take: (expression) => {
      expression.lastIndex = at;
      const match = expression.exec(text);
      if (match === null) return undefined;
      at = expression.lastIndex;
      return match;
    },
  };
}
