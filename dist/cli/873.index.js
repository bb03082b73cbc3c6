export const id = 873;
export const ids = [873];
export const modules = {

/***/ 8393:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ sendChecked),
/* harmony export */   v: () => (/* binding */ checkFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6497);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6652);





/** @throws SeedError when a file is not what was kept */
async function checkFile(folder, file) {
    const found = await (0,_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .measureFile */ .v9)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file.name)).catch(() => undefined);
    if (found?.size !== file.size || found.sha256 !== file.sha256)
        throw damaged(file);
}
const damaged = ({ name }) => new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__/* .SeedError */ .u(`${name} is damaged: it is not what was kept`);
/**
 * Sends a kept file somewhere, and takes its digest on the way.
 * @param send takes the file's bytes
 * @throws SeedError when the file is not what was kept; else what `send` throws
 */
async function sendChecked(folder, file, send) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file.name);
    const meter = new _digest_js__WEBPACK_IMPORTED_MODULE_4__/* .Meter */ .kI();
    const source = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path, { highWaterMark: _digest_js__WEBPACK_IMPORTED_MODULE_4__/* .CHUNK_BYTES */ .EC });
    source.on('error', (error) => meter.destroy(error));
    try {
        await send(source.pipe(meter));
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.finished)(meter.resume(), { writable: false });
    }
    catch (error) {
        // Whoever was sent a damaged file may well have refused it; then the damage is what there is to say.
        await checkFile(folder, file);
        throw error;
    }
    if (meter.size !== file.size || meter.digest() !== file.sha256)
        throw damaged(file);
}


/***/ }),

/***/ 6652:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EC: () => (/* binding */ CHUNK_BYTES),
/* harmony export */   kI: () => (/* binding */ Meter),
/* harmony export */   v9: () => (/* binding */ measureFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_3__);




/** Passes bytes on, counting them and taking their digest. */
class Meter extends node_stream__WEBPACK_IMPORTED_MODULE_2__.Transform {
    size = 0;
    #hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    _transform(chunk, _encoding, done) {
        this.size += chunk.length;
        this.#hash.update(chunk);
        done(null, chunk);
    }
    /** SHA-256 of all that has passed, in hexadecimal. To be asked once, at the end. */
    digest() {
        return this.#hash.digest('hex');
    }
}
/** Bytes that are read at once: small pieces cost more than they hold. */
const CHUNK_BYTES = 1024 * 1024;
/** Size in bytes and SHA-256 of a file. @throws the file system's error when it can't be read */
async function measureFile(path) {
    const meter = new Meter();
    const source = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path, { highWaterMark: CHUNK_BYTES });
    source.on('error', (error) => meter.destroy(error));
    source.pipe(meter).resume();
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_3__.finished)(meter);
    return { size: meter.size, sha256: meter.digest() };
}


/***/ }),

/***/ 7048:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   QG: () => (/* binding */ readImagesManifest),
/* harmony export */   ZN: () => (/* binding */ IMAGES_FORMAT),
/* harmony export */   jQ: () => (/* binding */ writeImagesManifest),
/* harmony export */   sh: () => (/* binding */ isPlainName)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1922);
/* harmony import */ var _common_mapping_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4131);
/* harmony import */ var _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6497);





/** Changes whenever an older entry can't be used any more. Part of every key. */
const IMAGES_FORMAT = 1;
const MANIFEST_NAME = 'manifest.json';
/** Writes a manifest beside the archives. */
async function writeImagesManifest(folder, manifest) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, MANIFEST_NAME), JSON.stringify(manifest));
}
/**
 * Reads and checks the manifest of cached images.
 * @throws SeedError when there is none, or none that can be used here
 */
async function readImagesManifest(folder, { kind, platform }) {
    let manifest;
    try {
        const value = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, MANIFEST_NAME), 'utf8'));
        manifest = (0,_common_mapping_js__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .p)(value) ? value : {};
    }
    catch (error) {
        throw new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__/* .SeedError */ .u(`the cached images have no manifest: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`);
    }
    const { format, files, images } = manifest;
    if (format !== IMAGES_FORMAT)
        throw new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__/* .SeedError */ .u(`the cached images have format ${String(format)}`);
    if (manifest.kind !== kind || manifest.platform !== platform) {
        throw new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__/* .SeedError */ .u(`the cached images are for ${String(manifest.platform)}, not ${platform}`);
    }
    const areOurs = isList(images) && isList(files) && (files ?? []).every(({ name }) => isPlainName(name));
    if (!areOurs)
        throw new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_3__/* .SeedError */ .u("the cached images' manifest is damaged");
    return manifest;
}
const isList = (value) => Array.isArray(value) && value.every(_common_mapping_js__WEBPACK_IMPORTED_MODULE_4__/* .isMapping */ .p);
/** Whether a file's name stays in its folder. */
const isPlainName = (name) => typeof name === 'string' && name !== '' && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(name) === name;
/** Bytes of all archives. */
const bytesOf = ({ files }) => files.reduce((sum, { size }) => sum + size, 0);


/***/ }),

/***/ 451:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ platformOf)
/* harmony export */ });
/** What an engine's images and clusters are made for, e.g. `linux/amd64`. */
function platformOf(engine) {
    const known = platforms.get(engine) ?? engine.info().then(({ os, arch }) => `${os}/${arch}`);
    platforms.set(engine, known);
    known.catch(() => platforms.delete(engine));
    return known;
}
/** An engine stays what it is: it is asked once. */
const platforms = new WeakMap();


/***/ }),

/***/ 7631:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ packFolder),
/* harmony export */   GH: () => (/* binding */ snapshotsFolder),
/* harmony export */   HM: () => (/* binding */ unpackFolder),
/* harmony export */   J$: () => (/* binding */ imagesFolder),
/* harmony export */   tD: () => (/* binding */ bytesIn),
/* harmony export */   wX: () => (/* binding */ namesIn)
/* harmony export */ });
/* unused harmony export SNAPSHOTS_VARIABLE */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_4___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_4__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_5___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_5__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_6___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_6__);
/* harmony import */ var tar_stream__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6118);
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1922);









/** Data of programs is where XDG has it (Base Directory Specification). */
const dataFolder = (env) => (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(env.XDG_DATA_HOME || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_2__.homedir)(), '.local', 'share'), 'k3d');
/** Says where snapshots are, in place of the user's folder: those of a job go with the job. */
const SNAPSHOTS_VARIABLE = 'K3D_SNAPSHOTS';
/** The folder of this user's snapshots, or of this job's. */
function snapshotsFolder(env) {
    return env[SNAPSHOTS_VARIABLE] || (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(dataFolder(env), 'snapshots');
}
/** The folder of this user's cached images. */
function imagesFolder(env) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(dataFolder(env), 'images');
}
/** The names of the folders in a folder. */
async function namesIn(folder) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder))
        return [];
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
/** Bytes of the files directly in a folder. */
async function bytesIn(folder) {
    const sizes = await Promise.all((await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder)).map(async (name) => (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name))).size));
    return sizes.reduce((sum, size) => sum + size, 0);
}
/**
 * Writes the files of a folder as one file, compressed as its name says: `.zst`, `.gz`, or not at all. It is for its
 * owner alone. What was begun is removed when it fails.
 */
async function packFolder(folder, path) {
    const archive = (0,tar_stream__WEBPACK_IMPORTED_MODULE_7__.pack)();
    const feeding = (async () => {
        for (const name of (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(folder)).sort()) {
            const file = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name);
            const entry = archive.entry({ name, size: (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(file)).size, mode: 0o600 });
            await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(file), entry);
        }
        archive.finalize();
    })();
    feeding.catch((error) => archive.destroy(error));
    const output = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(path, { mode: 0o600 });
    try {
        if (path.endsWith('.zst'))
            await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_4__.Readable.from(archive), (0,node_zlib__WEBPACK_IMPORTED_MODULE_6__.createZstdCompress)(), output);
        else if (/\.t?gz$/.test(path))
            await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_4__.Readable.from(archive), (0,node_zlib__WEBPACK_IMPORTED_MODULE_6__.createGzip)(), output);
        else
            await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_4__.Readable.from(archive), output);
        await feeding;
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { force: true });
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .UserError */ .yo(`${path} can't be written: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
/**
 * Unpacks what `packFolder` wrote. Only plain files, under their last names: nothing lands outside of the folder.
 * @throws UserError when it can't be read
 */
async function unpackFolder(path, folder) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true, mode: 0o700 });
    const unpacked = (0,tar_stream__WEBPACK_IMPORTED_MODULE_7__.extract)();
    const source = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path);
    const reading = path.endsWith('.zst')
        ? (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(source, (0,node_zlib__WEBPACK_IMPORTED_MODULE_6__.createZstdDecompress)(), unpacked)
        : /\.t?gz$/.test(path)
            ? (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(source, (0,node_zlib__WEBPACK_IMPORTED_MODULE_6__.createGunzip)(), unpacked)
            : (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(source, unpacked);
    reading.catch(() => undefined);
    try {
        for await (const entry of unpacked) {
            const name = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.basename)(entry.header.name);
            if (entry.header.type === 'file' && name !== '' && !name.startsWith('.')) {
                await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_4__.Readable.from(entry), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name), { mode: 0o600 }));
            }
            else
                entry.resume();
        }
        await reading;
    }
    catch (error) {
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .UserError */ .yo(`${path} can't be read: ${(0,_common_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}


/***/ }),

/***/ 7775:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ TarFilter)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_0__);

const BLOCK = 512;
/**
 * Passes a tar on without some of its entries, and with extended attributes added to others. What stays is passed on
 * byte by byte: tar libraries read the extended headers as text, which destroys attributes such as capabilities.
 * Format: POSIX pax, with GNU's long names (IEEE 1003.1, pax; GNU tar manual, "Basic Tar Format").
 */
class TarFilter extends node_stream__WEBPACK_IMPORTED_MODULE_0__.Transform {
    #options;
    /** Bytes of an incomplete block, or of an extended header. */
    #held = [];
    #heldBytes = 0;
    /** Bytes that are needed before the next decision. */
    #wanted = BLOCK;
    /** Extended headers that belong to the next entry, header blocks and contents. */
    #extensions = [];
    #extensionHeader;
    /** Bytes of the current entry's content that have not passed yet, padding included. */
    #remaining = 0;
    #keeping = true;
    constructor(options) {
        super();
        this.#options = options;
    }
    _transform(chunk, _encoding, done) {
        try {
            let rest = chunk;
            while (rest.length > 0)
                rest = this.#remaining > 0 ? this.#passContent(rest) : this.#collect(rest);
            done();
        }
        catch (error) {
            done(error);
        }
    }
    _flush(done) {
        const cut = this.#remaining > 0 || this.#heldBytes > 0 || this.#extensions.length > 0;
        done(cut ? new Error('the archive ends in the middle of an entry') : null);
    }
    #passContent(chunk) {
        const part = chunk.subarray(0, this.#remaining);
        this.#remaining -= part.length;
        if (this.#keeping)
            this.push(part);
        return chunk.subarray(part.length);
    }
    /** Gathers the bytes that the next decision needs. @returns what is left of the chunk */
    #collect(chunk) {
        const part = chunk.subarray(0, this.#wanted - this.#heldBytes);
        this.#held.push(part);
        this.#heldBytes += part.length;
        if (this.#heldBytes === this.#wanted) {
            const block = Buffer.concat(this.#held);
            this.#held = [];
            this.#heldBytes = 0;
            this.#wanted = BLOCK;
            if (this.#extensionHeader === undefined)
                this.#header(block);
            else
                this.#extension(this.#extensionHeader, block);
        }
        return chunk.subarray(part.length);
    }
    #header(block) {
        if (block.every((byte) => byte === 0)) {
            this.push(block); // the end of the archive
            return;
        }
        if (checksumOf(block) !== octal(block, 148, 8))
            throw new Error('a header of the archive is damaged');
        const type = String.fromCharCode(block[156]);
        if ('xgLK'.includes(type)) {
            this.#extensionHeader = block;
            this.#wanted = padded(sizeOf(block));
            if (this.#wanted === 0)
                this.#extension(block, Buffer.alloc(0));
            return;
        }
        this.#entry(block, type);
    }
    #extension(header, content) {
        this.#extensionHeader = undefined;
        this.#wanted = BLOCK;
        this.#extensions.push({ type: String.fromCharCode(header[156]), header, content });
    }
    #entry(header, type) {
        const pax = this.#extensions.find((extension) => extension.type === 'x');
        const records = pax === undefined ? new Map() : paxRecords(pax.content, sizeOf(pax.header));
        const longName = this.#extensions.find((extension) => extension.type === 'L')?.content;
        const name = records.get('path') ?? (longName === undefined ? plainName(header) : text(longName));
        const hasContent = type === '0' || type === '\0' || type === '7';
        const size = hasContent ? Number(records.get('size') ?? sizeOf(header)) : 0;
        const entry = { name: name.replace(/\/+$/, ''), isFolder: type === '5', size };
        this.#remaining = padded(size);
        this.#keeping = this.#options.keep(entry);
        if (this.#keeping) {
            this.#addAttributes(this.#options.attributes?.(entry) ?? []);
            for (const extension of this.#extensions)
                this.push(Buffer.concat([extension.header, extension.content]));
            this.push(header);
        }
        this.#extensions = [];
    }
    #addAttributes(attributes) {
        if (attributes.length === 0)
            return;
        const pax = this.#extensions.find((extension) => extension.type === 'x');
        const before = pax === undefined ? Buffer.alloc(0) : pax.content.subarray(0, sizeOf(pax.header));
        const added = attributes.map((attribute) => paxRecord(`SCHILY.xattr.${attribute}`));
        const content = Buffer.concat([before, ...added]);
        const header = extensionHeader(content.length);
        const extension = { type: 'x', header, content: Buffer.concat([content], padded(content.length)) };
        this.#extensions = [...this.#extensions.filter((other) => other !== pax), extension];
    }
}
const padded = (size) => Math.ceil(size / BLOCK) * BLOCK;
/** A field's text: up to the first zero byte. */
function text(field) {
    const end = field.indexOf(0);
    return field.toString('utf8', 0, end === -1 ? field.length : end);
}
function octal(block, at, length) {
    return Number.parseInt(text(block.subarray(at, at + length)).trim() || '0', 8);
}
/** The size field; sizes over 8 GiB are binary, marked by the highest bit. */
function sizeOf(block) {
    return block[124] & 0x80 ? Number(block.readBigUInt64BE(128)) : octal(block, 124, 12);
}
function plainName(block) {
    const prefix = block.toString('latin1', 257, 262) === 'ustar' ? text(block.subarray(345, 500)) : '';
    const name = text(block.subarray(0, 100));
    return prefix === '' ? name : `${prefix}/${name}`;
}
/** The sum of a header's bytes, with its own field taken as spaces. */
function checksumOf(block) {
    let sum = 8 * 0x20;
    for (const [index, byte] of block.entries())
        if (index < 148 || index >= 156)
            sum += byte;
    return sum;
}
/** `LENGTH KEY=VALUE\n`, where the length counts itself. */
function paxRecord(record) {
    const rest = Buffer.byteLength(record) + 2;
    let length = rest + String(rest).length;
    if (rest + String(length).length !== length)
        length += 1;
    return Buffer.from(`${length} ${record}\n`);
}
function paxRecords(content, size) {
    const records = new Map();
    for (let at = 0; at < size;) {
        const space = content.indexOf(0x20, at);
        const length = Number.parseInt(content.toString('latin1', at, space), 10);
        if (!(length > 0))
            throw new Error('an extended header of the archive is damaged');
        const record = content.toString('utf8', space + 1, at + length - 1);
        const equals = record.indexOf('=');
        records.set(record.slice(0, equals), record.slice(equals + 1));
        at += length;
    }
    return records;
}
function extensionHeader(size) {
    const block = Buffer.alloc(BLOCK);
    block.write('PaxHeaders/k3d', 0);
    block.write('0000644\0', 100);
    block.write('0000000\0', 108);
    block.write('0000000\0', 116);
    block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
    block.write('00000000000\0', 136);
    block.write('x', 156);
    block.write('ustar\x0000', 257, 'latin1');
    block.write(`${checksumOf(block).toString(8).padStart(6, '0')}\0 `, 148);
    return block;
}


/***/ }),

/***/ 4036:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   SM: () => (/* binding */ fitTable),
/* harmony export */   Xv: () => (/* binding */ CLEAR_LINE),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   qz: () => (/* binding */ widthOf),
/* harmony export */   uJ: () => (/* binding */ CLEAR)
/* harmony export */ });
/* harmony import */ var _common_table_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6513);

/** Where an output's width is not known, as that of a file. */
const USUAL_WIDTH = 80;
/** A terminal that is narrower says so by mistake: those of runners have no columns at all. */
const LEAST_WIDTH = 40;
/** Width of an output in characters. @param columns as the system says it */
const widthOf = (columns) => columns === undefined || columns < LEAST_WIDTH ? USUAL_WIDTH : columns;
/** Narrowest that a column is made, in characters. */
const NARROWEST = 8;
const GAP = 3;
/**
 * A table that fits a screen: as long as it is too wide, its widest column loses a character, and what is cut ends in
 * an ellipsis.
 * @param width in characters
 */
function fitTable(header, rows, width) {
    const all = [header, ...rows];
    const widths = header.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
    const total = () => widths.reduce((sum, one) => sum + one, GAP * (widths.length - 1));
    while (total() > width) {
        const widest = widths.indexOf(Math.max(...widths));
        if ((widths[widest] ?? 0) <= NARROWEST)
            break;
        widths[widest] = (widths[widest] ?? 0) - 1;
    }
    const cut = (row) => row.map((cell, column) => shorten(cell, widths[column] ?? 0));
    return (0,_common_table_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .t)(cut(header), rows.map(cut));
}
/** A text in at most so many characters. */
const shorten = (text, width) => text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`;
/**
 * A text in lines that fit a screen, broken at spaces; a word that is longer than a line is cut.
 * @param width in characters, the indent included
 * @param indent what each line begins with
 */
function wrap(text, width, indent) {
    const most = Math.max(NARROWEST, width - indent.length);
    const lines = text.match(new RegExp(`\\S.{0,${most - 1}}(?=\\s|$)|\\S{1,${most}}`, 'g')) ?? [];
    return lines.map((line) => `${indent}${line.trimEnd()}`);
}
/** Clears a terminal's line and goes to its beginning. */
const CLEAR_LINE = '\r\u001b[2K';
/** Clears a terminal and goes to its first place (ECMA-48). */
const CLEAR = '\u001b[H\u001b[2J\u001b[3J';


/***/ }),

/***/ 1298:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ interruptible),
  h: () => (/* binding */ reporterOf)
});

// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/cli/screen.ts
var screen = __webpack_require__(4036);
;// CONCATENATED MODULE: ./src/cli/reporter.ts

/** How a line begins that has no time. */
const SIGNS = { INFO: '', WARN: 'Warning: ', DEBUG: '  ' };
/**
 * Progress on standard error, a line each and the same in a terminal, a pipe and a CI's log, so that standard output holds
 * results only. In a terminal a last line says what is waited for, and is replaced.
 */
function cliReporter({ verbose, timestamps, quiet }, output = process.stderr) {
    let shown = '';
    const show = (text) => {
        if (text === shown)
            return;
        output.write(`${screen/* CLEAR_LINE */.Xv}${text}`);
        shown = text;
    };
    const write = (level, message) => {
        show('');
        const sign = timestamps ? `${new Date().toISOString()} ${level.padEnd(5)} ` : SIGNS[level];
        output.write(`${sign}${message}\n`);
    };
    const progress = !quiet || verbose;
    const canReplace = progress && !timestamps && output.isTTY === true;
    return {
        // A line that is wrapped can't be replaced.
        ...(canReplace && { status: (text) => show((0,screen/* shorten */.ml)(text, (0,screen/* widthOf */.qz)(output.columns) - 1)) }),
        info: (message) => progress && write('INFO', message),
        warn: (message) => write('WARN', message),
        debug: (message) => verbose && write('DEBUG', message),
        secret: () => undefined, // nothing secret is ever written
        stage: (title, work) => {
            if (progress)
                write('INFO', title);
            return work();
        },
    };
}

;// CONCATENATED MODULE: ./src/cli/session.ts


/** The reporter that a command's global flags ask for. */
function reporterOf(command) {
    const options = command.optsWithGlobals();
    return cliReporter({
        verbose: options.verbose === true || options.trace === true,
        timestamps: options.timestamps === true,
        quiet: options.quiet === true,
    });
}
/** Runs `work` with a signal that is aborted by Ctrl-C or a polite kill; a second one ends the process at once. */
async function interruptible(work) {
    const interrupted = new AbortController();
    const onSignal = (name) => {
        const reason = new errors/* InterruptedError */.p4(name);
        if (interrupted.signal.aborted)
            process.exit(reason.exitCode);
        interrupted.abort(reason);
    };
    // A failure that nobody waits for ends the work like any other: it is undone, and said in one sentence.
    const onStray = (error) => interrupted.abort(error instanceof Error ? error : new Error(String(error)));
    process.on('SIGINT', onSignal).on('SIGTERM', onSignal).on('unhandledRejection', onStray);
    try {
        await work(interrupted.signal);
    }
    finally {
        process.off('SIGINT', onSignal).off('SIGTERM', onSignal).off('unhandledRejection', onStray);
    }
}


/***/ }),

/***/ 6513:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ table)
/* harmony export */ });
/** Rows in columns of equal width, without lines between them, as kubectl and k3d print them. */
function table(header, rows, withHeader = true) {
    const all = withHeader ? [header, ...rows] : rows;
    const widths = header.map((_, column) => Math.max(0, ...all.map((row) => (row[column] ?? '').length)));
    return all
        .map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd())
        .join('\n');
}


/***/ })

};
