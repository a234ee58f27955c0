import InkjoinKit
import SwiftUI

/// A clock that runs down: a ring, and the time left in words. Its marks are said and felt when they are passed.
struct ClockView: View {
    let clock: ClockFacts
    let nowMs: @MainActor () -> UInt64
    @State private var left: UInt64?
    @State private var felt = 0
    @Environment(\.own) private var own
    @Environment(\.locale) private var locale

    var body: some View {
        let left = left ?? clock.left(at: nowMs())
        Painted { palette in
            Panel(ground: palette.panel, ink: palette.onSurface) {
                Turning {
                    Ring(share: clock.totalMs > 0 ? Double(left) / Double(clock.totalMs) : 0)
                    VStack(alignment: .leading, spacing: 2) {
                        Words(clock.label).font(.subheadline)
                        Words(own.timeLeft(left)).font(.title3.monospacedDigit()).environment(\.locale, own.locale)
                    }
                }
            }
        }
        .accessibilityElement(children: .combine)
        .accessibilityAddTraits(.updatesFrequently)
        .accessibilityIdentifier("clock")
        .sensoryFeedback(.warning, trigger: felt)
        .task(id: clock.endsAtMs) { await run() }
    }

    /// Counts once a second, when a second is full, and stops at the end.
    private func run() async {
        var before = clock.left(at: nowMs())
        left = before
        while before > 0 {
            let wait = (before - 1) % 1_000 + 1
            guard (try? await Task.sleep(for: .milliseconds(Int64(wait)), clock: .continuous)) != nil else { return }
            let after = clock.left(at: nowMs())
            left = after
            if let mark = clock.passed(from: before, to: after) {
                Speaker.say(mark.text, urgently: false, in: locale.identifier(.bcp47))
                if mark.haptic { felt += 1 }
            }
            before = after
        }
    }
}

private struct Ring: View {
    let share: Double
    @ScaledMetric(relativeTo: .title3) private var side = 56.0

    var body: some View {
        Painted { palette in
            let line = StrokeStyle(lineWidth: 6, lineCap: .round)
            Circle()
                .stroke(palette.faint, style: line)
                .overlay {
                    Circle().trim(from: 0, to: min(share, 1)).stroke(palette.primary, style: line).rotationEffect(
                        .degrees(-90))
                }
                .padding(3)
                .frame(width: side, height: side)
        }
        .accessibilityHidden(true)
    }
}
