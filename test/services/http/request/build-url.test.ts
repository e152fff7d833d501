import { describe, expect, it } from 'vitest';
import { buildUrl } from '../../../../src/services/http/request/build-url.ts';
import { parseServer } from '../../../../src/services/http/request/parse-server.ts';
import { parsePathTemplate } from '../../../../src/services/http/request/path-template.ts';

const build = (server: string, path: string): string =>
  buildUrl({
    server: parseServer(server),
    template: parsePathTemplate(path),
    parameters: [],
  }).href;

describe('buildUrl', () => {
  it('keeps spaces at the end of a path and of its query', () => {
    expect(build('https://api.example', '/a ')).toBe('https://api.example/a%20');
    expect(build('https://api.example', '/a?b= ')).toBe('https://api.example/a?b=%20');
  });

  it('never lets a path without a slash become a part of the host', () => {
    expect(build('https://api.example', '.evil.example/a')).toBe(
      'https://api.example/.evil.example/a',
    );
    expect(build('https://api.example', '@evil.example')).toBe(
      'https://api.example/@evil.example',
    );
    expect(build('https://api.example', String.raw`\evil.example`)).toBe(
      'https://api.example/evil.example',
    );
  });

  it("puts the server's path before and its query first", () => {
    expect(build('https://api.example/v1/?key=1', '/a?b=2')).toBe(
      'https://api.example/v1/a?key=1&b=2',
    );
  });
});
