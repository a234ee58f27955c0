import Foundation
import Testing

@testable import InkjoinKit

private func options() -> SessionOptions { SessionOptions(locale: "en") }

/// The first screen of this kind.
private func screen(
    _ session: Session, _ what: String, choosing choices: [String: String] = ["start": "begin"],
    _ done: @escaping @Sendable (Screen) -> Bool
) async throws -> Screen {
    try await within(seconds: 20, what) {
        for await screen in session.screens() {
            if done(screen) { return screen }
            if let choice = choices[screen.id] { try session.choose(choice, on: screen) }
        }
        throw Missed(what)
    }
}

extension Bindings {
    /// The ports of `ApplePorts` in a real session, their system played by fakes.
    @Suite struct ApplePortsTests {
        @Test func aMissingPermissionIsShownWithTheWayToAllowIt() async throws {
            let later = ManualLater()
            let dnsSd = FakeDnsSd(atOnce: .waiting(.notAllowed))
            let phone = FakePhone(dnsSd, later: later)
            let session = try phone.ports().start(options())
            defer { session.stop() }
            _ = try await screen(session, "the search") { $0.id == "find" }
            try await until(seconds: 5, "the browse") { dnsSd.browses.count == dnsSdServiceTypes().count }
            later.pass(deniedFor)
            let shown = try await screen(session, "the permission") { $0.act != nil }
            #expect(shown.id == "find" && shown.act == .openSettings(page: .localNetwork))
        }

        @Test func aPermissionTakenAwayInTheMiddle() async throws {
            let (dnsSd, later) = (FakeDnsSd(), ManualLater())
            let phone = FakePhone(dnsSd, later: later)
            let session = try phone.ports().start(options())
            defer { session.stop() }
            let shown = try await screen(session, "the search") { $0.id == "find" }
            #expect(shown.act == nil)
            try await until(seconds: 5, "the browse") { dnsSd.browses.count == dnsSdServiceTypes().count }
            #expect(dnsSd.browses.map { "\($0.type).local." } == dnsSdServiceTypes())
            dnsSd.browses.forEach { $0.tell(.waiting(.notAllowed)) }
            later.pass(deniedFor)
            _ = try await screen(session, "the permission") { $0.act == .openSettings(page: .localNetwork) }
        }

        @Test func whatIsResolvedIsShownAndGoesAgain() async throws {
            let printer = Service(type: "_ipp._tcp", name: "HP LaserJet")
            let txt = ["ty=HP LaserJet", "usb_MFG=HP"].flatMap { [UInt8($0.utf8.count)] + [UInt8]($0.utf8) }
            let dnsSd = FakeDnsSd(
                resolvedAtOnce: Resolved(host: "HP98E7F4000001.local.", port: 631, txt: txt, addresses: ["127.0.0.1"]))
            let phone = FakePhone(dnsSd)
            let session = try phone.ports().start(options())
            defer { session.stop() }
            _ = try await screen(session, "the search") { $0.id == "find" }
            try await until(seconds: 5, "the browse") { !dnsSd.browses.isEmpty }
            dnsSd.tell("_ipp._tcp", .here([printer: ""]))
            let card = { @Sendable (screen: Screen) in screen.choices.contains { $0.id.hasPrefix("printer:") } }
            _ = try await screen(session, "the printer", card)
            dnsSd.tell("_ipp._tcp", .here([:]))
            _ = try await screen(session, "an empty list") { $0.id == "find" && !card($0) }
        }

        @Test func bluetoothSwitchedOffDuringTheScan() async throws {
            let bluetooth = FakeBluetooth()
            let phone = FakePhone(bluetooth: bluetooth)
            let session = try phone.ports().start(options())
            defer { session.stop() }
            _ = try await screen(session, "the search") { $0.id == "find" }
            try await until(seconds: 5, "the scan") { bluetooth.calls.told == ["open"] }
            bluetooth.tell(.state(.on))
            bluetooth.tell(
                .heard(Heard(device: "A", manufacturerData: Data([0x65, 0]), services: [bleFilter().services[0]])))
            let near = try await screen(session, "a device nearby") { words($0).contains("HP device") }
            bluetooth.tell(.state(.off))
            _ = try await screen(session, "that Bluetooth is off") { words($0) != words(near) }
            #expect(bluetooth.calls.told == ["open", "scan", "close"])
        }

        @Test func aChangeOfNetworksIsToldAtOnce() async throws {
            let phone = FakePhone()
            let ports = phone.ports()
            let session = try ports.start(options())
            defer { session.stop() }
            let home = try await screen(session, "the search") { $0.id == "find" }
            let begun = ContinuousClock.now
            phone.board.put(\.wifi, Path())
            _ = try await screen(session, "away") { words($0) != words(home) }
            #expect(begun.duration(to: .now) < lookedAtAnyway, "the session looks by itself now and then")
        }

        @Test func nothingHoldsASessionOrItsPorts() async throws {
            let phone = FakePhone(hotspot: FakeHotspot())
            var ports: ApplePorts? = phone.ports()
            weak var heldPorts = ports
            var (session, held) = try await begun(try #require(ports))
            weak var heldSession = session
            #expect(held().count == 5, "the session holds its ports")
            session = nil
            #expect(heldSession == nil)
            try await until(seconds: 10, "the last session") { diagnostics().sessions == 0 && idle() && held().isEmpty }
            ports = nil
            #expect(heldPorts == nil)
            phone.board.put(\.wifi, Path())
        }

        /// Real road, Apple's logic: DNS-SD, the printer's own Wi-Fi, the file and the keychain.
        @Test func broughtToThePrintersOwnWifiAndBack() async throws {
            let scene = try #require(try Scenes.all.get().scenes.first { $0.setupWifi != nil })
            let house = try House(scene.lab, speed: scene.speed)
            defer { house.close() }
            let hotspot = LabHotspot(house)
            let phone = FakePhone(LabDnsSd(house), hotspot: hotspot)
            let ports = phone.ports()
            let person = try Person(house, scene) { $0.by(ports) }
            let ended = try await within(seconds: 60, scene.name) { try await person.walk() }
            #expect(words(ended) == scene.outcome)
            let seen = await person.screens.map(\.id)
            #expect(missing(scene.sees, in: seen).isEmpty, "\(seen)")
            try await until(seconds: 10, "home") { (try? house.state())?["phone"] == .text("home") }
            #expect(hotspot.calls.told.filter { $0.hasPrefix("join") } == ["join HP-Setup", "join HP-Print-"])
        }

        /// The app is killed at each screen of a road and started again.
        @Test(arguments: ["start", "find", "already-online", "ways", "sign-in", "waiting", "joined"])
        func killedAndStartedAgain(at id: String) async throws {
            // The one in real time stays at `waiting` until it is killed.
            let name = id == "waiting" ? "killed and restored" : "joined by PIN"
            let scene = try #require(try Scenes.all.get().scenes.first { $0.name == name })
            let house = try House(scene.lab, speed: scene.speed)
            defer { house.close() }
            let phone = FakePhone(LabDnsSd(house))
            let person = try Person(house, scene) { $0.by(phone.ports()) }
            let first = try await person.start()
            let killed = try await within(seconds: 60, id) { try await person.walk(first, to: id) }
            #expect(killed?.id == id)
            first.stop()
            let second = try await person.start()
            #expect(second.restoreProblem() == nil)
            let last = try await within(seconds: 60, "the end") { try await person.walk(second, to: "") }
            #expect(last?.last == true && words(second.outcome()) == scene.outcome)
            #expect(try SessionFile(phone.folder) { _ in }.load() == nil, "nothing is left to be taken up")
        }
    }
}

/// How often a session looks at the networks by itself, at the most.
private let lookedAtAnyway = Duration.seconds(1)

/// A session at its search, and which of its ports are held by somebody.
private func begun(_ apple: ApplePorts) async throws -> (Session?, () -> [AnyObject]) {
    let ports = apple.ports()
    let held = [ports.networks, ports.dnsSd, ports.setupWifi, ports.store, ports.vault].map { Weak(it: $0) }
    let session = try Session.start(options: options(), ports: ports)
    apple.watch(session)
    _ = try await screen(session, "the search") { $0.id == "find" }
    return (session, { held.compactMap(\.it) })
}

private struct Weak {
    weak var it: AnyObject?
}

extension Ports {
    /// What `apple` has in the place of the lab's, but for the networks: the lab's router has ports of its own.
    fileprivate func by(_ apple: ApplePorts) -> Ports {
        let ports = apple.ports()
        return Ports(
            networks: networks, dnsSd: ports.dnsSd, ble: nil, setupWifi: ports.setupWifi, store: ports.store,
            vault: ports.vault)
    }
}

/// All that is written on a screen.
private func words(_ screen: Screen) -> String { screen.spoken }
