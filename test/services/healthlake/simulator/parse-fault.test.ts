import { describe, expect, it } from 'vitest';
import { parseFault } from '../../../../src/services/healthlake/simulator/index.ts';

describe('a disturbance', () => {
  it.each([
    ['DescribeFHIRDatastore=throttle', 1, 1],
    ['DescribeFHIRDatastore#2=throttle', 2, 2],
    ['DescribeFHIRDatastore#1-3=throttle', 1, 3],
    ['DescribeFHIRDatastore#4+=throttle', 4, Infinity],
    ['  DescribeFHIRDatastore#2=throttle\n', 2, 2],
  ])('%s comes from %d to %d', (text, from, to) => {
    expect(parseFault(text).fault).toEqual({
      kind: 'request',
      operations: ['DescribeFHIRDatastore'],
      from,
      to,
      effect: 'throttle',
    });
  });

  it.each([
    '500',
    '503',
    'reset',
    'malformed',
    'html',
    'access-denied',
    'not-found',
    'lost',
  ])('can be %s', (effect) => {
    expect(parseFault(`TagResource=${effect}`).fault).toMatchObject({ effect });
  });

  it.each([
    ['slow', 30_000],
    ['slow:500ms', 500],
    ['slow:5s', 5000],
    ['slow:1.5m', 90_000],
    ['slow:1h', 3_600_000],
  ])('%s takes %d ms', (text, delay) => {
    expect(parseFault(`TagResource=${text}`).fault).toMatchObject({
      effect: 'slow',
      delay,
    });
  });

  it('meets all 13 operations as *', () => {
    expect(parseFault('*#3=reset').fault?.operations).toHaveLength(13);
  });
});

describe('an outcome', () => {
  it.each([
    ['CreateFHIRDatastore=CREATE_FAILED', ['CreateFHIRDatastore'], 1, Infinity],
    ['CreateFHIRDatastore#2=stuck', ['CreateFHIRDatastore'], 2, 2],
    ['DeleteFHIRDatastore=stuck', ['DeleteFHIRDatastore'], 1, Infinity],
    ['StartFHIRImportJob=MYSTERY_STATE', ['StartFHIRImportJob'], 1, Infinity],
    ['StartFHIRExportJob=queued', ['StartFHIRExportJob'], 1, Infinity],
    ['CREATE_FAILED', ['CreateFHIRDatastore'], 1, Infinity],
    ['FAILED', ['StartFHIRExportJob', 'StartFHIRImportJob'], 1, Infinity],
    ['queued', ['StartFHIRExportJob', 'StartFHIRImportJob'], 1, Infinity],
    ['*#2=CANCEL_COMPLETED', ['StartFHIRExportJob', 'StartFHIRImportJob'], 2, 2],
  ])('%s is one of %j', (text, operations, from, to) => {
    const { fault } = parseFault(text);
    expect(fault).toMatchObject({ kind: 'outcome', operations, from, to });
  });
});

describe('a mistake', () => {
  it.each([
    ['DescribeFHIRDatastor=throttle', 'DescribeFHIRDatastore'],
    ['describefhirdatastore=throttle', 'DescribeFHIRDatastore'],
    ['Fly=throttle', 'ListTagsForResource'],
    ['TagResource=throtle', 'throttle'],
    ['TagResource=failed', 'FAILED'],
    ['TagResource=no way', 'access-denied'],
    ['TagResource', 'access-denied'],
    ['TagResource=', 'access-denied'],
    ['', 'access-denied'],
    ['TagResource#0=500', '#1-3'],
    ['TagResource#3-1=500', '#1-3'],
    ['TagResource#x=500', '#1-3'],
    ['TagResource#1#2=500', '#1-3'],
    ['TagResource=slow:5s:6s', 'slow:5s'],
    ['TagResource=FAILED:5s', 'FAILED'],
    ['TagResource=slow:soon', 'slow:5s'],
    ['TagResource=throttle:5s', 'slow:5s'],
    ['throttle', 'DescribeFHIRDatastore=throttle'],
    ['stuck', 'CreateFHIRDatastore=stuck'],
    ['MYSTERY_STATE', 'StartFHIRExportJob=MYSTERY_STATE'],
    ['DescribeFHIRExportJob=FAILED', 'StartFHIRExportJob=FAILED'],
    ['CreateFHIRDatastore=queued', 'StartFHIRImportJob=queued'],
  ])('"%s" is answered with what would be right: %s', (text, right) => {
    const { fault, error } = parseFault(text);
    expect(fault).toBeUndefined();
    expect(error).toContain(right);
  });
});
