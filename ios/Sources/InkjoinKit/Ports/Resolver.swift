import Foundation

/// Resolved at the same time: each takes a connection to the system's daemon, and an app may hold 256 files. Ours.
let resolvedAtOnce = 8

/// Waiting at the same time: a network that announces without end fills no memory. Ours.
let waitingAtMost = 512

/// After so many seconds without an answer the next has its turn, and so many turns an instance has. Ours.
let unanswered = (seconds: 10.0, turns: 3)

/// How long an instance keeps its turn for further addresses after the first ones, in seconds. Ours.
let furtherAddresses = 0.25

/// Resolves instances, some at a time. All of it happens under the lock of its browse.
final class Resolver: @unchecked Sendable {
    typealias Tell = @Sendable (Service, Result<Resolved, DnsSdTrouble>) -> Void

    private struct Turn {
        let number: Int
        var end: End?
        var answered = false
        /// It changed while it was being resolved.
        var again = false
    }

    private let system: any DnsSdSystem
    private let later: any Later
    private let lock: NSRecursiveLock
    private let tell: Tell
    private var waiting = [Service]()
    private var turns = [Service: Turn]()
    private var unheard = [Service: Int]()
    private var count = 0

    init(_ system: any DnsSdSystem, _ later: any Later, _ lock: NSRecursiveLock, _ tell: @escaping Tell) {
        self.system = system
        self.later = later
        self.lock = lock
        self.tell = tell
    }

    func add(_ service: Service) {
        unheard[service] = nil
        if turns[service] != nil {
            turns[service]?.again = true
        } else {
            queue(service)
        }
        next()
    }

    func remove(_ service: Service) {
        unheard[service] = nil
        waiting.removeAll { $0 == service }
        turns.removeValue(forKey: service)?.end?()
        next()
    }

    func end() {
        waiting = []
        unheard = [:]
        turns.values.forEach { $0.end?() }
        turns = [:]
    }

    private func queue(_ service: Service) {
        if waiting.count < waitingAtMost, !waiting.contains(service) { waiting.append(service) }
    }

    private func next() {
        while turns.count < resolvedAtOnce, !waiting.isEmpty {
            let service = waiting.removeFirst()
            count += 1
            let number = count
            turns[service] = Turn(number: number)
            let end = system.resolve(service) { [weak self] answer in self?.heard(service, number, answer) }
            if turns[service]?.number == number { turns[service]?.end = end } else { end() }
            later.after(unanswered.seconds) { [weak self] in self?.done(service, number) }
        }
    }

    private func heard(_ service: Service, _ number: Int, _ answer: Result<Resolved, DnsSdTrouble>) {
        lock.withLock {
            guard let turn = turns[service], turn.number == number else { return }
            tell(service, answer)
            guard case .success = answer else { return done(service, number) }
            if !turn.answered { later.after(furtherAddresses) { [weak self] in self?.done(service, number) } }
            turns[service]?.answered = true
        }
    }

    /// Only the turn that it is about ends: an answer may come late, or twice.
    private func done(_ service: Service, _ number: Int) {
        lock.withLock {
            guard let turn = turns[service], turn.number == number else { return }
            turns[service] = nil
            turn.end?()
            if turn.answered {
                unheard[service] = nil
            } else {
                unheard[service, default: 0] += 1
            }
            // First one of those that wait, so that there is room.
            next()
            if turn.again || !turn.answered && unheard[service, default: 0] < unanswered.turns { queue(service) }
            next()
        }
    }
}
