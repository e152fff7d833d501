/** How much of a workflow a set of paths goes through. Plain JSON. */
export interface Coverage {
  readonly states: Count;
  /** Limits of the run (`maxSteps`, time, depth) do not count: they are not the document's. */
  readonly transitions: Count;
  /** Each counts twice: it must be seen true and false. */
  readonly criteria: Count;
  /** The Success and Failure Actions of the document. */
  readonly actions: Count;
}

export interface Count {
  readonly covered: number;
  readonly total: number;
}

/** Something that no path goes through. */
export interface Uncovered {
  /** `transition pollDatastore → failed (datastoreGone)`, `criterion $statusCode == 200 false`. */
  readonly what: string;
  readonly why: string;
  /** Names it in the config, when it is a transition. */
  readonly id?: string;
}
