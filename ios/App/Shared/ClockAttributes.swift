import ActivityKit
import Foundation

/// All that the clock outside of the app knows.
struct ClockAttributes: ActivityAttributes {
    struct ContentState: Codable, Hashable {
        let began: Date
        let ends: Date
    }
}
