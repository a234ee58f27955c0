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
        lock.withLock { next() }
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
        if over || answered { return }
        place += 1
        guard prefixes.indices.contains(place) else { return fail(.Failed) }
        let (here, prefix) = (place, prefixes[place])
        asked.insert(prefix)
        system.join(prefix) { [weak self] trouble in self?.took(here, trouble) }
    }

    private func took(_ here: Int, _ trouble: HotspotTrouble?) {
        lock.withLock {
            // The first answer counts, and none of a prefix whose turn is over.
            guard here == place, !over, !answered else { return }
            switch trouble {
            case nil, .alreadyThere: arrive(here, looks: arrival.looks)
            case .denied: fail(.Failed)
            case .forbidden: fail(.PermissionMissing)
            case .other: next()
            }
        }
    }

    private func arrive(_ here: Int, looks: Int) {
        system.name { [weak self] name in self?.arrived(here, looks, name) }
    }

    private func arrived(_ here: Int, _ looks: Int, _ name: String?) {
        let byAddress = paths.look().map { $0.wifi.isUp && $0.wifi.gateway == setupWifiAddress() } ?? false
        tellAfter {
            guard here == place, !over, !answered else { return }
            let byName = name.map(isOurs) ?? false
            if byName || byAddress {
                self.name = byName ? name : nil
                (there, answered) = (true, true)
                answer.joined()
            } else if looks > 1 {
                later.after(arrival.pause) { [weak self] in self?.arrive(here, looks: looks - 1) }
            } else {
                next()
            }
        }
    }

    private func isOurs(_ name: String) -> Bool { prefixes.contains { name.hasPrefix($0) } }

    private func fail(_ why: PortError) {
        lock.withLock {
            if over || answered { return }
            answered = true
            answer.failed(why: why)
        }
        end()
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
