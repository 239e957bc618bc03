/// <reference lib="webworker" />
import { answeringScreen } from '../answeringScreen.ts';
import { hashOfModel } from './modelLink.ts';

answeringScreen(async (model: Blob) => ({ result: await hashOfModel(model) }));
