import Foundation

@testable import InkjoinKit

/// The daemon of DNS-SD in the lab's home: it finds what the lab would announce.
final class LabDnsSd: DnsSdSystem {
    private let house: House

    init(_ house: House) { self.house = house }

    func browse(_ type: String, _ tell: @escaping @Sendable (Browsing) -> Void) -> End {
        let ended = Guarded(false)
        guard type == "_ipp._tcp" else { return {} }
        Thread { [house] in
            while !ended.with({ $0 }), let state = try? house.state() {
                var here = [Service: String]()
                for (number, printer) in state["printers"].list.enumerated() where printer["announced"] != .null {
                    let name = house.info["printers.\(number).name"].text ?? ""
                    here[Service(type: type, name: name)] = printer["announced"].text ?? ""
                }
                tell(.here(here))
                Thread.sleep(forTimeInterval: 0.05)
            }
        }.start()
        return { ended.with { $0 = true } }
    }

    func resolve(_ service: Service, _ tell: @escaping @Sendable (Result<Resolved, DnsSdTrouble>) -> Void) -> End {
        let printers = house.info["printers"].list
        guard let state = try? house.state(), let number = printers.firstIndex(where: { $0["name"].text == service.name })
        else { return {} }
        let told = instance(printers[number], state["printers.\(number).announced"])
        let txt = told.txt.flatMap { entry in
            let text = [UInt8]("\(entry.key)=".utf8) + entry.value
            return [UInt8(text.count)] + text
        }
        tell(.success(Resolved(host: told.host + ".", port: told.port, txt: txt, addresses: told.addresses)))
        return {}
    }
}

/// The phone's Wi-Fi in the lab: the second prefix is the printer's.
final class LabHotspot: HotspotSystem {
    private let house: House
    let calls = Ear()

    init(_ house: House) { self.house = house }

    func join(_ prefix: String, _ done: @escaping @Sendable (HotspotTrouble?) -> Void) {
        calls.hear("join \(prefix)")
        guard prefix == "HP-Print-" else { return done(.other) }
        _ = try? house.ask(.map(["do": .text("phone"), "on": .text("setup")]))
        done(nil)
    }

    func leave(_ prefix: String, name: String?) {
        calls.hear("leave \(prefix)")
        if name?.hasPrefix(prefix) == true { _ = try? house.ask(.map(["do": .text("phone"), "on": .text("home")])) }
    }

    func name(_ tell: @escaping @Sendable (String?) -> Void) {
        tell((try? house.state())?["phone"] == .text("setup") ? "HP-Print-1A-LaserJet" : "home")
    }
}

/// A phone whose system is fakes, as `ApplePorts` sees it.
final class FakePhone: Sendable {
    let board = PathBoard(of: [])
    let bluetooth: FakeBluetooth
    let keychain = FakeKeychain()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("inkjoin-\(UUID())")
    let dnsSd: any DnsSdSystem
    let hotspot: (any HotspotSystem)?
    private let later: any Later

    init(
        _ dnsSd: any DnsSdSystem = FakeDnsSd(), bluetooth: FakeBluetooth = FakeBluetooth(),
        hotspot: (any HotspotSystem)? = nil, later: any Later = SystemLater()
    ) {
        self.later = later
        self.dnsSd = dnsSd
        self.bluetooth = bluetooth
        self.hotspot = hotspot
        board.put(\.usual, wifi)
        board.put(\.wifi, wifi)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// As after a start of the app.
    func ports() -> ApplePorts {
        ApplePorts(
            AppleSystem(
                dnsSd: dnsSd, bluetooth: bluetooth, hotspot: hotspot, paths: board, keychain: keychain, folder: folder,
                protect: { _ in }, later: later))
    }
}

private let wifi = Path(isUp: true, interfaces: ["en0"], gateways: ["127.0.0.1"])
