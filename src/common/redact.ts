/** What stands where a secret was. */
const REDACTED = '***';

/** Names whose values are secrets, wherever they stand: variables, arguments, fields. */
const SECRET_NAME = String.raw`[\w.-]*(?:password|passwd|passphrase|token|secret|api[_-]?key|access[_-]?key|private[_-]?key|credential|authorization)[\w.-]*`;

/**
 * Kinds of secrets that are known by how they look, each with what is put in their place.
 */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [
    /-----BEGIN ([A-Z ]*PRIVATE KEY)-----[\s\S]*?(-----END \1-----|$)/g,
    `-----BEGIN $1-----${REDACTED}-----END $1-----`,
  ],
  // JSON web tokens, as ServiceAccounts have them.
  [/\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, REDACTED],
  // k3s's tokens: K10 and the hash of the CA, :: and the password.
  [/\bK10[0-9a-f]{64}::[^\s"',]+/g, REDACTED],
  // The password in the path of local images.
  [/\/k3d-[0-9a-f]{32}\b/g, `/k3d-${REDACTED}`],
  // Logins of URLs, up to the last @, for a password may have one; a port and a path before a digest are none. One with
  // a slash in it is looked for within bounds, so that a line of megabytes is no work of hours; without, of any length.
  [/(\/\/[^\s/:@"']+:)(?:(?!\d+\/)[^\s"']{1,512}|[^\s/@"']+)@/g, `$1${REDACTED}@`],
  // Endpoints as MySQL's driver takes them: USER:PASSWORD@tcp(HOST:PORT)/NAME.
  // From a name's beginning and within bounds, for the same reason.
  [/(?<![^\s:@"'=])([^\s:@"'=]{1,64}:)[^\s"']{1,512}(@(?:tcp|unix)\()/g, `$1${REDACTED}$2`],
  [/\b(basic|bearer)\s+[\w+/=.~-]{8,}/gi, `$1 ${REDACTED}`],
  [
    /\b(client-key-data|client-certificate-data|\.dockerconfigjson|"?auth"?)(["']?\s*[:=]\s*["']?)[\w+/=.-]{8,}/gi,
    `$1$2${REDACTED}`,
  ],
  // "NAME": "value", NAME=value, NAME:   value; nulls, numbers, objects and references are none.
  [
    new RegExp(
      String.raw`(\b${SECRET_NAME}["']?[ \t]*[:=][ \t]*["']?)(?!<|null\b|true\b|false\b|\d+\b|[{[(*])[^\s"',}]+`,
      'gi',
    ),
    `$1${REDACTED}`,
  ],
  [new RegExp(String.raw`(--${SECRET_NAME}["']?,?\s+["']?)(?!-)[^\s"',\]]+`, 'gi'), `$1${REDACTED}`],
];

/**
 * `text` without secrets: those that are given, and whatever looks like one.
 * @param known values that are secrets; short ones, which are everywhere, are passed over
 */
export function redact(text: string, known: readonly string[]): string {
  let clean = text;
  for (const value of known) if (value.length >= 4) clean = clean.replaceAll(value, REDACTED);
  for (const [pattern, instead] of PATTERNS) clean = clean.replace(pattern, instead);
  return clean;
}
