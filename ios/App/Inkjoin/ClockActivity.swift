import ActivityKit
import Foundation
import InkjoinKit

/// The clock of the screen as a Live Activity, for a person who is away from the app, in the router's page as a rule. It
/// says nothing else of the screen: no PIN, no name of a network.
@MainActor
final class ClockActivity {
    private var shown: UInt64?

    /// Shows a clock that ends at `end`, or none. It can begin only while the app is still in front, or just leaving.
    func show(until end: UInt64?, now: UInt64) {
        if end == shown { return }
        remove()
        guard let end, end > now, ActivityAuthorizationInfo().areActivitiesEnabled else { return }
        let began = Date.now
        let ends = began.addingTimeInterval(Double(end - now) / 1_000)
        let content = ActivityContent(state: ClockAttributes.ContentState(began: began, ends: ends), staleDate: ends)
        // Without it the person has no clock outside of the app, and nothing else is lost.
        if (try? Activity.request(attributes: ClockAttributes(), content: content)) != nil { shown = end }
    }

    /// Also one of a process that was stopped.
    func remove() {
        shown = nil
        // Those of now: another one may be shown at once.
        let old = Set(Activity<ClockAttributes>.activities.map(\.id))
        Task { await Self.end(old) }
    }

    /// Apart from the main actor, since an `Activity` may not be sent from there.
    private nonisolated static func end(_ old: Set<String>) async {
        for activity in Activity<ClockAttributes>.activities where old.contains(activity.id) {
            await activity.end(nil, dismissalPolicy: .immediate)
        }
    }
}

extension WizardState {
    /// When the clock ends that the person sees, in milliseconds of `Session.nowMs`.
    var clockEnd: UInt64? {
        guard case .drawn(let screen) = self else { return nil }
        for case .clock(let end, _, _, _) in screen.blocks { return end }
        return nil
    }
}
