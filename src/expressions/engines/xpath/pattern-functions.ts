import { fontoxpath } from './fontoxpath.ts';
import type { Element } from 'slimdom';
import type { CompiledRegex, RegexEngine } from '../engines.ts';
import { descendants } from './syntax-tree.ts';
import { XPathError } from './xpath-error.ts';

const namespace = 'urn:arazzo-xstate:xpath';

const names = new Set(['matches', 'replace', 'tokenize']);

/** Makes an expression call the functions of this file instead of the library's own. */
export function usePatternFunctions(tree: Element): void {
  for (const node of descendants(tree)) {
    const isStandard = node.getAttribute('xqx:URI')?.endsWith('/xpath-functions');
    if (node.localName !== 'functionName' || isStandard !== true) continue;
    if (names.has(node.textContent ?? '')) node.setAttribute('xqx:URI', namespace);
  }
}

/**
 * Makes `matches`, `replace` and `tokenize` use an engine that takes linear time. Those of the
 * library take the expressions of the platform, which can be made to run for ever.
 */
export function registerPatternFunctions(regex: RegexEngine | undefined): void {
  const compile = (pattern: string, flags: string): CompiledRegex => {
    const compiled = regex?.compile(
      flags.includes('q') ? quote(pattern) : pattern,
      flags,
    );
    if (compiled?.ok === true) return compiled.value;
    throw new XPathError('A pattern in the expression cannot be used.');
  };
  register('matches', 'xs:boolean', (text, pattern, flags) =>
    compile(pattern, flags).test(text),
  );
  register('tokenize', 'xs:string*', (text, pattern, flags) =>
    text === '' ? [] : compile(pattern, flags).split(text),
  );
  const replace = (text: string, pattern: string, to: string, flags = ''): string =>
    compile(pattern, flags).replaceAll(text, to);
  const types = ['xs:string?', 'xs:string', 'xs:string'];
  const add = (signature: string[]): void =>
    fontoxpath.registerCustomXPathFunction(
      { localName: 'replace', namespaceURI: namespace },
      signature,
      'xs:string',
      (_, text: string | null, pattern: string, to: string, flags?: string) =>
        replace(text ?? '', pattern, to, flags),
    );
  add(types);
  add([...types, 'xs:string']);
}

/** With a pattern and with flags; `tokenize` also without either. */
function register(
  localName: string,
  returns: string,
  call: (text: string, pattern: string, flags: string) => unknown,
): void {
  const signatures = [
    ['xs:string?', 'xs:string'],
    ['xs:string?', 'xs:string', 'xs:string'],
  ];
  if (localName === 'tokenize') signatures.push(['xs:string?']);
  for (const signature of signatures) {
    fontoxpath.registerCustomXPathFunction(
      { localName, namespaceURI: namespace },
      signature,
      returns,
      (_, text: string | null, pattern?: string, flags = '') =>
        pattern === undefined
          ? call((text ?? '').trim(), '\\s+', '')
          : call(text ?? '', pattern, flags),
    );
  }
}

function quote(pattern: string): string {
  return pattern.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}
