import { describe, expect } from 'vitest';
import { inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';

describe.each(versions)('in Arazzo %s', (arazzo) => {
  const { findings, model } = inVersion(arazzo);

  requirement('A-INFO-01 info needs a title', async () => {
    expect(await findings({ info: { version: '1' } })).toEqual([
      'error MISSING_FIELD /info/title',
    ]);
  });

  requirement('A-INFO-02 info needs a version, and it is a text', async () => {
    expect(await findings({ info: { title: 'T' } })).toEqual([
      'error MISSING_FIELD /info/version',
    ]);
    expect(await findings({ info: { title: 'T', version: 1.5 } })).toEqual([
      expect.stringMatching(/^(error|warning) \S+ \/info\/version$/u),
    ]);
    expect(await findings({ info: { title: 'T', version: '1.0' } })).toEqual([]);
  });

  requirement('A-INFO-03 summary and description are kept as they are', async () => {
    const texts = { summary: '  *S*', description: '# D\n\n`code` <b>\n' };
    const info = { title: 'T', version: '1', ...texts };
    const { document } = await model({ info });
    expect(document?.info).toMatchObject(texts);
  });
});
