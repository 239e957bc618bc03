import { beforeEach, describe, expect, it } from 'vitest';
import { type Definition, emptyBoard } from '#model';
import { type AppState, appStore } from '#state';
import { ReadModelTables } from '../../../src/ui/read-models/ReadModelTables.tsx';
import { StatePane } from '../../../src/ui/timeline/StatePane.tsx';
import { render } from '../support/render.tsx';

const order: Definition = {
  id: 'order',
  kind: 'decider',
  name: 'Order',
  category: 'Order',
  idField: 'orderId',
  code: [],
};
const nothing: AppState['moment'] = { position: 1, states: [], readModels: [] };

const Panes = () => (
  <>
    <StatePane />
    <ReadModelTables />
  </>
);

describe('the panes of a moment', () => {
  beforeEach(() => {
    appStore.setState({
      board: { ...emptyBoard('model', 'Model'), definitions: { order } },
      modules: {},
      shownStream: 'Order-1',
      moment: null,
    });
  });

  it('claim nothing before the first moment is there', () => {
    const { host } = render(<Panes />);

    expect(host.textContent).toBe('');
  });

  it('tell a stream that nobody owns from one whose code does not run', () => {
    appStore.setState({
      moment: nothing,
      modules: {
        order: {
          kind: 'broken',
          module: { id: 'order', kind: 'decider', name: 'Order', files: [] },
          error: { name: 'Error', message: 'not today', phase: 'load', isFailure: true },
        },
      },
    });
    const { host, rerender } = render(<Panes />);
    expect(host.textContent).toContain('The code of Order does not run.');

    appStore.setState({ shownStream: 'Parcel-1' });
    rerender(<Panes />);

    expect(host.textContent).toContain('No decider owns this stream.');
    expect(host.textContent).toContain('No read models yet');
  });
});
