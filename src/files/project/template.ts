import answering from './template/core/answering.ts?raw';
import application from './template/core/application.ts?raw';
import chance from './template/core/chance.ts?raw';
import clock from './template/core/clock.ts?raw';
import emmettEvents from './template/core/emmettEvents.ts?raw';
import handleCommand from './template/core/handleCommand.ts?raw';
import inMemoryStore from './template/core/inMemoryStore.ts?raw';
import modelTypes from './template/core/Model.ts?raw';
import messages from './template/core/messages.ts?raw';
import openStore from './template/core/openStore.ts?raw';
import policies from './template/core/policies.ts?raw';
import policyCommandId from './template/core/policyCommandId.ts?raw';
import postgresStore from './template/core/postgresStore.ts?raw';
import processes from './template/core/processes.ts?raw';
import readModels from './template/core/readModels.ts?raw';
import rebuilding from './template/core/rebuilding.ts?raw';
import store from './template/core/Store.ts?raw';
import serially from './template/core/serially.ts?raw';
import shapes from './template/core/shapes.ts?raw';
import specify from './template/core/specify.ts?raw';
import streamName from './template/core/streamName.ts?raw';
import timers from './template/core/timers.ts?raw';
import upcasting from './template/core/upcasting.ts?raw';
import misfits from './template/http/misfits.ts?raw';
import routes from './template/http/routes.ts?raw';
import server from './template/http/server.ts?raw';
import main from './template/main.ts?raw';
import rebuild from './template/rebuild.ts?raw';
import seed from './template/seed.ts?raw';
import seeding from './template/seeding.ts?raw';

/** What is the same in every project, by its path. It runs there and not here: `template/` is no code of this app. */
export const template: { [path: string]: string } = {
  'src/core/Model.ts': modelTypes,
  'src/core/Store.ts': store,
  'src/core/answering.ts': answering,
  'src/core/application.ts': application,
  'src/core/chance.ts': chance,
  'src/core/clock.ts': clock,
  'src/core/emmettEvents.ts': emmettEvents,
  'src/core/handleCommand.ts': handleCommand,
  'src/core/inMemoryStore.ts': inMemoryStore,
  'src/core/messages.ts': messages,
  'src/core/openStore.ts': openStore,
  'src/core/policies.ts': policies,
  'src/core/policyCommandId.ts': policyCommandId,
  'src/core/postgresStore.ts': postgresStore,
  'src/core/processes.ts': processes,
  'src/core/readModels.ts': readModels,
  'src/core/rebuilding.ts': rebuilding,
  'src/core/serially.ts': serially,
  'src/core/shapes.ts': shapes,
  'src/core/specify.ts': specify,
  'src/core/streamName.ts': streamName,
  'src/core/timers.ts': timers,
  'src/core/upcasting.ts': upcasting,
  'src/http/misfits.ts': misfits,
  'src/http/routes.ts': routes,
  'src/http/server.ts': server,
  'src/main.ts': main,
  'src/rebuild.ts': rebuild,
  'src/seed.ts': seed,
  'src/seeding.ts': seeding,
};
