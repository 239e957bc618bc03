/** What a file holds, shown before anything of it is opened. */
export type FilePreview = {
  fileName: string;
  modelName: string;
  /** The address that it was fetched from. */
  from?: string;
  /** Bytes. */
  size: number;
  notes: number;
  events: number;
  commands: number;
  specifications: number;
  hasCode: boolean;
  /** What was repaired or left out, one line each. */
  remarks: string[];
  /** The model of this browser that the file is one of, by its id. */
  existing?: { modelId: string; name: string };
};

/** A file that takes its time to be read. */
export type FileBeingRead = { fileName: string; size: number; isBeingRead: true };
