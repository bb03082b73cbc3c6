// Images: pulling them, and bringing them into nodes.
export { checkImages, importImages, type ImportSource } from './importImages.ts';
export { imagesOfNode } from './nodeImages.ts';
export { ensureImage } from './pull.ts';
export { lastLine } from './sendArchive.ts';
