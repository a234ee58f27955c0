import Foundation

@testable import InkjoinKit

/// Time that goes on when a test says so.
final class ManualLater: Later {
    private let state = Guarded((now: 0.0, calls: [(at: Double, call: @Sendable () -> Void)]()))

    var now: Double { state.with { $0.now } }

    func after(_ seconds: Double, _ call: @escaping @Sendable () -> Void) {
        state.with { $0.calls.append((at: $0.now + seconds, call: call)) }
    }

    func pass(_ seconds: Double) {
        let until = now + seconds
        while let next = due(until) { next() }
        state.with { $0.now = until }
    }

    private func due(_ until: Double) -> (@Sendable () -> Void)? {
        state.with { state in
            let first = state.calls.indices.min { state.calls[$0].at < state.calls[$1].at }
            guard let first, state.calls[first].at <= until else { return nil }
            let next = state.calls.remove(at: first)
            state.now = max(state.now, next.at)
            return next.call
        }
    }
}

/// What a port told, in words, with the order of its calls.
class Ear: @unchecked Sendable {
    private let words = Guarded([String]())

    var told: [String] { words.with { $0 } }

    func hear(_ word: String) { words.with { $0.append(word) } }

    /// What was told since the last time.
    func new() -> [String] {
        words.with { words in
            defer { words = [] }
            return words
        }
    }
}

final class DnsSdEar: Ear, DnsSdEventsProtocol, @unchecked Sendable {
    let instances = Guarded([DnsSdInstance]())

    func resolved(instance: DnsSdInstance) {
        instances.with { $0.append(instance) }
        hear("resolved \(instance.name) \(instance.addresses.joined(separator: " "))")
    }

    func gone(serviceType: InputText, name: InputText) { hear("gone \(name)") }

    func failed(why: PortError) { hear("failed \(why)") }
}

final class BleEar: Ear, BleEventsProtocol, @unchecked Sendable {
    func seen(advertisement: Advertisement) { hear("seen \(advertisement.device) \(advertisement.name ?? "-")") }

    func trouble(why: BleTrouble) { hear("trouble \(why)") }
}

final class AnswerEar: Ear, SetupWifiAnswerProtocol, @unchecked Sendable {
    func joined() { hear("joined") }

    func failed(why: PortError) { hear("failed \(why)") }
}

/// The daemon of DNS-SD: says what a test says.
final class FakeDnsSd: DnsSdSystem {
    typealias Browse = (type: String, tell: @Sendable (Browsing) -> Void, ended: Guarded<Int>)
    typealias Resolve = (service: Service, tell: @Sendable (Result<Resolved, DnsSdTrouble>) -> Void, ended: Guarded<Int>)

    private let state = Guarded((browses: [Browse](), resolves: [Resolve]()))
    /// Told from inside of each call.
    private let atOnce: Browsing?
    private let resolvedAtOnce: Resolved?

    init(atOnce: Browsing? = nil, resolvedAtOnce: Resolved? = nil) {
        self.atOnce = atOnce
        self.resolvedAtOnce = resolvedAtOnce
    }

    var browses: [Browse] { state.with { $0.browses } }
    var resolves: [Resolve] { state.with { $0.resolves } }
    var running: Int { state.with { $0.resolves.filter { $0.ended.with { $0 } == 0 }.count } }
    var open: Int { state.with { $0.browses.filter { $0.ended.with { $0 } == 0 }.count } }

    func browse(_ type: String, _ tell: @escaping @Sendable (Browsing) -> Void) -> End {
        let ended = Guarded(0)
        state.with { $0.browses.append((type, tell, ended)) }
        if let atOnce { tell(atOnce) }
        return { ended.with { $0 += 1 } }
    }

    func resolve(_ service: Service, _ tell: @escaping @Sendable (Result<Resolved, DnsSdTrouble>) -> Void) -> End {
        let ended = Guarded(0)
        state.with { $0.resolves.append((service, tell, ended)) }
        if let resolvedAtOnce { tell(.success(resolvedAtOnce)) }
        return { ended.with { $0 += 1 } }
    }

    /// To the newest browse of the type.
    func tell(_ type: String, _ told: Browsing) { browses.last { $0.type == type }?.tell(told) }

    /// To the newest resolution of the instance.
    func answer(_ name: String, _ answer: Result<Resolved, DnsSdTrouble>) {
        resolves.last { $0.service.name == name }?.tell(answer)
    }
}

/// Bluetooth: says what a test says.
final class FakeBluetooth: BluetoothSystem, Bluetooth {
    let calls = Ear()
    private let state = Guarded(Optional<@Sendable (BluetoothEvent) -> Void>.none)
    private let atOnce: [BluetoothEvent]

    init(atOnce: [BluetoothEvent] = []) { self.atOnce = atOnce }

    func open(_ tell: @escaping @Sendable (BluetoothEvent) -> Void) -> any Bluetooth {
        calls.hear("open")
        state.with { $0 = tell }
        atOnce.forEach(tell)
        return self
    }

    func scan() { calls.hear("scan") }

    func close() { calls.hear("close") }

    func tell(_ event: BluetoothEvent) { state.with { $0 }?(event) }
}

/// The phone's Wi-Fi, as far as joining goes.
final class FakeHotspot: HotspotSystem {
    typealias Done = @Sendable (HotspotTrouble?) -> Void

    let calls = Ear()
    /// The name of the Wi-Fi that the phone is on, where the system tells it.
    let name = Guarded(String?.none)
    private let joins = Guarded([Done]())
    private let atOnce: HotspotTrouble??

    init(atOnce: HotspotTrouble?? = nil) { self.atOnce = atOnce }

    func join(_ prefix: String, _ done: @escaping Done) {
        calls.hear("join \(prefix)")
        joins.with { $0.append(done) }
        if let atOnce { done(atOnce) }
    }

    func leave(_ prefix: String, name: String?) { calls.hear("leave \(prefix) \(name ?? "-")") }

    func name(_ tell: @escaping @Sendable (String?) -> Void) { tell(name.with { $0 }) }

    /// To the join of that number.
    func answer(_ number: Int, _ trouble: HotspotTrouble?) { joins.with { $0[number] }(trouble) }
}
