export type {
  MessageScope,
  Scope,
  RequestScope,
  ResponseScope,
  WorkflowScope,
} from './scope.ts';
export type { Json } from './json.ts';
export { sameJson } from './json.ts';
export type { Key } from './own-value.ts';
export type { Note, NoteCode, Parsed, SyntaxProblem } from './parsed.ts';
export { formatPointer, parsePointer, resolvePointer } from './json-pointer.ts';

export type {
  ComponentExpression,
  Expression,
  MessageExpression,
  PlainExpression,
  RecordExpression,
  SourceExpression,
  StepExpression,
  ValueExpression,
  WorkflowExpression,
} from './runtime/expression.ts';
export { possibleNames } from './runtime/expression.ts';
export type { ExpressionOptions } from './runtime/parse-expression.ts';
export { isExpression, parseExpression } from './runtime/parse-expression.ts';
export { evaluateExpression } from './runtime/evaluate-expression.ts';
export { headerValue } from './runtime/header-value.ts';

export type {
  ArrayTemplate,
  ExpressionTemplate,
  LiteralTemplate,
  ObjectTemplate,
  SelectorTemplate,
  Template,
  TextTemplate,
} from './templates/template.ts';
export type {
  ParsedTemplate,
  TemplateOptions,
  TemplateNote,
  TemplateProblem,
} from './templates/parse-template.ts';
export { parseTemplate } from './templates/parse-template.ts';
export { enginesForTemplate } from './templates/engines-for-template.ts';
export type { Selector } from './selectors/compile-selector.ts';
export { compileSelector } from './selectors/compile-selector.ts';
export type { SelectorLanguage } from './selectors/selector-language.ts';
export {
  enginesForSelector,
  parseSelectorLanguage,
} from './selectors/selector-language.ts';
export { targetLanguage } from './selectors/target-language.ts';
export type { Prepared } from './criteria/prepared.ts';
export { evaluateTemplate } from './templates/evaluate-template.ts';
export { evaluateJsonText } from './templates/evaluate-json-text.ts';
export type {
  Replaced,
  Replacement,
  ReplacementProblem,
} from './templates/apply-replacements.ts';
export { applyReplacements } from './templates/apply-replacements.ts';

export type {
  CompiledQuery,
  CompiledRegex,
  CompiledXPath,
  EngineName,
  Engines,
  JsonPathEngine,
  RegexEngine,
  SelectedNode,
  XPathEngine,
} from './engines/engines.ts';
export type {
  FilterOperand,
  QuerySegment,
  QuerySelector,
} from './engines/query-segment.ts';
export { readXPath } from './engines/read-xpath.ts';
export { loadEngines } from './engines/load-engines.ts';
export type {
  Combination,
  Comparison,
  Condition,
  Literal,
  Negation,
  Operand,
  Operator,
} from './criteria/condition.ts';
export type { LaxPath } from './criteria/lax-path.ts';
export type {
  CriterionProgram,
  CriterionSource,
  JsonPathProgram,
  JsonPathTest,
  LaxTest,
  QueryTest,
  RegexProgram,
  InvalidProgram,
  SimpleProgram,
  XPathProgram,
} from './criteria/criterion.ts';
export { setMember } from './set-member.ts';
export { enginesNeeded } from './criteria/engines-needed.ts';
export { languageVersions } from './language-versions.ts';
export { parseCriterion } from './criteria/parse-criterion.ts';
export { neverHolds } from './criteria/never-holds.ts';
export { evaluateCriterion } from './criteria/evaluate-criterion.ts';
export type { CriterionReport } from './criteria/explain-criterion.ts';
export { explainCriterion } from './criteria/explain-criterion.ts';
export { referencesOf } from './references-of.ts';
