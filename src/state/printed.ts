import type { LogLine, Printed } from './AppState.ts';
import { appStore } from './appStore.ts';

const { getState, setState } = appStore;

/** Lines that are kept; beyond that the oldest steps lose theirs. */
const mostSteps = 1000;

const sourceOf = ({ place, phase }: LogLine): string => `${place?.moduleId ?? ''} ${phase}`;

/** Code that ran again for the same step prints again: its last words count. */
const withLines = (known: LogLine[] = [], lines: LogLine[]): LogLine[] => {
  const sources = new Set(lines.map(sourceOf));
  return [...known.filter((line) => !sources.has(sourceOf(line))), ...lines];
};

/** Keeps what code printed for the step that it was printed in: an event's, else the command's. */
export const notePrinted = (lines: LogLine[], commandId?: string): void => {
  if (lines.length === 0) return;
  const { printed } = getState();
  const byPosition = { ...printed.byPosition };
  for (const position of new Set(lines.flatMap((line) => line.position ?? []))) {
    const ofStep = lines.filter((line) => line.position === position);
    byPosition[position] = withLines(byPosition[position], ofStep);
  }
  const ofCommand = lines.filter(({ position }) => position === undefined);
  const byCommand =
    commandId === undefined || ofCommand.length === 0
      ? printed.byCommand
      : { ...printed.byCommand, [commandId]: ofCommand };
  setState({ printed: { byCommand, byPosition: latest(byPosition) } });
};

const latest = (byPosition: Printed['byPosition']): Printed['byPosition'] =>
  Object.fromEntries(Object.entries(byPosition).slice(-mostSteps));

/** What changed code printed before is no longer what it prints. */
export const forgetPrintedOf = (moduleIds: string[]): void => {
  if (moduleIds.length === 0) return;
  const { byCommand, byPosition } = getState().printed;
  const kept = <Key extends string>(steps: { [key in Key]: LogLine[] }) =>
    Object.fromEntries(
      Object.entries<LogLine[]>(steps).map(([step, lines]) => [
        step,
        lines.filter(({ place }) => place === undefined || !moduleIds.includes(place.moduleId)),
      ]),
    );
  setState({ printed: { byCommand: kept(byCommand), byPosition: kept(byPosition) } });
};
