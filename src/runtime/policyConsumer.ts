import { stopOfConsumer } from './shares/Part.ts';

/** A policy's checkpoint is its own, not its code's: changed code never reacts again to what has been. */
export const policyConsumer = (policyId: string): string => `policy/${policyId}`;

/** Set beside it where the fault desk stopped the policy. */
export const stopOfPolicy = (policyId: string): string => stopOfConsumer(policyConsumer(policyId));
