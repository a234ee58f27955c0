#!/bin/sh
# Debian 13's Swift 6 on any Linux that has apt: the packages lie unpacked in a folder of their own, nothing is
# installed, and no package script or daemon is run.
#
#   env.sh can             says what this machine lacks, if it lacks something
#   env.sh fetch           makes the folder: $INKJOIN_BED (~/.cache/inkjoin-bed) + /swift, 585 MB to download, 1.6 GB there
#   env.sh COMMAND ARG...  runs a command with it, in the current folder; of the machine it sees the project and the network
#
# Without root it takes user namespaces.
set -eu

SUITE=trixie
# g++ brings the linker and the headers that Swift's own packages don't ask for; git is what `swift package` calls.
PACKAGES="base-files dash bash coreutils grep git swiftlang libc6-dev g++"
KEYS=/usr/share/keyrings/debian-archive-keyring.gpg

project=$(cd "$(dirname "$0")/../../.." && pwd)
bed=${INKJOIN_BED:-$HOME/.cache/inkjoin-bed}
root=$bed/swift
wanted="$SUITE $PACKAGES"

ready() { [ "$(cat "$root.from" 2>/dev/null)" = "$wanted" ]; }

lacks() {
    echo "lacks $1" >&2
    exit 1
}

mirror() { apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 2>/dev/null | grep -m1 '/debian/*$'; }

namespace() { # flags that let this user mount
    [ "$(id -u)" = 0 ] && echo --mount || echo --user --map-root-user --mount
}

can() {
    for program in unshare flock; do
        command -v $program >/dev/null || lacks "$program (package util-linux)"
    done
    # shellcheck disable=SC2046
    unshare $(namespace) true 2>/dev/null || lacks "the right to mount: root, or user namespaces"
    ! ready || return 0
    for program in apt-get dpkg-deb tar; do
        command -v $program >/dev/null || lacks "$program"
    done
    [ -e $KEYS ] || lacks "$KEYS (package debian-archive-keyring)"
    mirror >/dev/null || lacks "a Debian mirror among the sources of apt"
}

# apt with a status, lists and archives of its own: it sees an empty machine whose only source is SUITE.
own_apt() {
    apt-get -qq -y -o Dir::State="$work/state" -o Dir::State::status="$work/status" -o Dir::Cache="$work/cache" \
        -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts="$work/none" -o Dir::Etc::preferencesparts="$work/none" \
        -o APT::Install-Recommends=false -o APT::Sandbox::User="$(id -un)" -o Debug::NoLocking=1 "$@" >&2
}

unpack() { # a third of it is what building and testing a package never needs
    dpkg-deb --fsys-tarfile "$1" | tar -x -C "$work/root" --no-same-owner --wildcards \
        --exclude='./usr/share/doc/*' --exclude='./usr/share/man/*' --exclude='./usr/share/locale/*' \
        --exclude='./usr/libexec/swift/lib/swift/embedded/*' --exclude='*/FrameworkABIBaseline/*' \
        --exclude='*lldb*' --exclude='*/bin/clangd' --exclude='*/bin/docc' --exclude='*sourcekit*' \
        --exclude='./usr/libexec/gcc/*/cc1*' --exclude='./usr/libexec/gcc/*/lto1'
    rm "$1"
}

finish() { # what the packages' own scripts would have done
    for folder in bin sbin lib lib64; do
        [ -e "$work/root/$folder" ] || ln -s "usr/$folder" "$work/root/$folder"
    done
    ln -sf dash "$work/root/usr/bin/sh"
    echo 'root:x:0:0:root:/root:/bin/sh' >"$work/root/etc/passwd"
    echo 'root:x:0:' >"$work/root/etc/group"
    mkdir -p "$work/root/proc" "$work/root/dev" "$work/root/tmp" "$work/root/root" "$work/root$project"
}

fetch() ( # in a shell of its own: the lock ends with it
    can
    mkdir -p "$bed"
    exec 9>"$root.lock"
    flock 9
    ! ready || return 0
    work=$bed/swift.new
    rm -rf "$work"
    mkdir -p "$work/none" "$work/state/lists/partial" "$work/cache/archives/partial" "$work/root"
    : >"$work/status"
    echo "deb [signed-by=$KEYS] $(mirror) $SUITE main" >"$work/sources.list"
    echo "fetching Swift from $(mirror) into $root" >&2
    own_apt update
    # shellcheck disable=SC2086
    own_apt --download-only install $PACKAGES
    for package in "$work"/cache/archives/*.deb; do
        unpack "$package"
    done
    finish
    rm -rf "$root.from" "$root"
    mv "$work/root" "$root"
    echo "$wanted" >"$root.from"
    rm -rf "$work"
)

run() {
    ready || fetch
    mkdir -p "$root$project"
    export root project
    # The mounts end with the command, and so does every process that it started: SwiftPM puts tests into groups of their
    # own, where a killed caller would leave them.
    # shellcheck disable=SC2016,SC2046
    exec unshare $(namespace) --pid --fork --kill-child --propagation private sh -euc '
        here=$PWD
        mount -t proc proc "$root/proc" 2>/dev/null || mount --rbind /proc "$root/proc"
        # Single ones: whoever writes to a device as to a file, by a new one in its place, would replace the machine'"'"'s own.
        mount -t tmpfs tmpfs "$root/dev"
        for device in null zero full random urandom tty; do
            : >"$root/dev/$device"
            mount --bind "/dev/$device" "$root/dev/$device"
        done
        ln -s /proc/self/fd "$root/dev/fd"
        mkdir "$root/dev/shm"
        mount -t tmpfs tmpfs "$root/tmp"
        mkdir -p "$root$project" # Below /tmp it was hidden just now.
        mount --bind "$project" "$root$project"
        chroot "$root" /usr/bin/env -u root -u project HOME=/root LANG=C.UTF-8 \
            PATH=/usr/libexec/swift/bin:/usr/bin:/bin sh -c "cd \"\$0\" && exec \"\$@\"" "$here" "$@"
    ' sh "$@"
}

case ${1-} in
    can) can ;;
    fetch) fetch ;;
    '') sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 2 ;;
    *) run "$@" ;;
esac
