type Language = 'jsonpath' | 'xpath' | 'jsonpointer';

/** The languages that select values, and their versions; the one that is assumed comes first. */
export const languageVersions: Readonly<
  Record<Language, readonly [string, ...string[]]>
> = {
  jsonpath: ['rfc9535', 'draft-goessner-dispatch-jsonpath-00'],
  xpath: ['xpath-31', 'xpath-30', 'xpath-20', 'xpath-10'],
  jsonpointer: ['rfc6901'],
};
