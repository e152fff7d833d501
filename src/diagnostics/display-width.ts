const invisible = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

// East Asian wide and full-width characters, and what terminals draw as emoji.
const wide =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}])$/u;

/** Gives you how many cells of a terminal a text takes. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (!invisible.test(character)) width += wide.test(character) ? 2 : 1;
  }
  return width;
}
