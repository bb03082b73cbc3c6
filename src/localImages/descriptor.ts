/** What a registry says of a piece of content (OCI image specification: descriptor.md). */
export interface Descriptor {
  mediaType: string;
  /** `sha256:` and 64 hex digits. */
  digest: string;
  /** Bytes. */
  size: number;
}

/** An image as a registry serves it: its manifest, and all the digests that it is made of, the manifest's among them. */
export interface ServedImage {
  manifest: Descriptor;
  digests: string[];
}
