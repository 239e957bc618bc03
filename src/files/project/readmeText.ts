import { defaultData, idsAtHand, isProcessCode, type Program } from '#model';
import { asMarkdown } from '../document/escaping.ts';
import type { ProjectModules } from './modulesOfProject.ts';
import type { ProjectSource } from './ProjectFile.ts';

/** How to run the project, what is where, and what one has to know of Emmett 0.42.0. */
export const readmeText = (
  source: ProjectSource,
  left: readonly string[],
  program: Program,
  modules: ProjectModules,
): string =>
  `# ${asMarkdown(source.board.name)}

Made by Replayground from a model on a wall. The code in the \`code/\` folders is as it was written there; it runs on
[Emmett](https://github.com/event-driven-io/emmett) ${emmett}.

\`\`\`
npm install
npm test          # the specifications
npm run check     # types
npm start         # http://localhost:3000, in memory: gone with the process
npm start -- --seed   # the same, with the recorded history
\`\`\`

On PostgreSQL 15 or later (\`docker compose up -d\` starts one), with one environment variable:

\`\`\`
export DATABASE_URL=postgres://postgres:postgres@localhost:5432/postgres
npm run seed      # sends the recorded commands, into an empty store alone
npm run rebuild   # makes all documents anew; \`npm run rebuild -- NAME\` those of one read model
npm start
\`\`\`

\`PORT\` is the port, \`HOST\` the address to listen at: 127.0.0.1 unless it says otherwise. \`CLOCK_STARTS_AT=2026-03-02T09:00:00Z\` sets the clock at the start, and lets it run on from there:
so that what waits in a recorded history is not due at once.

## Asking it

| | |
|---|---|
| \`GET /\` | commands with their fields, and read models |
| \`POST /commands/<type>\` | sends \`{ "data": …, "commandId"?, "correlationId"?, "expectedVersion"? }\`. Fields are checked (400). What came of it: 200 appended, 422 rejected, 409 conflict, 500 failed |
| \`GET /events?after=0&limit=1000\` | recorded events, in the order in which they were stored |
| \`GET /streams/<name>\`, \`/streams/<name>/state\` | the events of a stream, and the state that they make |
| \`GET /read-models/<name>\`, \`/read-models/<name>/<id>\` | documents |

\`\`\`
${curlFor(source, program)}
\`\`\`

There is no login: put it behind something that has one before anybody else can reach it.

## What is where

${whatIsWhere(program, modules)}

- \`src/model.ts\`: what stands on the wall, with its code. \`#model\` in the code is \`model.ts\` of its own folder: the types of the notes around it.
- \`src/core/\`: handles commands, projects read models, runs policies, process managers and their timers over Emmett's stores.
- \`src/http/\`: the routes above. \`seed/recorded.json\`: the recorded commands.

\`metadata.now\` of a command is a Date; dates in events are ISO 8601 strings. \`Date.now()\`, \`Math.random()\` and
\`crypto.randomUUID()\` in \`decide\` and policies answer from the command, so that the same command gives the same events.
The process runs in UTC.

## What one has to know

- **Emmett ${emmett} states no licence**, neither in its packages nor in its repository when this was written. Without one
  nobody has given you the right to use it: ask its author, or wait for one, before you ship. Nothing of Emmett is copied
  here; it is a dependency. Its versions are pinned, as it changes from version to version.
- **Emmett ${emmett} ignores \`STREAM_DOES_NOT_EXIST\` and \`STREAM_EXISTS\`** when it appends on PostgreSQL, so that two who create a
  stream at once may both succeed. Here every append expects a number, 0 for a stream that does not exist: the second one
  is a conflict.
- **Emmett ${emmett} hands out positions before it commits**: a reader may pass by an event that commits late. Here one append
  at a time is made, over all processes (an advisory lock of PostgreSQL). That bounds how many commands a second it takes.
- **A read model that throws refuses the command**: nothing is stored. Emmett's store in memory would keep the events, so
  there read models are tried first.
- **PostgreSQL keeps JSON with its keys in an order of its own**: code must not depend on the order of keys of what it reads.
  A text with the character U+0000 cannot be stored.
- **The whole stream is read for each command.** Close the books before streams get long.
- **A command that was refused is decided again** when it is sent again with the same id; one whose events are stored answers
  with them.
- **Documents are made of new events alone**, until \`npm run rebuild\` takes a read model that was added or changed through all
  that is stored. Appends wait meanwhile.
- **Policies run in one process at a time**, in the order of the wall, at least once for each event; their commands have ids
  made of the event, so that the second time changes nothing. One that breaks waits at its event, and is tried
  again every half minute. Scheduled messages are read from the log at the start. A transaction that somebody keeps open in the same
  PostgreSQL delays them: Emmett reads past none that is under way.

## What was not carried over

${left.map((sentence) => `- ${asMarkdown(sentence)}\n`).join('')}`;

const emmett = '0.42.0';

const whatIsWhere = (program: Program, { deciders, readModels, policies, upcasters }: ProjectModules): string => {
  const processes = new Set(program.policies.flatMap(({ id, code }) => (isProcessCode(code) ? [id] : [])));
  const all = [
    ['decider', deciders],
    ['read model', readModels],
    ['policy', policies],
    ['upcaster', upcasters],
  ] as const;
  return all
    .flatMap(([kind, modules]) =>
      modules.map(
        ({ id, folder, entry }) => `- \`src/${folder}/${entry}\`: ${processes.has(id) ? 'process manager' : kind}`,
      ),
    )
    .join('\n');
};

/** Data that the form of a command would hold in the playground. */
const curlFor = ({ history }: ProjectSource, { commands }: Program): string => {
  const command = commands.find(({ deciderId }) => deciderId !== undefined);
  if (!command) return 'curl -s localhost:3000';
  const { type, fields } = command;
  const data = defaultData(
    fields,
    idsAtHand(type, { events: [], commands: history.commands }, () => 'new-1'),
  );
  const body = JSON.stringify({ data }).replaceAll("'", "'\\''");
  const address = `localhost:3000/commands/${encodeURIComponent(type).replaceAll("'", '%27')}`;
  return `curl -s '${address}' -H 'content-type: application/json' -d '${body}'`;
};
