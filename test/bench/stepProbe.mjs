/**
 * To be run in a page before its scripts: counts what a step of a gesture does there, in any production build of React.
 * `window.probe.start()` begins, `window.probe.stop()` answers how often React rendered a component, which elements the
 * page changed, and in how many notes and arrows of React Flow these lie.
 */
export const installProbe = () => {
  const functionTags = new Set([0, 11, 14, 15]);
  const performedWork = 1;
  let renders = 0;

  /** @param {any} fiber */
  const countMounted = (fiber) => {
    if (functionTags.has(fiber.tag)) renders += 1;
    for (let child = fiber.child; child; child = child.sibling) countMounted(child);
  };

  /** As React's own developer tools find out what has rendered. @param {any} fiber @param {any} before */
  const countUpdated = (fiber, before) => {
    if (functionTags.has(fiber.tag) && fiber.flags & performedWork) renders += 1;
    if (fiber.child === before.child) return;
    for (let child = fiber.child; child; child = child.sibling) {
      if (!child.alternate) countMounted(child);
      else if (child.alternate !== child) countUpdated(child, child.alternate);
    }
  };

  let isCounting = false;
  Object.assign(window, {
    __REACT_DEVTOOLS_GLOBAL_HOOK__: {
      supportsFiber: true,
      isDisabled: false,
      inject: () => 1,
      onCommitFiberUnmount() {},
      onPostCommitFiberRoot() {},
      /** @param {number} _id @param {any} root */
      onCommitFiberRoot(_id, root) {
        if (isCounting && root.current.alternate) countUpdated(root.current, root.current.alternate);
      },
    },
  });

  /** @type {Set<Node>} */
  const touched = new Set();
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) touched.add(target);
  });
  Object.assign(window, {
    probe: {
      start() {
        touched.clear();
        renders = 0;
        isCounting = true;
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      },
      stop() {
        for (const { target } of observer.takeRecords()) touched.add(target);
        observer.disconnect();
        isCounting = false;
        const parts = [...touched].map((node) =>
          (node instanceof Element ? node : node.parentElement)?.closest('.react-flow__node, .react-flow__edge'),
        );
        return { renders, elements: touched.size, parts: new Set(parts.filter(Boolean)).size };
      },
    },
  });
};

/**
 * To be run in a page before its scripts: `window.opened` resolves with the time, since the page was asked for, at which
 * all notes and arrows had been painted.
 * @param {{ notes: number, arrows: number }} expected
 */
export const watchOpening = ({ notes, arrows }) => {
  const isDrawn = () =>
    document.querySelectorAll('.react-flow__node:not([style*="visibility: hidden"])').length >= notes &&
    document.querySelectorAll('.react-flow__edge').length >= arrows;
  const opened = new Promise((resolve) => {
    const look = () => {
      // A task that was queued in a frame's callback runs once the frame is painted.
      if (isDrawn()) setTimeout(() => resolve(performance.now()));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  Object.assign(window, { opened });
};
