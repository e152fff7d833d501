/** Why a mutant survives: what is different makes no difference, or nobody can know. */
export function explain({ operator, what }) {
  const why = reasons.find(([name, pattern]) => name === operator && pattern.test(what));
  return why?.[2] ?? 'Not explained.';
}

const reasons = [
  [
    'swapped actions',
    /./u,
    'Their criteria exclude each other, so that their order makes no difference.',
  ],
];
