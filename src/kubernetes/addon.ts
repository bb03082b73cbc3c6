import { createHash } from 'node:crypto';
import { parseAllDocuments } from 'yaml';
import { isMapping } from '../common/mapping.ts';
import type { ObjectMeta } from './types.ts';

/** An object as a manifest has it. */
export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  [key: string]: unknown;
}

/** Kinds whose plural is not their name with an s; none of those that k3s's own parts are made of. */
const PATTERN = /^[A-Z][a-zA-Z]*[^sy]$/;

/**
 * The objects of a part of k3s's own, marked as k3s's by the labels and annotations with which it does so itself, so that
 * it takes over what is there instead of failing on it (rancher/wrangler: pkg/apply, and k3s: pkg/deploy).
 * @param manifest the text that k3s is about to apply
 * @param name of the addon: the file's, without its ending
 * @returns undefined when the text is not whole or has something that is not known here
 */
export function addonObjects(manifest: string, name: string): KubeObject[] | undefined {
  const documents = parseAllDocuments(manifest);
  if (documents.some(({ errors }) => errors.length > 0)) return undefined;
  const objects = documents.map((document) => document.toJS() as unknown).filter(isMapping);
  if (!objects.every(isObject)) return undefined;
  const owner = ['', 'k3s.cattle.io/v1, Kind=Addon', name, 'kube-system'] as const;
  const [id, kind, ownerName, namespace] = owner;
  const hash = createHash('sha1').update(owner.join('')).digest('hex');
  const prefix = 'objectset.rio.cattle.io';
  return objects.map((object) => ({
    ...object,
    metadata: {
      ...object.metadata,
      labels: { ...object.metadata.labels, [`${prefix}/hash`]: hash },
      annotations: {
        ...object.metadata.annotations,
        [`${prefix}/id`]: id,
        [`${prefix}/owner-gvk`]: kind,
        [`${prefix}/owner-name`]: ownerName,
        [`${prefix}/owner-namespace`]: namespace,
      },
    },
  }));
}

function isObject(value: object): value is KubeObject {
  const { apiVersion, kind, metadata } = value as Partial<KubeObject>;
  return typeof apiVersion === 'string' && PATTERN.test(kind ?? '') && typeof metadata?.name === 'string';
}

/** Where objects of the same kind and namespace are made. */
export function pathOf({ apiVersion, kind, metadata: { namespace } }: KubeObject): string {
  const base = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  return `${base}${namespace === undefined ? '' : `/namespaces/${namespace}`}/${kind.toLowerCase()}s`;
}
