#!/bin/sh
# Rows of `cargo xtask bench bindings`: what crossing to Swift costs, against the toy. Needs release builds and
# `cargo xtask bindings --release swift toy`.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../../.."
made=target/bindings/release
package=target/swift-bench

copy() { # what did not change is not built again
    mkdir -p "$(dirname "$2")"
    cmp -s "$1" "$2" || cp "$1" "$2"
}

map() { # NAME LIBRARY
    printf 'module %s {\n    header "%s.h"\n    link "%s"\n    export *\n}\n' "$1" "$1" "$2" \
        >"$package/Sources/$1/module.modulemap"
}

copy "$here/bench/Package.swift" $package/Package.swift
for one in Bench Models; do
    copy "$here/bench/$one.swift" $package/Sources/Bench/$one.swift
done
(cd ios/Sources && find InkjoinKit -name '*.swift') | while read -r one; do
    copy "ios/Sources/$one" "$package/Sources/$one"
done
copy $made/swift/InkjoinFFI.swift $package/Sources/InkjoinFFI/InkjoinFFI.swift
copy $made/swift/InkjoinFFIC.h $package/Sources/InkjoinFFIC/InkjoinFFIC.h
copy $made/toy/swift/ToyFFI.swift $package/Sources/ToyFFI/ToyFFI.swift
copy $made/toy/swift/ToyFFIC.h $package/Sources/ToyFFIC/ToyFFIC.h
map InkjoinFFIC inkjoin_ffi
map ToyFFIC inkjoin_toy

"$here/env.sh" swift build -c release --package-path $package -Xlinker -L"$PWD/target/release" \
    -Xlinker --allow-shlib-undefined >&2
export LD_LIBRARY_PATH="$PWD/target/release${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
exec "$here/env.sh" "$package/.build/release/Bench"
