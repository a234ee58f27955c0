import Foundation
import Testing

@testable import InkjoinKit

private typealias Stage = DnsSdStage
private let ipp = "_ipp._tcp"
private let http = "_http._tcp"
private let printer = Service(type: ipp, name: "HP LaserJet")
private let other = Service(type: ipp, name: "HP OfficeJet")
private let found = Resolved(host: "HP1.local.", port: 631, txt: [4] + [UInt8]("ty=H".utf8), addresses: ["192.168.1.7"])

@Suite struct DnsSdBrowserTests {
    @Test func whatIsFoundIsResolvedAndGoodbyeIsTold() throws {
        let stage = Stage()
        #expect(stage.system.browses.map(\.type) == [ipp, http])
        stage.here([printer: "a"])
        #expect(stage.ear.told.isEmpty)
        stage.system.answer(printer.name, .success(found))
        let told = try #require(stage.ear.instances.with { $0.first })
        #expect(told.serviceType == "_ipp._tcp.local." && told.name == "HP LaserJet" && told.host == "HP1.local.")
        #expect(told.port == 631 && told.addresses == ["192.168.1.7"])
        #expect(told.txt == [TxtEntry(key: "ty", value: Data("H".utf8))])
        stage.here([printer: "a", other: "a"])
        #expect(stage.system.resolves.map(\.service) == [printer, other], "the first is not asked again")
        stage.here([other: "a"])
        #expect(stage.ear.told == ["resolved HP LaserJet 192.168.1.7", "gone HP LaserJet"])
    }

    @Test func whatChangesIsResolvedAgain() {
        let stage = Stage()
        stage.here([printer: "a"])
        stage.here([printer: "b"])
        #expect(stage.system.resolves.count == 1, "its turn is not over")
        stage.system.answer(printer.name, .success(found))
        stage.later.pass(furtherAddresses)
        #expect(stage.system.resolves.count == 2)
        stage.later.pass(60)
        stage.here([printer: "c"])
        stage.system.answer(printer.name, .success(found))
        #expect(stage.ear.told == Array(repeating: "resolved HP LaserJet 192.168.1.7", count: 2))
    }

    @Test func answersFromInsideOfTheCalls() throws {
        let stage = Stage(FakeDnsSd(atOnce: .here([printer: "a"]), resolvedAtOnce: found))
        #expect(stage.ear.told == ["resolved HP LaserJet 192.168.1.7"], "the other type has no such instance")
        try stage.port.stop(id: 1)
        let lost = Stage(FakeDnsSd(atOnce: .failed(.refused)))
        #expect(lost.ear.told == ["failed Failed"] && lost.system.open == 0)
    }

    @Test func oneTypeThatIsRefusedLeavesTheOthers() {
        let stage = Stage()
        stage.system.tell(http, .waiting(.refused))
        #expect(stage.ear.told.isEmpty && stage.system.open == 1)
        stage.system.tell(ipp, .failed(.other))
        #expect(stage.ear.told == ["failed Failed"] && stage.system.open == 0)
    }

    @Test func aBrokenConnectionBeginsAnewAndForgetsNothing() {
        let stage = Stage()
        stage.here([printer: "a", other: "a"])
        stage.system.tell(ipp, .failed(.disconnected))
        stage.later.pass(0)
        #expect(stage.system.browses.map(\.type) == [ipp, http, ipp] && stage.system.open == 2)
        stage.here([printer: "a"])
        #expect(stage.ear.told.isEmpty, "the other one may still be seen again")
        stage.system.browses[0].tell(.here([:]))
        #expect(stage.ear.told.isEmpty, "an old browse is not heard any more")
        stage.later.pass(seenAgain)
        #expect(stage.ear.new() == ["gone HP OfficeJet"])
        stage.here([:])
        #expect(stage.ear.new() == ["gone HP LaserJet"])
    }

    @Test func aDaemonThatNeverComesBackIsGivenUp() {
        let stage = Stage(FakeDnsSd(atOnce: .waiting(.disconnected)))
        stage.later.pass(600)
        #expect(stage.system.browses.count == 2 * (beginAnew.tries + 1))
        #expect(stage.ear.told == ["failed Failed"] && stage.system.open == 0)
    }

    @Test func oneThatAnswersTwiceOrLate() {
        let stage = Stage()
        stage.here([printer: "a"])
        stage.system.answer(printer.name, .success(found))
        var more = found
        more.addresses.append("fe80::1")
        stage.system.answer(printer.name, .success(more))
        #expect(stage.ear.new() == ["resolved HP LaserJet 192.168.1.7", "resolved HP LaserJet 192.168.1.7 fe80::1"])
        stage.later.pass(furtherAddresses)
        #expect(stage.system.running == 0)
        stage.system.answer(printer.name, .success(found))
        stage.here([other: "a"])
        stage.here([:])
        stage.system.answer(other.name, .success(found))
        #expect(stage.ear.new() == ["gone HP LaserJet", "gone HP OfficeJet"])
    }

    @Test func oneThatNeverAnswersGivesTheNextItsTurn() {
        let stage = Stage()
        let many = (0..<1_000).map { Service(type: ipp, name: "\($0)") }
        stage.here(Dictionary(uniqueKeysWithValues: many.map { ($0, "") }))
        #expect(stage.system.running == resolvedAtOnce)
        stage.later.pass(unanswered.seconds)
        #expect(stage.system.resolves.count == 2 * resolvedAtOnce && stage.system.running == resolvedAtOnce)
        stage.later.pass(100_000)
        #expect(stage.system.resolves.count == unanswered.turns * (waitingAtMost + resolvedAtOnce))
        #expect(stage.system.running == 0 && stage.ear.told.isEmpty)
    }

    @Test func nothingIsToldAfterStop() throws {
        let stage = Stage()
        stage.here([printer: "a", other: "a"])
        stage.system.tell(http, .failed(.disconnected))
        try stage.port.stop(id: 1)
        try stage.port.stop(id: 1)
        try stage.port.stop(id: 7)
        #expect(stage.system.open == 0 && stage.system.running == 0)
        stage.system.answer(printer.name, .success(found))
        stage.here([:])
        stage.system.tell(ipp, .waiting(.notAllowed))
        stage.later.pass(600)
        #expect(stage.ear.told.isEmpty && stage.system.browses.count == 2)
    }

    @Test func anIdThatIsUsedAgainEndsWhatRan() {
        let stage = Stage()
        stage.port.start(1, ["_ipp._tcp.local."], stage.ear)
        #expect(stage.system.open == 1)
        stage.system.browses[0].tell(.waiting(.notAllowed))
        #expect(stage.ear.told.isEmpty)
    }

    /// From many threads, while it is stopped.
    @Test func threads() throws {
        for round in 0..<50 {
            let stage = Stage()
            let (system, ear, port, later) = (stage.system, stage.ear, stage.port, stage.later)
            let after = Guarded(Int?.none)
            DispatchQueue.concurrentPerform(iterations: 8) { thread in
                if thread == 7 {
                    (0..<round).forEach { _ in later.pass(0.1) }
                    try? port.stop(id: 1)
                    after.with { $0 = ear.told.count }
                }
                for number in 0..<20 {
                    let one = Service(type: ipp, name: "\(thread) \(number % 3)")
                    system.tell(ipp, number % 5 == 4 ? .failed(.disconnected) : .here([one: "\(number)"]))
                    system.answer(one.name, .success(found))
                    later.pass(0.01)
                }
            }
            #expect(after.with { $0 } == ear.told.count && system.open == 0 && system.running == 0)
        }
    }
}
