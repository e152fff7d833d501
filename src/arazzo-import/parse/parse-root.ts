import type { ArazzoDocument, SourceDescription, Workflow } from '../document.ts';
import { checkNonEmpty } from './check-non-empty.ts';
import { defined } from '../defined.ts';
import type { ObjectReader } from './object-reader.ts';
import { openObject } from './open-object.ts';
import { parseComponents } from './parse-components.ts';
import { parseInfo } from './parse-info.ts';
import { parseSourceDescription } from './parse-source-description.ts';
import { parseWorkflow } from './parse-workflow.ts';
import type { Place } from './place.ts';
import { hasOneOf } from './read-list.ts';
import { reportDuplicates } from './report-duplicates.ts';

/** Gives you the Arazzo Specification Object. */
export function parseRoot(place: Place): ArazzoDocument | undefined {
  const root = openObject(place, 'document');
  if (root === undefined) return undefined;
  const { version } = root.context;
  const sourceDescriptions = readSources(root);
  const workflows = readWorkflows(root);
  return defined({
    path: root.path,
    arazzo: root.string('arazzo', { required: true }) ?? version,
    version,
    self: readSelf(root),
    info: root.object('info', parseInfo, { required: true }) ?? emptyInfo,
    sourceDescriptions,
    workflows,
    components: root.object('components', parseComponents) ?? emptyComponents,
    ...root.rest(),
  });
}

function readSources(root: ObjectReader): SourceDescription[] {
  const field = 'sourceDescriptions';
  const sources = root.list(field, parseSourceDescription, {
    required: true,
    isItem: hasOneOf('url'),
  });
  checkNonEmpty(root, field);
  const identity = { noun: 'source', field: 'name', idOf: nameOf };
  reportDuplicates(sources, identity, root);
  return sources;
}

function nameOf({ name }: SourceDescription): string {
  return name;
}

function readWorkflows(root: ObjectReader): Workflow[] {
  const workflows = root.list('workflows', parseWorkflow, {
    required: true,
    isItem: hasOneOf('workflowId', 'steps'),
  });
  checkNonEmpty(root, 'workflows');
  const identity = { noun: 'workflow', field: 'workflowId', idOf: workflowIdOf };
  reportDuplicates(workflows, identity, root);
  return workflows;
}

function workflowIdOf({ workflowId }: Workflow): string {
  return workflowId;
}

const emptyInfo: ArazzoDocument['info'] = { path: '/info', title: '', version: '' };

const emptyComponents: ArazzoDocument['components'] = {
  path: '/components',
  inputs: {},
  parameters: {},
  successActions: {},
  failureActions: {},
};

function readSelf(root: ObjectReader): string | undefined {
  const self = root.string('$self', { since: '1.1' });
  if (self === undefined) return undefined;
  const hasFragment = self.includes('#');
  // The base only makes relative references complete.
  if (!hasFragment && URL.canParse(self, 'https://base.invalid/')) return self;
  const found = `The document has ${JSON.stringify(self)} as "$self", which`;
  root.report({
    code: 'INVALID_VALUE',
    message: hasFragment ? `${found} has a fragment.` : `${found} is no URL.`,
    field: '$self',
    hint: hasFragment
      ? 'Remove the "#" and what follows.'
      : 'Write the URL of the document.',
  });
  return undefined;
}
