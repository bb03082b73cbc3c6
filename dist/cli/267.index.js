export const id = 267;
export const ids = [267];
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
/* harmony import */ var _cluster_seed_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6497);
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6652);





/** @throws SeedError when a file is not what was kept */
async function checkFile(folder, file) {
    const found = await (0,_digest_js__WEBPACK_IMPORTED_MODULE_3__/* .measureFile */ .v9)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file.name)).catch(() => undefined);
    if (found?.size !== file.size || found.sha256 !== file.sha256)
        throw damaged(file);
}
const damaged = ({ name }) => new _cluster_seed_js__WEBPACK_IMPORTED_MODULE_4__/* .SeedError */ .u(`${name} is damaged: it is not what was kept`);
/**
 * Sends a kept file somewhere, and takes its digest on the way.
 * @param send takes the file's bytes
 * @throws SeedError when the file is not what was kept; else what `send` throws
 */
async function sendChecked(folder, file, send) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file.name);
    const meter = new _digest_js__WEBPACK_IMPORTED_MODULE_3__/* .Meter */ .kI();
    const source = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(path, { highWaterMark: _digest_js__WEBPACK_IMPORTED_MODULE_3__/* .CHUNK_BYTES */ .EC });
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

/***/ 451:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ platformOf)
/* harmony export */ });
/** What an engine's images and clusters are made for, e.g. `linux/amd64`. */
async function platformOf(engine) {
    const { os, arch } = await engine.info();
    return `${os}/${arch}`;
}


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
/** The folder of this user's snapshots. */
function snapshotsFolder(env) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(dataFolder(env), 'snapshots');
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

/***/ 4102:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ withKube),
/* harmony export */   T: () => (/* binding */ runningServer)
/* harmony export */ });
/* harmony import */ var _common_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1922);
/* harmony import */ var _kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7369);
/* harmony import */ var _credentials_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3964);
/* harmony import */ var _kubeconfig_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2315);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7567);





/** A server that is spoken with may be the one that is leaving: then another answers. */
const RETRIES = 20;
/** A server of the cluster that runs. @throws UserError when there is none */
function runningServer(cluster) {
    const server = (0,_model_js__WEBPACK_IMPORTED_MODULE_3__/* .nodesOf */ .Nh)(cluster, 'server').find(({ state }) => state === 'running');
    if (server !== undefined)
        return server;
    throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`cluster "${cluster.name}" does not run: start it with "k3d cluster start ${cluster.name}"`);
}
/**
 * Runs `work` with a client for the API of a cluster that exists, as its administrator.
 * @throws UserError when the cluster does not run; what `work` throws
 */
async function withKube(engine, cluster, work) {
    const server = runningServer(cluster);
    const url = (0,_kubeconfig_js__WEBPACK_IMPORTED_MODULE_2__/* .apiURL */ .Sw)(cluster.api?.host ?? '', cluster.api?.port ?? 0);
    const credentials = await (0,_credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .readCredentials */ .L)(engine, server.id, url);
    if (credentials === undefined)
        throw new _common_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo(`cluster "${cluster.name}" has no certificates: it has not come up`);
    const kube = new _kubernetes_client_js__WEBPACK_IMPORTED_MODULE_0__/* .KubeClient */ .B(credentials, RETRIES);
    try {
        return await work(kube);
    }
    finally {
        kube.close();
    }
}


/***/ }),

/***/ 1717:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ balancersOf),
/* harmony export */   MU: () => (/* binding */ takeFromBehind),
/* harmony export */   N$: () => (/* binding */ readValues),
/* harmony export */   jt: () => (/* binding */ isExtra),
/* harmony export */   ln: () => (/* binding */ changeValues),
/* harmony export */   ul: () => (/* binding */ putBehind)
/* harmony export */ });
/* harmony import */ var _plan_labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3848);
/* harmony import */ var _plan_loadBalancer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9477);
/* harmony import */ var _plan_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2471);
/* harmony import */ var _allSettled_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4192);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7567);
/* harmony import */ var _readFiles_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5229);






/** The load balancers of a cluster: the main one, if it has one, then those for ports that came later. */
function balancersOf(cluster) {
    return [...(0,_model_js__WEBPACK_IMPORTED_MODULE_3__/* .nodesOf */ .Nh)(cluster, 'loadbalancer'), ...cluster.nodes.filter(isExtra)];
}
/** Whether a node is a load balancer beside the main one. */
function isExtra({ labels }) {
    return _plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.extraLoadBalancer in labels;
}
/** What a load balancer passes on to whom. @returns undefined when it has no such file: it has never been set up */
async function readValues(engine, balancer) {
    const text = (await (0,_readFiles_js__WEBPACK_IMPORTED_MODULE_4__/* .readFiles */ .U)(engine, balancer.id, _plan_loadBalancer_js__WEBPACK_IMPORTED_MODULE_1__/* .VALUES_PATH */ .bW))?.values().next().value;
    return text === undefined ? undefined : (0,_plan_loadBalancer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseValues */ .Qc)(text);
}
/** Changes what the load balancers of a cluster pass on; each notices by itself, and connections elsewhere stay. */
async function changeValues(engine, cluster, change) {
    await (0,_allSettled_js__WEBPACK_IMPORTED_MODULE_5__/* .allSettled */ .v)(balancersOf(cluster).map(async (balancer) => {
        const values = await readValues(engine, balancer);
        if (values === undefined)
            return;
        const before = (0,_plan_loadBalancer_js__WEBPACK_IMPORTED_MODULE_1__/* .valuesFile */ .p4)(values).content;
        change(values, balancer);
        const file = (0,_plan_loadBalancer_js__WEBPACK_IMPORTED_MODULE_1__/* .valuesFile */ .p4)(values);
        if (file.content !== before)
            await engine.containers.putFiles(balancer.id, [file]);
    }));
}
/** Puts new nodes behind the ports that are open to their role. */
function putBehind(engine, cluster, role, names) {
    return changeValues(engine, cluster, ({ ports }, balancer) => {
        for (const [port, nodes] of ports) {
            if (isOpen(cluster, balancer, port, nodes, role))
                ports.set(port, [...new Set([...nodes, ...names])]);
        }
    });
}
/** Takes nodes from behind all ports. */
function takeFromBehind(engine, cluster, names) {
    return changeValues(engine, cluster, ({ ports }) => {
        for (const [port, nodes] of ports)
            ports.set(port, nodes.filter((node) => !names.includes(node)));
    });
}
/** A load balancer of k3d's does not say which ports are open: those that all nodes of the role are behind. */
function isOpen(cluster, { labels }, port, nodes, role) {
    if (port === _plan_names_js__WEBPACK_IMPORTED_MODULE_2__/* .API_PORT_KEY */ .Vh)
        return role === 'server';
    const label = labels[_plan_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .LABEL */ .d_.openPorts];
    if (label !== undefined)
        return JSON.parse(label)[port]?.includes(role) ?? false;
    const all = role === 'loadbalancer' ? [] : (0,_model_js__WEBPACK_IMPORTED_MODULE_3__/* .nodesOf */ .Nh)(cluster, role);
    return all.length > 0 && all.every(({ name }) => nodes.includes(name));
}


/***/ }),

/***/ 2028:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  To: () => (/* binding */ STOP_SECONDS),
  N0: () => (/* binding */ needCluster),
  Jp: () => (/* binding */ startCluster),
  dg: () => (/* binding */ stopCluster)
});

// EXTERNAL MODULE: ./src/common/duration.ts
var duration = __webpack_require__(5541);
// EXTERNAL MODULE: ./src/common/errors.ts
var errors = __webpack_require__(1922);
// EXTERNAL MODULE: ./src/plan/labels.ts
var plan_labels = __webpack_require__(3848);
// EXTERNAL MODULE: ./src/cluster/allSettled.ts
var allSettled = __webpack_require__(4192);
// EXTERNAL MODULE: ./src/cluster/balancers.ts
var balancers = __webpack_require__(1717);
// EXTERNAL MODULE: ./src/cluster/bringUp.ts + 1 modules
var bringUp = __webpack_require__(4155);
// EXTERNAL MODULE: ./src/cluster/context.ts
var cluster_context = __webpack_require__(5961);
// EXTERNAL MODULE: ./src/cluster/kubeconfig.ts
var kubeconfig = __webpack_require__(2315);
// EXTERNAL MODULE: ./src/cluster/hostEntries.ts
var hostEntries = __webpack_require__(8240);
// EXTERNAL MODULE: ./src/cluster/model.ts
var model = __webpack_require__(7567);
// EXTERNAL MODULE: ./src/plan/loadBalancer.ts
var loadBalancer = __webpack_require__(9477);
// EXTERNAL MODULE: ./src/plan/names.ts
var names = __webpack_require__(2471);
// EXTERNAL MODULE: ./src/cluster/createContainer.ts
var createContainer = __webpack_require__(5842);
;// CONCATENATED MODULE: ./src/cluster/trimBalancer.ts





/**
 * Makes a stopped load balancer anew without the ports that it passes on no more: only then the engine gives them free.
 * One that publishes nothing too much, runs, or is k3d's own, stays as it is.
 */
async function trimBalancer(engine, balancer) {
    if (balancer.state === 'running' || !(plan_labels/* LABEL */.d_.creation in balancer.labels))
        return;
    const details = await engine.containers.inspect(balancer.id);
    const values = await (0,balancers/* readValues */.N$)(engine, balancer);
    if (details === undefined || values === undefined)
        return;
    const used = details.portBindings.filter((port) => values.ports.has((0,names/* portKey */.ls)(port)));
    if (used.length === details.portBindings.length)
        return;
    const open = JSON.parse(details.labels[plan_labels/* LABEL */.d_.openPorts] ?? '{}');
    const container = (0,loadBalancer/* loadBalancerContainer */.As)({
        name: details.name,
        image: details.image,
        env: details.env,
        labels: details.labels,
        network: details.labels[plan_labels/* LABEL */.d_.network] ?? '',
        ip: details.fixedAddresses[details.labels[plan_labels/* LABEL */.d_.network] ?? ''],
        ports: used,
        binds: details.binds,
        extraHosts: details.extraHosts,
        open: new Map(Object.entries(open)),
    });
    await engine.containers.remove(balancer.id);
    await (0,createContainer/* createContainer */.g)(engine, container);
    await engine.containers.putFiles(container.name, (0,loadBalancer/* loadBalancerFiles */.S9)(values));
}

;// CONCATENATED MODULE: ./src/cluster/lifecycle.ts











/** How long a node may take to stop before it is killed, in seconds. */
const STOP_SECONDS = 10;
/** The cluster of that name. @throws UserError naming those that exist when it does not */
async function needCluster(engine, name) {
    return (await (0,model/* findCluster */.KG)(engine, name)) ?? Promise.reject(await (0,kubeconfig/* unknownCluster */.xE)(engine, name));
}
/** Stops all nodes of a cluster, whatever state they are in. @throws UserError when there is no such cluster */
async function stopCluster(engine, name) {
    const cluster = await needCluster(engine, name);
    // What is in front first, so that nobody is sent to nodes that are going.
    await (0,allSettled/* allSettled */.v)((0,balancers/* balancersOf */.BW)(cluster).map((node) => engine.containers.stop(node.id, STOP_SECONDS)));
    await (0,allSettled/* allSettled */.v)(cluster.nodes.map((node) => engine.containers.stop(node.id, STOP_SECONDS)));
}
/**
 * Starts all nodes of a cluster, ours or k3d's, and waits until it can be used again.
 * @param timeoutMs bound in milliseconds
 * @throws UserError when there is no such cluster, a node ends, or the time is up
 */
async function startCluster(name, context, { wait, timeoutMs }) {
    const { engine, reporter } = context;
    const cluster = await needCluster(engine, name);
    const servers = (0,model/* nodesOf */.Nh)(cluster, 'server');
    const [first] = servers.sort((a, b) => initOrder(a.labels) - initOrder(b.labels));
    if (first === undefined || cluster.api === undefined) {
        throw new errors/* UserError */.yo(`cluster "${name}" has no server: delete it and create it anew`);
    }
    const progress = { waitingFor: 'the Docker engine' };
    const explain = () => new errors/* UserError */.yo(`cluster "${name}" was not ready within ${(0,duration/* formatDuration */.a)(timeoutMs)}: still waiting for ${progress.waitingFor}`);
    const plan = {
        cluster: name,
        servers: servers.map((node) => node.name),
        agents: (0,model/* nodesOf */.Nh)(cluster, 'agent').map((node) => node.name),
        loadBalancers: (0,balancers/* balancersOf */.BW)(cluster).map((node) => node.name),
        apiURL: (0,kubeconfig/* apiURL */.Sw)(cluster.api.host, cluster.api.port),
        token: cluster.token,
        k3sArgs: (await engine.containers.inspect(first.id))?.command ?? [],
        nodeName: (container) => cluster.nodes.filter(({ name: own }) => own === container).map(plan_labels/* kubernetesName */.gg)[0] ?? container,
        restarted: true,
        hostEntries: () => (0,hostEntries/* hostEntries */.p)(engine, name),
        wait,
    };
    return await (0,cluster_context/* withDeadline */.N)(context, timeoutMs, explain, (inner) => reporter.stage(`Starting cluster ${name}`, async () => {
        await (0,allSettled/* allSettled */.v)((0,balancers/* balancersOf */.BW)(cluster).map((node) => trimBalancer(engine, node)));
        await (0,allSettled/* allSettled */.v)((0,model/* nodesOf */.Nh)(cluster, 'registry').map((node) => (0,bringUp/* startNode */.LK)(engine, node.name)));
        return (0,bringUp/* bringUp */.qh)(plan, inner, progress);
    }));
}
/** The server that began the cluster goes first. */
function initOrder(labels) {
    return labels[plan_labels/* LABEL */.d_.serverInit] === 'true' ? 0 : 1;
}


/***/ })

};
