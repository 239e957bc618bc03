import { useCallback, useSyncExternalStore } from 'react';
import { sameValue } from '#model';

/** What holds for the few ids that stand out, and what holds for all others. */
export type Outstanding<Value> = { others: Value; byId: ReadonlyMap<string, Value> };

/** Values by id, worked out for all of them together. */
export type Keyed<Value> = {
  of: (id: string) => Value;
  watch: (id: string, onChange: () => void) => () => void;
  /** To be called when something may have changed; whoever watches an id hears of it only where its value has. */
  refresh: () => void;
};

const valueIn = <Value>({ others, byId }: Outstanding<Value>, id: string): Value => byId.get(id) ?? others;

/** What says the same as before is the same object as before. */
const keeping = <Value>(before: Outstanding<Value>, now: Outstanding<Value>): Outstanding<Value> => {
  const kept = (old: Value, value: Value): Value => (sameValue(old, value) ? old : value);
  return {
    others: kept(before.others, now.others),
    byId: new Map([...now.byId].map(([id, value]) => [id, kept(valueIn(before, id), value)])),
  };
};

/**
 * A thousand notes that each ask the app's whole state at each of its changes would hold a step up. Here it is asked
 * once for all of them, and nothing at all is worked out while nobody watches. `workOut` answers the same object for as
 * long as nothing has changed.
 */
export const createKeyed = <Value>(workOut: () => Outstanding<Value>): Keyed<Value> => {
  const watching = new Map<string, Set<() => void>>();
  let found: Outstanding<Value> | null = null;
  let known: Outstanding<Value> | null = null;
  let isStale = true;

  const renew = (): Outstanding<Value> => {
    isStale = false;
    const now = workOut();
    if (known && now === found) return known;
    found = now;
    known = known ? keeping(known, now) : now;
    return known;
  };

  const tell = (id: string): void => {
    for (const onChange of watching.get(id) ?? []) onChange();
  };

  return {
    of: (id) => valueIn(isStale || !known ? renew() : known, id),
    watch: (id, onChange) => {
      const own = watching.get(id) ?? new Set();
      watching.set(id, own.add(onChange));
      return () => {
        own.delete(onChange);
        if (own.size === 0 && watching.get(id) === own) watching.delete(id);
      };
    },
    refresh: () => {
      const before = known;
      if (!before || watching.size === 0) {
        isStale = true;
        return;
      }
      const now = renew();
      if (now === before) return;
      const ids = now.others === before.others ? new Set([...before.byId.keys(), ...now.byId.keys()]) : watching.keys();
      for (const id of [...ids]) if (valueIn(now, id) !== valueIn(before, id)) tell(id);
    },
  };
};

/** The value of an id, as it changes. */
export const useKeyed = <Value>(keyed: Keyed<Value>, id: string): Value =>
  useSyncExternalStore(
    useCallback((onChange) => keyed.watch(id, onChange), [keyed, id]),
    () => keyed.of(id),
  );
