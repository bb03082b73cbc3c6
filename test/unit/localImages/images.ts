import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pack } from 'tar-stream';

export const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');

/** An image as an engine exports it, in the form of Docker 25 and newer, or in the older one. */
export interface TestImage {
  /** As the engine has it. */
  id: string;
  layers: string[];
  archive(kind: 'oci' | 'old'): Readable;
}

/** @param layers contents of its layers */
export function testImage(...layers: string[]): TestImage {
  const config = JSON.stringify({
    architecture: 'amd64',
    rootfs: { type: 'layers', diff_ids: layers.map((one) => `sha256:${sha256(one)}`) },
  });
  const describe = (content: string, mediaType: string) => ({
    mediaType,
    digest: `sha256:${sha256(content)}`,
    size: Buffer.byteLength(content),
  });
  const manifest = JSON.stringify({
    schemaVersion: 2,
    config: describe(config, 'application/vnd.oci.image.config.v1+json'),
    layers: layers.map((one) => describe(one, 'application/vnd.oci.image.layer.v1.tar')),
  });
  const oci = (): [string, string][] => [
    ...[config, manifest, ...layers].map((one): [string, string] => [`blobs/sha256/${sha256(one)}`, one]),
    ['oci-layout', '{"imageLayoutVersion":"1.0.0"}'],
    [
      'index.json',
      JSON.stringify({
        schemaVersion: 2,
        manifests: [describe(manifest, 'application/vnd.oci.image.manifest.v1+json')],
      }),
    ],
  ];
  const old = (): [string, string][] => [
    ...layers.map((one, at): [string, string] => [`layer${at}/layer.tar`, one]),
    [`${sha256(config)}.json`, config],
    [
      'manifest.json',
      JSON.stringify([
        {
          Config: `${sha256(config)}.json`,
          Layers: layers.map((_, at) => `layer${at}/layer.tar`),
        },
      ]),
    ],
  ];
  return {
    id: `sha256:${sha256(config)}`,
    layers,
    archive: (kind) => {
      const tar = pack();
      for (const [name, content] of kind === 'oci' ? oci() : old()) tar.entry({ name }, content);
      tar.finalize();
      return Readable.from(tar);
    },
  };
}
