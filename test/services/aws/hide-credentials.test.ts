import { expect, test } from 'vitest';

import { hideCredentials } from '../../../src/services/aws/hide-credentials.ts';

test('the headers that a service repeats lose their credentials', () => {
  const message = hideCredentials(
    "host:x\nx-amz-security-token:FwoGZXIvYXdzEA\n\n'Credential=AKIAIOSFODNN7EXAMPLE/20240101'",
  );
  expect(message).toBe(
    "host:x\nx-amz-security-token:(hidden)\n\n'Credential=(hidden)/20240101'",
  );
});

test('a setting with a secret loses it', () => {
  const message =
    'Command failed: helper --client-secret=abc aws_secret_access_key = def';
  expect(hideCredentials(message)).not.toMatch(/abc|def/);
});

test('other messages stay as they are', () => {
  const message =
    'Data store 3f9a not found in arn:aws:healthlake:us-east-1:111122223333:x';
  expect(hideCredentials(message)).toBe(message);
});
