import { RefreshCw, Send, UserPlus, X } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../../kit/Button.tsx';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { IconButton } from '../../kit/IconButton.tsx';
import { tooltip } from '../../kit/tooltip.ts';
import { clientTexts as texts } from '../../text/clients.ts';
import { JsonView } from '../../timeline/JsonView.tsx';
import styles from './Clients.module.css';
import {
  addClient,
  chooseSender,
  leaveClients,
  mayAddClient,
  readAs,
  retryByItself,
  sendUnchecked,
} from './clients.ts';
import { useClients, viewKey } from './clientsStore.ts';

type ClientProps = { name: string; stream: string; present: number };

/** Somebody with what they last read of the stream; who is chosen sends next. */
const Client = ({ name, stream, present }: ClientProps) => {
  const isSender = useClients(({ sender }) => sender === name);
  const view = useClients(({ views }) => views[viewKey(name, stream)]);
  const retries = useClients((state) => state.retries[name] ?? 0);
  const behind = view ? present - view.version : 0;
  return (
    <li className={styles.client} data-sender={isSender || undefined} aria-label={name}>
      <div className={styles.name}>
        <label>
          <input type="radio" name="client" checked={isSender} onChange={() => chooseSender(name)} />
          <strong>{name}</strong>
        </label>
        <IconButton size="small" icon={RefreshCw} label={texts.read(name)} onClick={() => void readAs(name, stream)} />
      </div>
      <p className={styles.saw} data-stale={behind > 0 || undefined}>
        {view && texts.saw(view.version)}
        {behind > 0 && `, ${texts.behind(present)}`}
      </p>
      <div className={styles.state}>{view?.state !== undefined && <JsonView value={view.state} />}</div>
      {retries > 0 && <p className={styles.retries}>{texts.retries(retries)}</p>}
    </li>
  );
};

const useFirstLook = (names: readonly string[], stream: string): void => {
  const missing = useClients(({ views }) => names.filter((name) => !views[viewKey(name, stream)]).join(' '));
  useEffect(() => {
    for (const name of missing.split(' ').filter(Boolean)) void readAs(name, stream);
  }, [missing, stream]);
};

type ClientsProps = { stream: string; present: number; onSendAll: () => void };

/** Several people side by side, each with their own view of the stream, and how they send. */
export const Clients = ({ stream, present, onSendAll }: ClientsProps) => {
  const names = useClients((state) => state.names);
  const retriesItself = useClients((state) => state.retriesItself);
  const isUnchecked = useClients((state) => state.isUnchecked);
  const lost = useClients((state) => state.lost);
  useFirstLook(names, stream);
  return (
    <section className={styles.clients} aria-label={texts.clients}>
      <header>
        <strong>{stream}</strong>
        {mayAddClient(names) && <IconButton size="small" icon={UserPlus} label={texts.add} onClick={addClient} />}
        <IconButton size="small" icon={X} label={texts.leave} onClick={leaveClients} />
      </header>
      <ul className={styles.list}>
        {names.map((name) => (
          <Client key={name} name={name} stream={stream} present={present} />
        ))}
      </ul>
      <Checkbox label={texts.retryItself} isChecked={retriesItself} onChange={retryByItself} />
      <Checkbox
        label={texts.unchecked}
        isChecked={isUnchecked}
        onChange={sendUnchecked}
        {...tooltip(texts.uncheckedHint)}
      />
      <Button size="small" icon={Send} onClick={onSendAll} {...tooltip(texts.sendAllHint)}>
        {texts.sendAll}
      </Button>
      <p className={styles.lost} role="status">
        {lost}
      </p>
    </section>
  );
};
