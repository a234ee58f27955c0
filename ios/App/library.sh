#!/bin/bash
# Runs on a Mac only. Builds the core for one of Apple's platforms and puts it where the project looks for it.
#
#   ios/App/library.sh iphonesimulator|iphoneos [--release]
#
# Alone in its folder: beside a dynamic library the linker would take that one.
set -euo pipefail
cd "$(dirname "$0")/../.."

platform=$1
folder=debug
[ "${2-}" != --release ] || folder=release
case $platform-$(uname -m) in
iphoneos-*) target=aarch64-apple-ios ;;
iphonesimulator-arm64) target=aarch64-apple-ios-sim ;;
iphonesimulator-*) target=x86_64-apple-ios ;;
*) sed -n '2,7s/^# \{0,1\}//p' "$0" && exit 2 ;;
esac

cargo xtask bindings swift
IPHONEOS_DEPLOYMENT_TARGET=17.0 cargo rustc -q -p inkjoin-ffi --lib --crate-type staticlib --target "$target" ${2+"$2"}
mkdir -p "target/ios/$platform"
cp "target/$target/$folder/libinkjoin_ffi.a" "target/ios/$platform/"
