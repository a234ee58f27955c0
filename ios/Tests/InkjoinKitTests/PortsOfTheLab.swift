import Foundation
import InkjoinKit

/// The discard port, where nobody listens.
private let nobody: UInt16 = 9

private func port(_ at: JSON) -> UInt16? { at.text?.split(separator: ":").last.flatMap { UInt16($0) } }
private func host(_ at: JSON) -> String? { at.text?.split(separator: ":").first.map { String($0) } }

/// The lab's phone.
final class Networks: NetworkPort {
    private let house: House

    init(_ house: House) { self.house = house }

    func look() throws -> NetworkState {
        let on = try house.state()["phone"].text ?? ""
        let router = house.info["router"]
        let home = ["home", "both", "vpn"].contains(on)
        let gateway = Gateway(
            address: host(router["http"]) ?? host(router["https"]) ?? "", httpPort: port(router["http"]) ?? nobody,
            httpsPort: port(router["https"]) ?? nobody)
        return NetworkState(
            home: home, gateway: home ? gateway : nil,
            setup: ["setup", "both"].contains(on) ? house.info["printers.0.setup"].text : nil, vpn: on == "vpn",
            mobile: on == "mobile")
    }
}

/// Tells what the lab would announce: from a thread for each browse; `inside` the call; or it `throws`, or `hangs`.
final class DnsSd: DnsSdPort {
    private let house: House
    private let how: String
    private let ends = Guarded([UInt64: DispatchSemaphore]())
    /// What hangs is let go with this.
    let over = DispatchSemaphore(value: 0)

    init(_ house: House, _ how: String) {
        self.house = house
        self.how = how
    }

    func browse(id: UInt64, serviceTypes: [String], events: DnsSdEvents) throws {
        guard serviceTypes.contains("_ipp._tcp.local.") else { throw PortError.Failed }
        if how == "throws" { throw Missed(house.info["router.password"].text ?? "") }
        if how == "hangs" {
            over.wait()
            return
        }
        let end = DispatchSemaphore(value: 0)
        ends.with { $0[id] = end }
        if how == "inside" {
            try tell(events, known: [:])
        } else {
            Thread { [weak self] in self?.tell(events, until: end) }.start()
        }
    }

    func stop(id: UInt64) throws {
        ends.with { $0.removeValue(forKey: id) }?.signal()
    }

    private func tell(_ events: DnsSdEvents, until end: DispatchSemaphore) {
        var known = [Int: JSON]()
        repeat {
            guard let now = try? tell(events, known: known) else { return }
            known = now
        } while end.wait(timeout: .now() + 0.05) == .timedOut
    }

    /// Tells what changed; what is announced now.
    @discardableResult
    private func tell(_ events: DnsSdEvents, known: [Int: JSON]) throws -> [Int: JSON] {
        var now = [Int: JSON]()
        for (number, printer) in try house.state()["printers"].list.enumerated() {
            let at = printer["announced"]
            now[number] = at
            if at == known[number] ?? .null { continue }
            let told = instance(house.info["printers.\(number)"], at)
            if at == .null {
                events.gone(serviceType: told.serviceType, name: told.name)
            } else {
                events.resolved(instance: told)
            }
        }
        return now
    }
}

/// A printer as DNS-SD tells it. `at`: address and port of its web server.
func instance(_ printer: JSON, _ at: JSON) -> DnsSdInstance {
    let name = printer["name"].text ?? ""
    let model = name.components(separatedBy: " [")[0]
    let txt = [
        "UUID": printer["uuid"].text, "ty": model, "usb_MFG": "HP", "adminurl": "http://\(at.text ?? "")/",
        "mac": printer["mac"].text,
    ]
    return DnsSdInstance(
        serviceType: "_ipp._tcp.local.", name: name, host: "\(printer["serial"].text ?? "").local", port: port(at) ?? nobody,
        addresses: [host(at) ?? ""], txt: txt.map { TxtEntry(key: $0.key, value: Data(($0.value ?? "").utf8)) })
}

/// Moves the lab's phone, and says so more often than it should.
final class LabSetupWifi: SetupWifiPort {
    private let house: House

    init(_ house: House) { self.house = house }

    func join(id: UInt64, prefixes: [String], answer: SetupWifiAnswer) throws {
        guard prefixes.contains("HP-Setup") else { throw PortError.Failed }
        try house.ask(.map(["do": .text("phone"), "on": .text("setup")]))
        answer.joined()
        answer.joined()
        answer.failed(why: .Failed)
    }

    func leave(id: UInt64) throws {
        try house.ask(.map(["do": .text("phone"), "on": .text("home")]))
    }
}

/// Keeps the saved session, and all that was ever saved for the trace.
final class Memory: StorePort {
    private let kept = Guarded((last: Data?.none, all: [Data]()))

    var all: [Data] { kept.with { $0.all } }

    func save(session: Data) throws { kept.with { $0 = (session, $0.all + [session]) } }
    func load() throws -> Data? { kept.with { $0.last } }
    func clear() throws { kept.with { $0.last = nil } }
}

/// The library's log, all of it.
final class Log: LogSink {
    static let kept: Log = {
        let log = Log()
        setLog(sink: log, level: .debug)
        return log
    }()
    let lines = Guarded([String]())

    func log(line: LogLine) throws { lines.with { $0.append("\(line.level) \(line.part) \(line.text)") } }
}
