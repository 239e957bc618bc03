import { type ComponentType, lazy, useState } from 'react';

/**
 * A part of the screen that is fetched by itself. Once it has been fetched it is shown in the same breath: React's own
 * `lazy` first waits, which swallows the key that comes right after.
 */
export const lazyPart = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  let fetched: ComponentType<Props> | undefined;
  const fetchPart = async () => {
    fetched ??= await load();
    return fetched;
  };
  const Awaited = lazy(() => fetchPart().then((part) => ({ default: part })));
  const Part = (props: Props) => {
    const [Shown] = useState<ComponentType<Props>>(() => fetched ?? Awaited);
    return <Shown {...props} />;
  };
  return Object.assign(Part, { fetch: fetchPart });
};
