import type { YAMLError } from 'yaml';
import type { TextProblem } from './text-problem.ts';

type Description = Pick<TextProblem, 'code' | 'severity' | 'message' | 'hint'>;

/** What the reader of YAML says in words of its own, and what is nearly always behind it. */
const syntaxErrors: Readonly<
  Record<string, { readonly message?: string; readonly hint: string }>
> = {
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A second "key: value" begins on the same line',
    hint: 'If the colon belongs to a text, put the text in quotation marks.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'This line has no colon, or its indentation does not fit',
    hint: 'Write a colon and a blank behind the key, and indent it as its neighbours.',
  },
  TAB_AS_INDENT: { hint: 'Indent with blanks.' },
  BAD_INDENT: {
    hint: 'Indent it as its neighbours are; a bracket or brace before it may not be closed.',
  },
  BAD_SCALAR_START: { hint: 'Put the text in quotation marks.' },
  UNEXPECTED_TOKEN: {
    hint: 'A comma or a bracket may be missing before it, or the text needs other quotation marks around it.',
  },
  MISSING_CHAR: {
    hint: 'Add what is missing; the indentation may also not be that of its neighbours.',
  },
  BAD_DQ_ESCAPE: { hint: 'Write \\\\ for a backslash, or use single quotation marks.' },
};

/** Gives you what to say about an error: the text is YAML but more than JSON, or it is no YAML. */
export function describeYamlError({ code, name, message }: YAMLError): Description {
  if (code === 'TAG_RESOLVE_FAILED') {
    const hint = 'Remove the tag: only the types that JSON has can be used.';
    return unsupported(toSentence(message), hint);
  }
  if (code === 'NON_STRING_KEY') {
    return unsupported('A key is no text.', 'Write the key as plain text.');
  }
  const known = syntaxErrors[code];
  return {
    code: 'YAML_SYNTAX',
    severity: name === 'YAMLWarning' ? 'warning' : 'error',
    message: toSentence(known?.message ?? message),
    ...(known && { hint: known.hint }),
  };
}

function unsupported(message: string, hint: string): Description {
  return { code: 'UNSUPPORTED_YAML', severity: 'error', message, hint };
}

/** The messages of the YAML reader have no full stop, and may quote any amount of the text. */
function toSentence(message: string): string {
  return message.length > 200 ? `${message.slice(0, 200)}…` : `${message}.`;
}
