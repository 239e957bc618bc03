/** A policy's checkpoint is its own, not its code's: changed code never reacts again to what has been. */
export const policyConsumer = (policyId: string): string => `policy/${policyId}`;
