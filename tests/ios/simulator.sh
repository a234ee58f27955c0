#!/bin/bash
# Runs on a Mac only. The wizard in a simulator, against the lab on the Mac's loopback, which the simulator shares.
#
#   tests/ios/simulator.sh [DEVICE]    a simulator's name, "iPhone 16" if none is given
#
# Needs Xcode 16 and Rust with the simulator's target. What it has started it ends, and nothing else. Pictures and results are in
# target/ios/results/. What a simulator can't show: the lab's printers by DNS-SD (nothing is announced on the Mac's networks), a
# router of the lab, Bluetooth, a printer's own Wi-Fi, the question for the local network, VoiceOver itself.
set -euo pipefail
cd "$(dirname "$0")/../.."

device=${1-iPhone 16}
scenes="laserjet-pin laserjet-pin-pages laserjet-pin-https laserjet-wrong-pin router-locked router-without-wrapper wpa3-only"
# Each from an app that was never there before.
tests="
RoadsTests/testThePinIsReadFromThePrinter
RoadsTests/testThePinIsTyped
RoadsTests/testBothButtonsArePushedByHand
RoadsTests/testThePrinterReportsAFailure
LifeTests/testAKilledAppComesBackToTheWait
LifeTests/testALinkOpensTheAppAndChangesNothing
LifeTests/testTheSecretIsCoveredWhileTheAppIsNotInFront
LifeTests/testTheLargestTextLeavesEveryChoiceInReach
LifeTests/testEveryScreenPassesTheAccessibilityAudit
"
results=target/ios/results
build=target/ios/build

started=""
work=$(mktemp -d)
cleanup() {
    for pid in $started; do
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    rm -r "$work"
}
trap cleanup EXIT

serve() { # SCENE
    # The lab serves until its standard input closes, and whoever holds that open is ended with this script. Nothing is announced.
    mkfifo "$work/$1.in"
    sleep 86400 >"$work/$1.in" &
    started="$started $!"
    target/debug/inkjoin-lab serve "$1" --json --no-announce <"$work/$1.in" >"$work/$1" &
    local lab=$!
    started="$started $lab"
    until [ -s "$work/$1" ]; do
        kill -0 "$lab" || { echo "the lab does not serve $1"; exit 1; }
        sleep 0.1
    done
    # xcodebuild hands TEST_RUNNER_NAME to the tests as NAME.
    export "TEST_RUNNER_LAB_$(echo "$1" | tr 'a-z-' 'A-Z_')=$(base64 <"$work/$1" | tr -d '\n')"
}

xcode() { # ACTION WORD...
    xcodebuild "$@" -project ios/App/Inkjoin.xcodeproj -scheme Inkjoin -destination "platform=iOS Simulator,name=$device" \
        -derivedDataPath "$build" -quiet
}

cargo build -q -p inkjoin-lab -p inkjoin-cli
ios/App/library.sh iphonesimulator
for scene in $scenes; do serve "$scene"; done

rm -rf "$results"
mkdir -p "$results"
xcode build-for-testing
xcrun simctl boot "$device" 2>/dev/null || true # It may run already.
xcrun simctl bootstatus "$device"
passed=0 failed=0
for test in $tests; do
    xcrun simctl uninstall "$device" inkjoin.app || true # The first time there is none.
    if xcode test-without-building -only-testing:"UITests/$test" -resultBundlePath "$results/${test#*/}.xcresult"; then
        echo "$test: ok" && passed=$((passed + 1))
    else
        echo "$test: FAILED" && failed=$((failed + 1))
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
