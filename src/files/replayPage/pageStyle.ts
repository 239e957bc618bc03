import base from './page/style/base.css?raw';
import narrow from './page/style/narrow.css?raw';
import parts from './page/style/parts.css?raw';
import streams from './page/style/streams.css?raw';
import transport from './page/style/transport.css?raw';
import values from './page/style/values.css?raw';
import wall from './page/style/wall.css?raw';

/** How the page looks; what is said for narrow screens comes last. */
export const pageStyle = [base, wall, transport, parts, streams, values, narrow].join('\n');
