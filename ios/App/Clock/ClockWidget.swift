import ActivityKit
import SwiftUI
import WidgetKit

@main
struct ClockBundle: WidgetBundle {
    var body: some Widget {
        ClockWidget()
    }
}

/// The clock on the lock screen and in the Dynamic Island.
struct ClockWidget: Widget {
    var body: some WidgetConfiguration {
        ActivityConfiguration(for: ClockAttributes.self) { context in
            Banner(clock: context.state, over: context.isStale)
        } dynamicIsland: { context in
            DynamicIsland {
                DynamicIslandExpandedRegion(.leading) { Picture() }
                DynamicIslandExpandedRegion(.trailing) { Left(clock: context.state) }
                DynamicIslandExpandedRegion(.bottom) { Text(context.isStale ? "clock_over" : "clock_text") }
            } compactLeading: {
                Picture()
            } compactTrailing: {
                Left(clock: context.state).frame(maxWidth: 52)
            } minimal: {
                Left(clock: context.state)
            }
        }
    }
}

private struct Banner: View {
    let clock: ClockAttributes.ContentState
    let over: Bool

    var body: some View {
        HStack(spacing: 12) {
            Picture().font(.title2)
            VStack(alignment: .leading, spacing: 2) {
                Text("clock_title").font(.headline)
                Text(over ? "clock_over" : "clock_text").font(.subheadline)
            }
            Spacer(minLength: 8)
            Left(clock: clock).font(.title2).frame(maxWidth: 96)
        }
        .padding(16)
    }
}

/// The system counts by itself: nobody wakes the app for it.
private struct Left: View {
    let clock: ClockAttributes.ContentState

    var body: some View {
        Text(timerInterval: clock.began...max(clock.began, clock.ends), countsDown: true)
            .monospacedDigit()
            .multilineTextAlignment(.trailing)
    }
}

private struct Picture: View {
    var body: some View {
        Image(systemName: "printer").accessibilityHidden(true)
    }
}
