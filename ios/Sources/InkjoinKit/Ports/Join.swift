import Foundation

/// One join: prefix after prefix, until the phone is there or the person says no.
final class Join: @unchecked Sendable {
    private let lock = NSRecursiveLock()
    private let system: any HotspotSystem
    private let paths: any PathSystem
    private let later: any Later
    private let answer: any SetupWifiAnswerProtocol
    private let prefixes: [String]
    private let changed: @Sendable () -> Void
    private var place = -1
    private var asked = Set<String>()
    private var name: String?
    private var there = false
    private var answered = false
    private var over = false

    init(
        _ system: any HotspotSystem, _ paths: any PathSystem, _ later: any Later, _ answer: any SetupWifiAnswerProtocol,
        _ prefixes: [String], _ changed: @escaping @Sendable () -> Void
    ) {
        self.system = system
        self.paths = paths
        self.later = later
        self.answer = answer
        self.prefixes = prefixes
        self.changed = changed
    }

    var isThere: Bool { lock.withLock { there } }

    func begin() {
        later.after(answeredWithin) { [weak self] in self?.fail(.Failed) }
        next()
    }

    func end() {
        tellAfter {
            if over { return }
            over = true
            there = false
            asked.forEach { system.leave($0, name: name) }
        }
    }

    /// Also where nothing was joined: the networks changed.
    func lookAgain() {
        guard isThere else { return }
        if paths.look()?.wifi.isUp == false { return tellAfter { there = false } }
        system.name { [weak self] name in
            guard let self, let name, !self.isOurs(name) else { return }
            self.tellAfter { self.there = false }
        }
    }

    private func next() {
        let turn: (here: Int, prefix: String?)? = lock.withLock {
            if over || answered { return nil }
            place += 1
            guard prefixes.indices.contains(place) else { return (place, nil) }
            asked.insert(prefixes[place])
            return (place, prefixes[place])
        }
        guard let turn else { return }
        guard let prefix = turn.prefix else { return fail(.Failed) }
        system.join(prefix) { [weak self, system] trouble in
            // Whoever says yes when nobody waits any more shall not stay there.
            if self?.took(turn.here, trouble) != true, trouble == nil { system.leave(prefix, name: nil) }
        }
    }

    /// `false`: it came too late. The first answer counts, and none of a prefix whose turn is over.
    private func took(_ here: Int, _ trouble: HotspotTrouble?) -> Bool {
        guard lock.withLock({ here == place && !over && (!answered || there) }) else { return false }
        switch trouble {
        case nil, .alreadyThere: arrive(here, looks: arrival.looks)
        case .denied: fail(.Failed)
        case .forbidden: fail(.PermissionMissing)
        case .other: next()
        }
        return true
    }

    private func arrive(_ here: Int, looks: Int) {
        system.name { [weak self] name in self?.arrived(here, looks, name) }
    }

    private func arrived(_ here: Int, _ looks: Int, _ name: String?) {
        let byName = name.map(isOurs) ?? false
        let byAddress = paths.look().map { $0.wifi.isUp && $0.wifi.gateway == setupWifiAddress() } ?? false
        tellAfter {
            guard here == place, !over, !answered, byName || byAddress else { return }
            self.name = byName ? name : nil
            (there, answered) = (true, true)
            answer.joined()
        }
        guard lock.withLock({ here == place && !over && !answered }) else { return }
        if looks == 1 { return next() }
        later.after(arrival.pause) { [weak self] in self?.arrive(here, looks: looks - 1) }
    }

    private func isOurs(_ name: String) -> Bool { prefixes.contains { name.hasPrefix($0) } }

    private func fail(_ why: PortError) {
        let isFirst = lock.withLock {
            if over || answered { return false }
            answered = true
            answer.failed(why: why)
            return true
        }
        if isFirst { end() }
    }

    /// Not under the lock: who hears of it looks at once.
    private func tellAfter(_ change: () -> Void) {
        let isChanged = lock.withLock {
            let before = there
            change()
            return there != before
        }
        if isChanged { changed() }
    }
}
