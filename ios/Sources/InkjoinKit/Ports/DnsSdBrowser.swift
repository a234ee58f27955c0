import Foundation

/// How long what was there before a browse began anew may take to be seen again, in seconds. Ours.
let seenAgain = 10.0

/// Between two tries to begin anew, in seconds, and how many in a row. Ours.
let beginAnew = (pause: 1.0, tries: 30)

/// How long the local network must be forbidden before it is told, in seconds: the system forbids it at once, while its dialog
/// is still open (TN3179). Ours.
let deniedFor = 5.0

/// Browses DNS-SD by the system's daemon, which needs no entitlement for multicast.
final class DnsSdBrowser: DnsSdPort {
    private let system: any DnsSdSystem
    private let later: any Later
    private let browses = Running<Browse>()

    init(_ system: any DnsSdSystem, later: any Later) {
        self.system = system
        self.later = later
    }

    func browse(id: UInt64, serviceTypes: [String], events: DnsSdEvents) throws { start(id, serviceTypes, events) }

    func start(_ id: UInt64, _ serviceTypes: [String], _ events: any DnsSdEventsProtocol) {
        let browse = Browse(system, later, events)
        browses.put(id, browse)?.end()
        browse.begin(serviceTypes)
    }

    func stop(id: UInt64) throws { browses.remove(id)?.end() }
}

/// One browse of all types. Events are told under its lock, so that none comes after `end`.
private final class Browse: @unchecked Sendable {
    private struct Search {
        let number: Int
        var tries: Int
        var end: End?
        /// Seen by the search before this one, and not yet again.
        var unseen = Set<Service>()
    }

    private let lock = NSRecursiveLock()
    private let system: any DnsSdSystem
    private let later: any Later
    private let events: any DnsSdEventsProtocol
    private var resolver: Resolver?
    private var searches = [String: Search]()
    private var known = [Service: String]()
    private var count = 0
    /// Types that are not allowed now, and which denial it is.
    private var denied = Set<String>()
    private var denial = 0
    private var failed = false
    private var over = false

    init(_ system: any DnsSdSystem, _ later: any Later, _ events: any DnsSdEventsProtocol) {
        self.system = system
        self.later = later
        self.events = events
    }

    func begin(_ serviceTypes: [String]) {
        lock.withLock {
            resolver = Resolver(system, later, lock) { [weak self] in self?.resolved($0, $1) }
            serviceTypes.forEach { search(short($0), tries: 0) }
        }
    }

    func end() {
        lock.withLock {
            over = true
            searches.values.forEach { $0.end?() }
            searches = [:]
            resolver?.end()
        }
    }

    private func search(_ type: String, tries: Int) {
        if over { return }
        count += 1
        let number = count
        searches[type]?.end?()
        searches[type] = Search(number: number, tries: tries, unseen: Set(known.keys.filter { $0.type == type }))
        let end = system.browse(type) { [weak self] told in self?.heard(type, number, told) }
        // It may have been answered, and replaced, from inside of the call.
        if searches[type]?.number == number { searches[type]?.end = end } else { end() }
        if tries > 0 { later.after(seenAgain) { [weak self] in self?.forget(type, number) } }
    }

    private func heard(_ type: String, _ number: Int, _ told: Browsing) {
        lock.withLock {
            guard !over, searches[type]?.number == number else { return }
            switch told {
            case .ready: allow(type)
            case .here(let services): here(type, services.filter { $0.key.type == type })
            case .waiting(.disconnected), .failed(.disconnected): anew(type, number)
            case .waiting(.notAllowed): deny(type)
            case .failed(.notAllowed):
                deny(type)
                anew(type, number)
            case .waiting(.refused), .failed: broken(type)
            case .waiting(.other): break
            }
        }
    }

    private func here(_ type: String, _ services: [Service: String]) {
        if !services.isEmpty { allow(type) }
        searches[type]?.tries = 0
        searches[type]?.unseen.subtract(services.keys)
        let unseen = searches[type]?.unseen ?? []
        known.keys.filter { $0.type == type && services[$0] == nil && !unseen.contains($0) }.forEach(gone)
        for (service, about) in services where known[service] != about {
            known[service] = about
            resolver?.add(service)
        }
    }

    private func forget(_ type: String, _ number: Int) {
        lock.withLock {
            guard !over, let search = searches[type], search.number == number else { return }
            searches[type]?.unseen = []
            search.unseen.forEach(gone)
        }
    }

    private func gone(_ service: Service) {
        known[service] = nil
        resolver?.remove(service)
        events.gone(serviceType: long(service.type), name: service.name)
    }

    private func resolved(_ service: Service, _ answer: Result<Resolved, DnsSdTrouble>) {
        guard !over, known[service] != nil else { return }
        switch answer {
        case .success(let found):
            events.resolved(
                instance: DnsSdInstance(
                    serviceType: long(service.type), name: service.name, host: found.host, port: found.port,
                    addresses: found.addresses, txt: entries(ofTxt: found.txt)))
        case .failure(.notAllowed): deny(service.type)
        case .failure: break
        }
    }

    private func anew(_ type: String, _ number: Int) {
        guard let search = searches[type] else { return }
        search.end?()
        searches[type]?.end = nil
        if search.tries >= beginAnew.tries { return broken(type) }
        later.after(search.tries == 0 ? 0 : beginAnew.pause) { [weak self] in
            guard let self else { return }
            self.lock.withLock {
                if self.searches[type]?.number == number { self.search(type, tries: search.tries + 1) }
            }
        }
    }

    /// The others may still find something.
    private func broken(_ type: String) {
        searches.removeValue(forKey: type)?.end?()
        let why: PortError = denied.isEmpty ? .Failed : .PermissionMissing
        allow(type)
        if searches.isEmpty { fail(why) }
    }

    /// The search goes on by itself once it is allowed.
    private func deny(_ type: String) {
        if denied.isEmpty {
            denial += 1
            let mine = denial
            later.after(deniedFor) { [weak self] in
                guard let self else { return }
                self.lock.withLock {
                    if !self.over, !self.denied.isEmpty, self.denial == mine { self.fail(.PermissionMissing) }
                }
            }
        }
        denied.insert(type)
    }

    private func allow(_ type: String) { denied.remove(type) }

    private func fail(_ why: PortError) {
        if failed { return }
        failed = true
        events.failed(why: why)
    }
}

/// Apple's names of types end before it.
private let local = ".local."

private func short(_ type: String) -> String { type.hasSuffix(local) ? String(type.dropLast(local.count)) : type }

private func long(_ type: String) -> String { type + local }
