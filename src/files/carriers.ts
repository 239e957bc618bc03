import { isModelHash, textOfModelHash } from './link/modelLink.ts';
import { notAModel } from './ModelFileError.ts';
import { modelInPng } from './picture/modelInPng.ts';
import { modelInSvg } from './picture/modelInSvg.ts';
import { refuseLarge, textOfModelFile } from './readModelFile.ts';
import { modelInPage } from './replayPage/dataBlock.ts';

/** A kind of file that shows something else, and holds the text of a model inside. */
type Carrier = {
  /** `head` is the beginning of the file, read as a text. */
  recognises: (name: string, head: string) => boolean;
  /** Throws `ModelFileError`, in a sentence, where there is no model inside or it is damaged. */
  modelText: (file: Blob) => Promise<string>;
};

const hashIn = (text: string): string => text.replace(/^\s*(?:https?:\/\/[^\s#]*)?(?=#)/i, '').trimEnd();

const firstElement = (head: string): string | undefined => /<([a-z][\w:-]*)/i.exec(head)?.[1]?.toLowerCase();

const png: Carrier = {
  recognises: (name, head) => head.startsWith('\ufffdPNG') || /\.png$/i.test(name),
  modelText: async (file) => {
    refuseLarge(file.size);
    return modelInPng(new Uint8Array(await file.arrayBuffer()));
  },
};

const svg: Carrier = {
  recognises: (name, head) => /\.svg$/i.test(name) || (/^\uFEFF?\s*</.test(head) && firstElement(head) === 'svg'),
  modelText: async (file) => modelInSvg(await textOfModelFile(file)),
};

const html: Carrier = {
  recognises: (name, head) => /\.html?$/i.test(name) || /^\uFEFF?\s*<!doctype html/i.test(head),
  modelText: async (file) => {
    const text = modelInPage(await textOfModelFile(file));
    if (text === undefined) throw notAModel('this page holds none, or only a part of one');
    return text;
  },
};

/** The hash of an address, or all of the address, as the text of a file. */
const link: Carrier = {
  recognises: (_, head) => isModelHash(hashIn(head)),
  modelText: async (file) => textOfModelHash(hashIn(await textOfModelFile(file))),
};

const carriers: readonly Carrier[] = [link, png, svg, html];

/** The carrier that a file is, by its name and its beginning; nothing where it is none. */
export const carrierOf = (name: string, head: string): Carrier | undefined =>
  carriers.find(({ recognises }) => recognises(name, head));

/**
 * The text of a model in a file: the file's own, or what a picture, a page or a link holds inside. Throws
 * `ModelFileError` where the file is too large, and where it carries a model and this cannot be taken out.
 */
export const modelTextIn = (file: File, carrier: Carrier | undefined): Promise<string> =>
  carrier ? carrier.modelText(file) : textOfModelFile(file);
