import { describe, expect, test } from 'vitest';
import { joinLabels } from '../../../../src/cli/paths/terminal/join-labels.ts';
import { displayWidth } from '../../../../src/diagnostics/display-width.ts';

const foldable = ['a', 'b', 'a', 'b', 'a', 'b'];

describe('joinLabels', () => {
  test('joins what fits', () => {
    expect(joinLabels(['a 1', 'b 2'], 9)).toBe('a 1 → b 2');
  });

  test('leaves out the middle of what does not', () => {
    const labels = Array.from({ length: 1000 }, (_, index) => `step${index}`);

    expect(joinLabels(labels, 64)).toBe(
      'step0 → step1 → … 995 more … → step997 → step998 → step999',
    );
  });

  test.each([20, 40, 80])('keeps to %d cells, whatever the labels are', (width) => {
    for (const labels of [['x'.repeat(200)], ['步骤'.repeat(60), 'b', 'y'.repeat(90)]])
      expect(displayWidth(joinLabels(labels, width))).toBeLessThanOrEqual(width);
  });

  test('says how it begins when that is too long', () => {
    expect(joinLabels([`begin${'x'.repeat(90)}`, 'middle', 'end'], 50)).toMatch(
      /^beginx+… → … 1 more … → end$/u,
    );
  });

  test('keeps how often something is repeated', () => {
    const labels = foldable.map((label) => `${label}${'x'.repeat(30)}`);

    expect(joinLabels(labels, 60)).toMatch(/^\(.*…\) ×3$/u);
  });

  test('lets nothing steer the terminal', () => {
    expect(joinLabels(['a\u001B[2J'], 30)).not.toContain('\u001B');
  });
});
