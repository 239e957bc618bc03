import { describe, expect, it } from 'vitest';
import { isOfTrackpad } from '../../../src/ui/canvas/trackpad.ts';

const wheel = (given: Partial<WheelEvent>) => ({
  deltaX: 0,
  deltaY: 0,
  deltaMode: 0,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...given,
});

describe('a turn of the wheel', () => {
  it('is of a trackpad where it is small, broken or goes aside', () => {
    expect(isOfTrackpad(wheel({ deltaY: 4 }))).toBe(true);
    expect(isOfTrackpad(wheel({ deltaY: 120.5 }))).toBe(true);
    expect(isOfTrackpad(wheel({ deltaX: 90, deltaY: 100 }))).toBe(true);
  });

  it('is of a wheel where it comes in notches or lines', () => {
    expect(isOfTrackpad(wheel({ deltaY: 100 }))).toBe(false);
    expect(isOfTrackpad(wheel({ deltaY: -120 }))).toBe(false);
    expect(isOfTrackpad(wheel({ deltaY: 3, deltaMode: 1 }))).toBe(false);
    expect(isOfTrackpad(wheel({ deltaX: 100, shiftKey: true, deltaY: 100 }))).toBe(false);
  });

  it('zooms where it is a pinch', () => {
    expect(isOfTrackpad(wheel({ deltaY: 1.5, ctrlKey: true }))).toBe(false);
  });
});
