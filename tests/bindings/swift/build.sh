#!/bin/sh
# Builds the package in ios/ and its tests, on Linux, against target/debug/libinkjoin_ffi.so.
# What `cargo xtask bindings swift` made is copied into the package where it changed; git ignores it there.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
project=$(cd "$here/../../.." && pwd)
made=$project/target/bindings/swift
package=$project/ios

copy() {
    cmp -s "$made/$1" "$2/$1" || cp "$made/$1" "$2/$1"
}

mkdir -p "$package/Sources/InkjoinFFI"
copy InkjoinFFI.swift "$package/Sources/InkjoinFFI"
copy InkjoinFFIC.h "$package/Sources/InkjoinFFIC"
cd "$project"
exec "$here/env.sh" swift build --build-tests --package-path ios --scratch-path target/swift \
    -Xlinker -L"$project/target/debug" "$@"
