#!/usr/bin/env bash
# The wizard on an emulator, against the lab on this computer's loopback (for the emulator: 10.0.2.2).
#
#   tests/android/emulator.sh [AVD]    a virtual device's name; without one, the only device that is attached already
#
# Needs ANDROID_HOME, a Gradle in PATH, the NDK and KVM. What it has started it ends, and nothing else. What an emulator can't show:
# DNS-SD does not cross its network, and its router is none of the lab's, so roads end at the wait.
set -euo pipefail
cd "$(dirname "$0")/../.."

SCENES=(laserjet-pin laserjet-pin-pages laserjet-pin-https laserjet-wrong-pin router-locked router-without-wrapper wpa3-only)
# Each from an empty app, but for `+`, which goes on with what the process before it has saved.
TESTS=(
    RoadsTest#thePinIsReadFromThePrinter
    RoadsTest#thePinIsTyped
    RoadsTest#bothButtonsArePushedByHand
    RoadsTest#thePrinterReportsAFailure
    LifeTest#whatIsTypedOutlivesATurnOfThePhone
    LifeTest#anActivityMadeAnewShowsTheSameScreen
    LifeTest#everyScreenPassesTheAccessibilityChecks
    LifeTest#withoutThePermissionThePersonIsToldAndMayGoOn
    LifeTest#leavesAtTheWait
    +LifeTest#comesBackToTheWait
)
# Tests that are told so by their names must find the permission ungranted; all others have it.
PERMISSION=android.permission.ACCESS_LOCAL_NETWORK
RUNNER=inkjoin.app.test/androidx.test.runner.AndroidJUnitRunner
BOOT=300

started=()
work=$(mktemp -d)
cleanup() {
    for pid in "${started[@]}"; do
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    rm -r "$work"
}
trap cleanup EXIT

adb() { command "$ANDROID_HOME/platform-tools/adb" "${serial[@]}" "$@"; }

serial=()
if [ $# -gt 0 ]; then
    port=5580
    serial=(-s "emulator-$port")
    "$ANDROID_HOME/emulator/emulator" -avd "$1" -port "$port" -no-window -no-audio -no-boot-anim -no-snapshot >"$work/emulator" 2>&1 &
    started+=($!)
    timeout "$BOOT" "$ANDROID_HOME/platform-tools/adb" "${serial[@]}" wait-for-device
    until [ "$(adb shell getprop sys.boot_completed | tr -d '\r')" = 1 ]; do
        [ "$SECONDS" -lt "$BOOT" ] || { echo "the emulator does not boot"; tail "$work/emulator"; exit 1; }
        sleep 1
    done
fi

cargo build -q -p inkjoin-lab -p inkjoin-cli
arguments=()
for scene in "${SCENES[@]}"; do
    # The lab serves until its standard input closes; nothing is announced on this computer's networks.
    mkfifo "$work/$scene.in"
    target/debug/inkjoin-lab serve "$scene" --json --no-announce <"$work/$scene.in" >"$work/$scene" &
    started+=($!)
    exec {held}>"$work/$scene.in"
    until [ -s "$work/$scene" ]; do
        kill -0 "${started[-1]}" || { echo "the lab does not serve $scene"; exit 1; }
        sleep 0.1
    done
    arguments+=(-e "lab-$scene" "$(base64 -w0 <"$work/$scene" | tr '+/' '-_' | tr -d '=')")
done

gradle -p android --quiet :app:assembleDebug :app:assembleDebugAndroidTest
adb install -r android/app/build/outputs/apk/debug/app-debug.apk
adb install -r android/app/build/outputs/apk/androidTest/debug/app-debug-androidTest.apk

level=$(adb shell getprop ro.build.version.sdk | tr -d '\r')
passed=0 failed=0 skipped=0
for test in "${TESTS[@]}"; do
    if [ "$test" = "${test#+}" ]; then
        adb shell pm clear inkjoin.app >/dev/null
        if [ "$level" -ge 37 ] && [[ $test != *withoutThePermission* ]]; then
            adb shell pm grant inkjoin.app "$PERMISSION"
        fi
    fi
    said=$(adb shell am instrument -w -e class "inkjoin.app.${test#+}" "${arguments[@]}" "$RUNNER")
    case $said in
    *"OK (1 test)"*) echo "${test#+}: ok" && passed=$((passed + 1)) ;;
    # Not for this level of Android.
    *"OK (0 tests)"*) echo "${test#+}: skipped, Android $level" && skipped=$((skipped + 1)) ;;
    *) echo "${test#+}: FAILED" && echo "$said" && failed=$((failed + 1)) ;;
    esac
done
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
