import {
  type Edge,
  type Node,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  useEdgesState,
  useNodesState,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { createRoot } from 'react-dom/client';

type BigModel = ReturnType<typeof import('./bigModel.mjs').bigModel>;

const nodesOf = ({ notes, definitions }: BigModel): Node[] => {
  const names = new Map(definitions.map(({ id, name }) => [id, name]));
  return notes.map(({ id, definitionId, x, y, width, height }) => ({
    id,
    position: { x, y },
    width,
    height,
    data: { label: names.get(definitionId) },
    zIndex: definitionId.startsWith('frame') ? -1 : 1,
  }));
};

const edgesOf = ({ connections }: BigModel): Edge[] =>
  connections.map(({ id, from, to }) => ({ id, source: from, target: to }));

/** The yardstick: the same notes and arrows in React Flow as it comes, set up as its documentation does it. */
const BareWall = ({ model }: { model: BigModel }) => {
  const [nodes, setNodes, onNodesChange] = useNodesState(nodesOf(model));
  const [edges, setEdges, onEdgesChange] = useEdgesState(edgesOf(model));
  const rename = (id: string | undefined, label: string) =>
    setNodes((now) => now.map((node) => (node.id === id ? { ...node, data: { label } } : node)));
  const selectAll = () => {
    setNodes((now) => now.map((node) => ({ ...node, selected: true })));
    setEdges((now) => now.map((edge) => ({ ...edge, selected: true })));
  };
  return (
    <>
      <div className="toolbar">
        <input aria-label="Name" onChange={({ target }) => rename(nodes[1]?.id, target.value)} />
        <button type="button" onClick={selectAll}>
          Select all
        </button>
      </div>
      <div className="flow">
        <ReactFlow
          nodes={nodes}
          edges={edges}
          onNodesChange={onNodesChange}
          onEdgesChange={onEdgesChange}
          selectionOnDrag
          selectionMode={SelectionMode.Full}
          panOnDrag={[1, 2]}
          minZoom={0.1}
          maxZoom={2.5}
          fitView
          elevateNodesOnSelect={false}
          onlyRenderVisibleElements
        />
      </div>
    </>
  );
};

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');
const model: BigModel = await (await fetch('./model.json')).json();
createRoot(root).render(
  <ReactFlowProvider>
    <BareWall model={model} />
  </ReactFlowProvider>,
);
