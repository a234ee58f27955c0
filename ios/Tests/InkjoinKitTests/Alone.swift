import Foundation
import InkjoinKit

/// A phone on no network: its session shows the first screen and waits there.
final class Nowhere: NetworkPort, DnsSdPort {
    func look() throws -> NetworkState { NetworkState(home: false) }
    func browse(id: UInt64, serviceTypes: [String], events: DnsSdEvents) throws {}
    func stop(id: UInt64) throws {}

    static func start() throws -> Session {
        let here = Nowhere()
        let options = SessionOptions(locale: "en")
        return try Session.start(options: options, ports: Ports(networks: here, dnsSd: here, store: Memory()))
    }
}

/// Sockets that this process holds.
func sockets() -> Int {
    let folder = "/proc/self/fd"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { name in
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(name)"))?.hasPrefix("socket:") == true
    }.count
}

/// All tasks of all sessions are gone.
func idle() -> Bool { diagnostics().tasks == 0 }

/// Anonymous memory in KiB (RssAnon: without code that was read), without what was freed.
func anonymousMemory() -> Int? {
    giveBack()
    let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("RssAnon:") }
    return line.flatMap { Int($0.filter(\.isNumber)) }
}

/// glibc's `malloc_trim`, which no module of Swift's declares.
private func giveBack() {
    typealias Trim = @convention(c) (Int) -> Int32
    guard let found = dlsym(nil, "malloc_trim") else { return }
    _ = unsafeBitCast(found, to: Trim.self)(0)
}
