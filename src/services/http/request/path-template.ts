/** A path template that was read: texts, and the parameters between them. */
export interface PathTemplate {
  readonly path: readonly TemplatePart[];
  /** Of the query that the path has of its own. */
  readonly query: readonly TemplatePart[];
}

/** A text that is sent as it is, or a parameter. */
export type TemplatePart = string | PathVariable;

/** A parameter in a path template. */
export interface PathVariable {
  /** As it stands between the braces: `Key+`. */
  readonly written: string;
  /** `Key` */
  readonly name: string;
  /** `{Key+}` is a name for the rest of the path, slashes and all (API Gateway, S3). */
  readonly keepsSlashes: boolean;
}

/**
 * Reads a path template: `/pets/{petId}`.
 *
 * A path may have a query of its own (`/x?list-type=2`), which is sent, and a fragment
 * (`/#X-Amz-Target=…`), which only tells operations of one path apart and is not.
 */
export function parsePathTemplate(text: string): PathTemplate {
  const [beforeFragment = ''] = text.split('#', 1);
  const mark = beforeFragment.indexOf('?');
  return mark < 0
    ? { path: partsOf(beforeFragment), query: [] }
    : {
        path: partsOf(beforeFragment.slice(0, mark)),
        query: partsOf(beforeFragment.slice(mark + 1)),
      };
}

/** Every second part is a parameter. */
function partsOf(text: string): readonly TemplatePart[] {
  return text
    .split(/\{([^{}]+)\}/u)
    .map((part, index) => (index % 2 === 0 ? part : toVariable(part)))
    .filter((part) => part !== '');
}

function toVariable(written: string): PathVariable {
  const name = written.replace(/\+$/u, '');
  return { written, name, keepsSlashes: written !== name };
}
