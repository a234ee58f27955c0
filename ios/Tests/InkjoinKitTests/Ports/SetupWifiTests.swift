import Foundation
import Testing

@testable import InkjoinKit

/// A join of all prefixes, begun at home.
private final class Stage {
    let later = ManualLater()
    let ear = AnswerEar()
    let changes = Ear()
    let board = PathBoard(of: [])
    let hotspot: FakeHotspot
    let port: SetupWifi

    init(_ hotspot: FakeHotspot = FakeHotspot()) {
        self.hotspot = hotspot
        let there = Guarded(Weak<SetupWifi>())
        port = SetupWifi(hotspot, board, later: later) { [changes] in
            // Who hears of it looks at once, from another thread.
            let seen = Guarded(Bool?.none)
            let looked = DispatchSemaphore(value: 0)
            Thread {
                seen.with { $0 = there.with { $0.it?.isThere } }
                looked.signal()
            }.start()
            let isInTime = looked.wait(timeout: .now() + 5) == .success
            changes.hear(isInTime ? "there \(seen.with { $0 } ?? false)" : "locked")
        }
        there.with { $0.it = port }
        board.put(\.wifi, Path(isUp: true, interfaces: ["en0"], gateways: ["192.168.1.1"]))
        port.start(1, setupWifiPrefixes(), ear)
    }

    func at(_ name: String) { hotspot.name.with { $0 = name } }
}

private struct Weak<It: AnyObject> {
    weak var it: It?
}

@Suite struct SetupWifiTests {
    @Test func joinedOnceThePhoneIsThere() throws {
        let stage = Stage()
        #expect(stage.hotspot.calls.told == ["join HP-Setup"])
        stage.hotspot.answer(0, nil)
        stage.later.pass(2)
        #expect(stage.ear.told.isEmpty && !stage.port.isThere, "the system's word alone proves nothing")
        stage.at("HP-Setup>1A-LaserJet")
        stage.later.pass(arrival.pause)
        #expect(stage.ear.told == ["joined"] && stage.changes.told == ["there true"] && stage.port.isThere)
        try stage.port.leave(id: 1)
        #expect(stage.hotspot.calls.told == ["join HP-Setup", "leave HP-Setup HP-Setup>1A-LaserJet"])
        #expect(stage.changes.told == ["there true", "there false"] && !stage.port.isThere)
    }

    @Test func knownByThePrintersAddressWhereNoNameIsTold() {
        let stage = Stage(FakeHotspot(atOnce: .some(nil)))
        stage.board.put(\.wifi, Path(isUp: true, interfaces: ["en0"], gateways: [setupWifiAddress()]))
        stage.later.pass(arrival.pause)
        #expect(stage.ear.told == ["joined"])
    }

    @Test func theNextPrefixWhereNoneIsInSight() {
        let stage = Stage()
        stage.hotspot.answer(0, .other)
        stage.at("home")
        stage.hotspot.answer(1, nil)
        stage.later.pass(Double(arrival.looks) * arrival.pause)
        #expect(stage.hotspot.calls.told == ["join HP-Setup", "join HP-Print-", "join DIRECT-"])
        stage.at("DIRECT-1A-HP")
        stage.hotspot.answer(2, .alreadyThere)
        #expect(stage.ear.told == ["joined"])
    }

    @Test func noneAtAll() {
        let stage = Stage(FakeHotspot(atOnce: .some(.other)))
        #expect(stage.ear.told == ["failed Failed"] && !stage.port.isThere)
        #expect(stage.hotspot.calls.told.filter { $0.hasPrefix("join") }.count == setupWifiPrefixes().count)
        #expect(stage.hotspot.calls.told.filter { $0.hasPrefix("leave") }.count == setupWifiPrefixes().count)
    }

    @Test(arguments: [(HotspotTrouble.denied, "Failed"), (.forbidden, "PermissionMissing")])
    func whoSaysNoIsNotAskedAgain(_ trouble: HotspotTrouble, _ word: String) {
        let stage = Stage()
        stage.hotspot.answer(0, trouble)
        stage.hotspot.answer(0, nil)
        stage.at("HP-Setup")
        stage.later.pass(600)
        #expect(stage.ear.told == ["failed \(word)"] && !stage.port.isThere)
        #expect(stage.hotspot.calls.told == ["join HP-Setup", "leave HP-Setup -", "leave HP-Setup -"])
    }

    @Test func neverAnswered() {
        let stage = Stage()
        stage.later.pass(answeredWithin - 1)
        #expect(stage.ear.told.isEmpty)
        stage.later.pass(1)
        #expect(stage.ear.told == ["failed Failed"])
        stage.at("HP-Setup")
        stage.hotspot.answer(0, nil)
        #expect(stage.ear.told.count == 1 && !stage.port.isThere, "late")
        #expect(stage.hotspot.calls.told.last == "leave HP-Setup -", "who says yes so late is not left there")
    }

    @Test func answeredTwice() {
        let stage = Stage()
        stage.at("HP-Setup")
        for trouble in [nil, HotspotTrouble.other, .denied, nil] { stage.hotspot.answer(0, trouble) }
        stage.later.pass(600)
        #expect(stage.ear.told == ["joined"] && stage.hotspot.calls.told == ["join HP-Setup"] && stage.port.isThere)
        let early = Stage()
        early.hotspot.answer(0, .other)
        early.hotspot.answer(0, .other)
        #expect(early.hotspot.calls.told == ["join HP-Setup", "join HP-Print-"])
    }

    @Test func leftBeforeTheAnswer() throws {
        let stage = Stage()
        try stage.port.leave(id: 1)
        try stage.port.leave(id: 1)
        stage.at("HP-Setup")
        stage.hotspot.answer(0, nil)
        stage.later.pass(600)
        #expect(stage.ear.told.isEmpty && stage.changes.told.isEmpty && !stage.port.isThere)
        #expect(stage.hotspot.calls.told == ["join HP-Setup", "leave HP-Setup -", "leave HP-Setup -"])
    }

    @Test func leftByTheSystem() {
        let stage = Stage()
        stage.at("HP-Setup")
        stage.hotspot.answer(0, nil)
        stage.port.look()
        stage.hotspot.name.with { $0 = nil }
        stage.port.look()
        #expect(stage.port.isThere, "a name that is not told says nothing")
        stage.at("home")
        stage.port.look()
        #expect(!stage.port.isThere && stage.changes.told == ["there true", "there false"])
        let off = Stage(FakeHotspot(atOnce: .some(.alreadyThere)))
        off.at("HP-Setup")
        off.later.pass(1)
        off.board.put(\.wifi, Path())
        off.port.look()
        #expect(off.changes.told == ["there true", "there false"])
    }

    @Test func threads() {
        for _ in 0..<50 {
            let stage = Stage()
            let (hotspot, port, later, ear) = (stage.hotspot, stage.port, stage.later, stage.ear)
            stage.at("HP-Setup")
            DispatchQueue.concurrentPerform(iterations: 6) { thread in
                switch thread {
                case 0: try? port.leave(id: 1)
                case 1: later.pass(600)
                default: hotspot.answer(0, thread == 2 ? .denied : nil)
                }
            }
            #expect(ear.told.count <= 1 && !port.isThere)
        }
    }

    @Test func codes() {
        let known: [Int: HotspotTrouble] = [
            7: .denied, 13: .alreadyThere, 16: .forbidden, 17: .forbidden, 0: .other, 8: .other, 9: .other, 14: .other,
        ]
        for (code, trouble) in known { #expect(HotspotTrouble(code: code) == trouble, "\(code)") }
    }
}
