const isMac = () => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

const macNames: { [key: string]: string } = { $mod: '⌘', Meta: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧' };
const names: { [key: string]: string } = { $mod: 'Ctrl', Control: 'Ctrl' };
const keyNames: { [key: string]: string } = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
  Backspace: '⌫',
  Enter: 'Enter',
  BracketLeft: '[',
  BracketRight: ']',
  Period: '.',
  Comma: ',',
  Slash: '/',
  Equal: '+',
  Minus: '−',
  PageUp: 'Page up',
  PageDown: 'Page down',
};

const nameOf = (key: string, onMac: boolean): string => {
  const modifier = onMac ? macNames[key] : names[key];
  if (modifier) return modifier;
  const named = keyNames[key];
  if (named) return named;
  const plain = key.replace(/^(Key|Digit)(?=.$)/, '');
  return plain.length === 1 ? plain.toUpperCase() : plain;
};

/** How keys are written on screen: `$mod+Shift+KeyS` is "Ctrl+Shift+S", on a Mac "⇧⌘S" in the order used there. */
export const formatKeys = (keys: string, onMac: boolean = isMac()): string => {
  const parts = keys.split('+').map((key) => nameOf(key, onMac));
  if (!onMac) return parts.join('+');
  const order = ['⌃', '⌥', '⇧', '⌘'];
  const modifiers = parts.filter((part) => order.includes(part)).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  return [...modifiers, ...parts.filter((part) => !order.includes(part))].join('');
};
