#!/bin/sh
# Runs the package's tests as build.sh built them, and checks the form of our own sources. Further words go to
# `swift test`, such as `--filter SceneTests`. The last line is the sum; each scene counts, as does the form.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../../.."
export LD_LIBRARY_PATH="$PWD/target/debug${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"

run() {
    "$here/env.sh" swift test --skip-build --package-path ios --scratch-path target/swift -Xlinker -Ltarget/debug \
        -Xlinker --allow-shlib-undefined "$@"
}

# Tests whose name ends so measure memory: in a process that has done nothing else, and without glibc's store of what each
# thread has freed.
memory=LeaveNothing
all() {
    run --skip $memory && done=0 || done=$?
    GLIBC_TUNABLES=glibc.malloc.tcache_count=0 run --filter $memory && return $done
}

{
    "$here/env.sh" swift format lint --strict --configuration ios/.swift-format --recursive \
        ios/Package.swift ios/Sources/InkjoinKit ios/Sources/InkjoinUI ios/App ios/Tests ios/package \
        tests/bindings/swift tests/ios/consumer \
        && "$here/env.sh" swift format lint --strict --configuration tests/ios/standins/.swift-format --recursive tests/ios/standins \
        && echo "form: passed" || echo "form: failed"
    if [ $# -gt 0 ]; then run "$@"; else all; fi && echo "swift test: ended" || echo "swift test: failed"
} 2>&1 | awk '
    { print; fflush() }
    /^form: passed/ || /^Test Case .* passed/ || /^scene: / { passed++ }
    /^form: failed/ || /^Test Case .* failed/ { failed++ }
    /^Test Case .* skipped/ || /^[^ ]+ Test .* skipped/ { skipped++ }
    # Of the test with the scenes, each scene has been counted.
    /^[^ ]+ Test [^ ]+\(.*\) passed after/ && !/ Test scene\(/ { passed++ }
    /^[^ ]+ Test [^ ]+\(.*\) failed after/ { failed++ }
    /^swift test: / { ended = $3 }
    END {
        if (ended != "ended" && !failed) failed = 1
        printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped
        exit failed > 0
    }'
