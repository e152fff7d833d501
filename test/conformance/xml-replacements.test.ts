import { describe, expect } from 'vitest';
import { inVersion, versions } from './support/in-version.ts';
import { requirement } from './support/requirement.ts';

describe.each(versions)('in Arazzo %s', (version) => {
  const { run } = inVersion(version);

  requirement('A-BODY-15 the target of a replacement in XML is an XPath', async () => {
    const requestBody = {
      contentType: 'application/xml',
      payload: '<o><q>1</q><r a="1"/></o>',
      replacements: [
        { target: '/o/q', value: 10 },
        { target: '/o/r/@a', value: '$inputs.a' },
      ],
    };
    const { request } = await run(
      { steps: [{ stepId: 'one', requestBody }] },
      { operations: { one: 'POST /one' }, inputs: { a: 'x & y' } },
    );
    expect(request.body).toBe('<o><q>10</q><r a="x &amp; y"/></o>');
  });
});
