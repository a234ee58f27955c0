@testable import InkjoinKit

/// A browse of two types, begun.
final class DnsSdStage {
    let later = ManualLater()
    let ear = DnsSdEar()
    let system: FakeDnsSd
    let port: DnsSdBrowser

    init(_ system: FakeDnsSd = FakeDnsSd()) {
        self.system = system
        port = DnsSdBrowser(system, later: later)
        port.start(1, ["_ipp._tcp", "_http._tcp"].map { $0 + ".local." }, ear)
    }

    func here(_ services: [Service: String]) { system.tell("_ipp._tcp", .here(services)) }
}
