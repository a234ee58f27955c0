#!/bin/sh
# Builds the package in ios/ and its tests, on Linux, with what `cargo xtask bindings swift` made and against
# target/debug/libinkjoin_ffi.so.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../../.."
exec "$here/env.sh" swift build --build-tests --package-path ios --scratch-path target/swift \
    -Xlinker -L"$PWD/target/debug" -Xlinker --allow-shlib-undefined "$@"
