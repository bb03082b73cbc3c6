/** Which images of the engine nodes can pull: those that it has built or loaded, or those that it has pulled too. */
export type ServedImages = 'built' | 'all';
export type LocalImages = ServedImages | 'off';
