/** When that happens which a specification speaks of, ISO 8601, where it does not say. */
const usualTime = '2026-01-01T00:00:00.000Z';

export const specificationTime = ({ now = usualTime }: { now?: string | undefined } = {}): string => now;
