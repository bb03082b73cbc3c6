# Shared by the scripts beside this file: brings Node 24 and the packages. Source it.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${K3D_BED_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/k3d-action}
say() { printf '\033[1m==> %s\033[0m\n' "$*" >&2; }
die() { printf 'Error: %s\n' "$*" >&2; exit 1; }
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else die "root is needed for: $*"; fi; }

# need_packages NAME...: Debian packages, installed if they are not there.
need_packages() {
  local missing=()
  for package; do dpkg -s "$package" >/dev/null 2>&1 || missing+=("$package"); done
  [ ${#missing[@]} = 0 ] && return
  command -v apt-get >/dev/null || die "these are needed and can't be installed here: ${missing[*]}"
  say "installing ${missing[*]}"
  mkdir -p "$cache"
  # Parts of the test bed are brought beside each other, and apt-get runs once at a time.
  (
    flock 9
    as_root apt-get update -qq >&2
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null 2>&1
  ) 9>"$cache/.apt-lock" || die "apt-get could not install ${missing[*]}"
}

# need_go: Go on PATH, from the machine, from where its own installer puts it, or from Debian.
need_go() {
  command -v go >/dev/null || export PATH=$PATH:/usr/local/go/bin
  command -v go >/dev/null || need_packages golang-go
}

# go_program MODULE@VERSION PACKAGE OUTPUT [LDFLAGS]: compiles a program, in the folder of its own module: there its "replace"
# lines count, which "go install" refuses.
go_program() {
  local dir
  need_go
  mkdir -p "$(dirname "$3")"
  dir=$(go mod download -json "$1" | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p')
  (cd "$dir" && GOWORK=off CGO_ENABLED=0 go build ${4:+-ldflags "$4"} -o "$3.part" "$2" >&2) || die "$1 could not be compiled"
  mv "$3.part" "$3"
}

# debian_root FOLDER PACKAGES: a Debian trixie with these packages (separated by commas) in a folder, if it is not there.
debian_root() {
  [ ! -d "$1" ] || return 0
  [ "$(id -u)" = 0 ] || die "assembling $1 needs root"
  need_packages debootstrap
  local mirror log=$1.log
  # On Debian the mirror that this machine uses; elsewhere debootstrap's own choice.
  mirror=$(sed -n 's/^URIs: *\(.*debian\)\/\{0,1\}$/\1/p' /etc/apt/sources.list.d/debian.sources 2>/dev/null | head -n 1)
  rm -rf "$1.part"
  debootstrap --variant=minbase --include="$2" trixie "$1.part" ${mirror:+"$mirror"} >"$log" 2>&1 ||
    { tail -5 "$log" >&2; die "debootstrap failed, see $log"; }
  rm -rf "$1.part"/var/cache/apt/* "$1.part"/var/lib/apt/lists/* "$1.part"/usr/share/{doc,man,locale,info}/*
  mv "$1.part" "$1"
}

# need_node: Node 24 on PATH, from the machine or from the npm package that holds it.
need_node() {
  export PATH=$cache/node/bin:$PATH
  if ! command -v node >/dev/null || [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 24 ]; then
    command -v npm >/dev/null || need_packages npm
    local arch
    case $(uname -m) in x86_64) arch=x64 ;; aarch64) arch=arm64 ;; *) die "no Node 24 for $(uname -m): install it" ;; esac
    say "fetching Node 24"
    mkdir -p "$cache/node/bin" "$cache/node/download"
    npm install --prefix "$cache/node/download" --ignore-scripts --no-audit --no-fund --silent --no-save "node-linux-$arch@24" >&2 ||
      die "Node 24 could not be fetched"
    install -m755 "$cache/node/download/node_modules/node-linux-$arch/bin/node" "$cache/node/bin/node"
    rm -rf "$cache/node/download"
  fi
  command -v npm >/dev/null || need_packages npm
}

# need_modules: the project's packages, exactly as the lock file has them.
need_modules() {
  need_node
  local stamp=$root/node_modules/.installed
  if ! cmp -s "$root/package-lock.json" "$stamp"; then
    say "installing packages"
    (cd "$root" && npm ci --no-audit --no-fund --silent >&2) || die "npm ci failed"
    cp "$root/package-lock.json" "$stamp"
  fi
}

# Each node of k3s takes up to 17 inotify instances of the 128 that Linux gives all processes of a user, and two tests at a
# time have more than seven nodes now and then.
raise_limits() {
  local limit=/proc/sys/fs/inotify/max_user_instances
  [ "$(cat "$limit")" -ge 1024 ] || echo 1024 >"$limit" || say "can't raise $limit: tests with many nodes may fail"
}
