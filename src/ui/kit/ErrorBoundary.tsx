import { Component, type ReactNode } from 'react';
import { kitTexts } from '../text/kit.ts';
import { Button } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';

type ErrorBoundaryProps = {
  /** What has broken, for the sentence: "The wall". */
  name: string;
  children: ReactNode;
};

/** Keeps a broken part of the screen from taking the rest with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <EmptyState
        title={kitTexts.brokenPart(this.props.name)}
        action={<Button onClick={() => this.setState({ error: null })}>{kitTexts.showAgain}</Button>}
      >
        {kitTexts.brokenPartAdvice(error.message)}
      </EmptyState>
    );
  }
}
