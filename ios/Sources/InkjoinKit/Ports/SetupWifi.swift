import Foundation

/// What the way to a printer's own Wi-Fi needs of the system. Answers come from any thread, also from inside of the call.
protocol HotspotSystem: Sendable {
    /// Asks the person to join an open network whose name begins so. An answer without an error does not mean that the
    /// phone is there: it may be none in sight.
    func join(_ prefix: String, _ done: @escaping @Sendable (HotspotTrouble?) -> Void)

    /// Forgets what was joined under this prefix, and leaves it.
    func leave(_ prefix: String, name: String?)

    /// The name of the Wi-Fi that the phone is on. Absent where there is none, or the system will not tell.
    func name(_ tell: @escaping @Sendable (String?) -> Void)
}

/// `NEHotspotConfigurationError` by what a port makes of it.
enum HotspotTrouble: Error, Equatable, Sendable {
    /// The person said no to this one.
    case denied
    /// The person, or who manages the phone, forbids it altogether.
    case forbidden
    /// The phone is on it.
    case alreadyThere
    /// None is in sight, or the system failed.
    case other

    init(code: Int) {
        self =
            switch code {
            case 7: .denied  // userDenied
            case 13: .alreadyThere  // alreadyAssociated
            case 16, 17: .forbidden  // userUnauthorized, systemDenied
            default: .other
            }
    }
}

/// A join is answered within a minute, the person's answers to the system's dialogs included.
let answeredWithin = 60.0

/// After the system's word it is looked so often whether the phone is there, with so many seconds between. Ours.
let arrival = (looks: 20, pause: 0.5)

/// Brings the phone to a printer's own Wi-Fi. Tells `changed` of each change.
final class SetupWifi: SetupWifiPort {
    private let system: any HotspotSystem
    private let paths: any PathSystem
    private let later: any Later
    private let changed: @Sendable () -> Void
    private let joins = Running<Join>()

    init(
        _ system: any HotspotSystem, _ paths: any PathSystem, later: any Later, changed: @escaping @Sendable () -> Void
    ) {
        self.system = system
        self.paths = paths
        self.later = later
        self.changed = changed
    }

    /// The phone is on a printer's own Wi-Fi, by a join of ours.
    var isThere: Bool { joins.all.contains(where: \.isThere) }

    func join(id: UInt64, prefixes: [String], answer: SetupWifiAnswer) throws { start(id, prefixes, answer) }

    func start(_ id: UInt64, _ prefixes: [String], _ answer: any SetupWifiAnswerProtocol) {
        let join = Join(system, paths, later, answer, prefixes, changed)
        joins.put(id, join)?.end()
        join.begin()
    }

    func leave(id: UInt64) throws { joins.remove(id)?.end() }

    /// The phone's networks changed: the system leaves such a Wi-Fi by itself, when the app was in the background, say.
    func look() { joins.all.forEach { $0.lookAgain() } }
}
