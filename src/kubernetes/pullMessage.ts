/** What kubelet and containerd put around the reason of a failed pull, each naming the image once more. */
const AROUND = [
  /^Back-off pulling image "[^"]*": /,
  /rpc error: code = \w+ desc = /g,
  /failed to pull and unpack image "[^"]*": /g,
  /failed to resolve reference "[^"]*": /g,
  /failed to do request: \w+ "[^"]*": /g,
];

/** The reason of a failed pull in what the kubelet says of it: `ghcr.io/acme/api:v7: not found`. Other texts stay. */
export const pullMessage = (message: string): string =>
  AROUND.reduce((text, around) => text.replace(around, ''), message);
