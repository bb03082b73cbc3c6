/**
 * A name or id as a part of one of the API's URLs. dockerode writes it there as it is given, so that "?" or "#" would end
 * it; and "." and ".." would be taken for steps, and lead to another place.
 * @throws what `attempt` takes for 404: no object has such a name
 */
export function urlName(name: string): string {
  const parts = name.split('/');
  if (parts.some((part) => /^\.{0,2}$/.test(part))) {
    const message = `nothing is called "${name}"`;
    throw Object.assign(new Error(message), { statusCode: 404, json: { message } });
  }
  // A "/" belongs to names of images, and engines look for it there.
  return parts.map(encodeURIComponent).join('/');
}
