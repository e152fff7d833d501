/** Why a text could not be read. */
export interface SyntaxProblem {
  /** What was found, in a sentence. */
  readonly message: string;
  /** Where in the text, from 0. */
  readonly offset: number;
  /** What to write instead. */
  readonly hint?: string;
  /** The field of a criterion that the problem is in, when it is not the condition. */
  readonly field?: 'context' | 'version';
  /** Not set any more: every language is evaluated. */
  readonly unsupported?: 'xpath' | 'jsonpath-goessner';
}

/** What real documents write that the specification does not promise to understand. */
export type NoteCode =
  /** `$response.body.a` or `[0]` where only `#/a` is in the grammar. */
  | 'DOTTED_NAVIGATION'
  /** `$steps.x.name` for `$steps.x.outputs.name`. */
  | 'MISSING_OUTPUTS_KEYWORD'
  /** `$steps.x.outputs`: the whole map. */
  | 'WHOLE_OUTPUTS'
  /** `$inputs`: the whole map. */
  | 'WHOLE_RECORD'
  /** `$response.headers.x` for `$response.header.x`. */
  | 'HEADERS_PLURAL'
  /** `$response.query.x`, `$message.body`: in the grammar, but there is no such thing. */
  | 'UNUSUAL_SOURCE'
  /** `$sourceDescriptions.n.workflows.id` or `$sourceDescriptions.n#/pointer`. */
  | 'UNUSUAL_SOURCE_REFERENCE'
  /** `Bearer $inputs.token` for `Bearer {$inputs.token}`; where it is not clear, it is text. */
  | 'UNBRACED_EXPRESSION'
  /** `$input.token`, which is text, for `$inputs.token`. */
  | 'MISSPELLED_ROOT'
  /** `$response.body#id` for `$response.body#/id`. */
  | 'POINTER_WITHOUT_SLASH'
  /** `${inputs.id}`, `{{inputs.id}}`: text as far as Arazzo goes. */
  | 'FOREIGN_TEMPLATE'
  /** `{$statusCode == 200}`. */
  | 'BRACED_CONDITION'
  /** `"$statusCode == 200"`, quotation marks and all. */
  | 'QUOTED_CONDITION'
  /** `contains` and `in` in a simple condition. */
  | 'FOREIGN_OPERATOR'
  /** `$response.header.Content-Type == application/json`. */
  | 'UNQUOTED_TEXT'
  /** `"text"` in a simple condition. */
  | 'DOUBLE_QUOTES'
  /** `/pattern/flags`. */
  | 'SLASHED_REGEX'
  /** `$..a[(@.length-1)]`, `[?(@.a =~ /x/)]`: JSONPath of before RFC 9535. */
  | 'OLD_JSONPATH'
  /** `$.a.b == "X"`: not a query of RFC 9535. */
  | 'LAX_JSONPATH';

/** Says that a text is doubtful or was read leniently, and how to write it by the letter. */
export interface Note {
  readonly code: NoteCode;
  readonly message: string;
  readonly hint: string;
}

/** What became of reading a text: the value, or why there is none. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T; readonly notes: readonly Note[] }
  | { readonly ok: false; readonly error: SyntaxProblem };

/** Carries a problem out of a nested reader; {@link attempt} catches it. */
class SyntaxFailure extends Error {
  override name = 'SyntaxFailure' as const;
  readonly error: SyntaxProblem;

  constructor(error: SyntaxProblem) {
    super(error.message);
    this.error = error;
  }
}

/** Gives up reading. Only inside {@link attempt}. */
export function fail(message: string, offset: number, hint?: string): never {
  throw new SyntaxFailure(
    hint === undefined ? { message, offset } : { message, offset, hint },
  );
}

/** Runs a reader that may {@link fail} and that collects notes. */
export function attempt<T>(read: (notes: Note[]) => T): Parsed<T> {
  const notes: Note[] = [];
  try {
    return { ok: true, value: read(notes), notes };
  } catch (failure) {
    if (failure instanceof SyntaxFailure) return problem(failure.error);
    throw failure;
  }
}

/** Takes the value and the notes of a reading, or gives up with its problem, moved by `offset`. */
export function take<T>(parsed: Parsed<T>, notes: Note[], offset = 0): T {
  if (!parsed.ok) {
    throw new SyntaxFailure({ ...parsed.error, offset: parsed.error.offset + offset });
  }
  notes.push(...parsed.notes);
  return parsed.value;
}

/** A reading that failed. */
export function problem(error: SyntaxProblem): Parsed<never> {
  return { ok: false, error };
}
