import Foundation
import Testing

@testable import InkjoinKit

private typealias Stage = DnsSdStage
private let ipp = "_ipp._tcp"
private let http = "_http._tcp"
private let printer = Service(type: ipp, name: "HP LaserJet")
private let found = Resolved(host: "HP1.local.", port: 631, txt: [4] + [UInt8]("ty=H".utf8), addresses: ["192.168.1.7"])

@Suite struct DnsSdPermissionTests {
    @Test func aMissingPermissionIsToldOnceAndIsNotNothingThere() throws {
        let stage = Stage()
        for type in [ipp, http, ipp] { stage.system.tell(type, .waiting(.notAllowed)) }
        #expect(stage.ear.told.isEmpty, "the dialog may be open")
        stage.later.pass(deniedFor)
        #expect(stage.ear.new() == ["failed PermissionMissing"])
        #expect(stage.system.open == 2, "the system goes on by itself once it is allowed")
        stage.system.tell(ipp, .ready)
        stage.here([printer: "a"])
        stage.system.answer(printer.name, .success(found))
        #expect(stage.ear.new() == ["resolved HP LaserJet 192.168.1.7"])
        let empty = Stage()
        empty.system.tell(ipp, .ready)
        empty.system.tell(ipp, .here([:]))
        empty.system.tell(http, .waiting(.other))
        empty.later.pass(600)
        #expect(empty.ear.told.isEmpty)
    }

    @Test func aDialogThatIsAnsweredWithYesIsNoTrouble() {
        let stage = Stage()
        for type in [ipp, http] { stage.system.tell(type, .waiting(.notAllowed)) }
        stage.later.pass(deniedFor - 1)
        stage.system.tell(http, .ready)
        stage.here([printer: "a"])
        stage.later.pass(600)
        #expect(stage.ear.told.isEmpty)
        stage.system.tell(http, .waiting(.notAllowed))
        stage.later.pass(deniedFor - 1)
        #expect(stage.ear.told.isEmpty, "another denial has its own time")
        stage.later.pass(1)
        #expect(stage.ear.told == ["failed PermissionMissing"])
    }

    @Test func aPermissionThatIsTakenAwayInTheMiddle() {
        let stage = Stage()
        stage.here([printer: "a"])
        stage.system.answer(printer.name, .success(found))
        stage.later.pass(60)
        stage.system.tell(ipp, .failed(.notAllowed))
        stage.system.tell(http, .waiting(.notAllowed))
        stage.later.pass(deniedFor)
        #expect(stage.ear.told == ["resolved HP LaserJet 192.168.1.7", "failed PermissionMissing"])
        #expect(stage.system.open == 2 && stage.system.browses.count == 3, "one that is over begins anew")
        let resolving = Stage()
        resolving.here([printer: "a"])
        resolving.system.answer(printer.name, .failure(.notAllowed))
        resolving.later.pass(deniedFor)
        #expect(resolving.ear.told == ["failed PermissionMissing"])
        let gone = Stage(FakeDnsSd(atOnce: .failed(.notAllowed)))
        gone.later.pass(600)
        #expect(gone.ear.told == ["failed PermissionMissing"] && gone.system.open == 0)
    }
}
