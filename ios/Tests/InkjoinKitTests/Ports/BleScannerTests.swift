import Foundation
import Testing

@testable import InkjoinKit

/// A scan, begun.
private final class Stage {
    let ear = BleEar()
    let time = ManualLater()
    let bluetooth: FakeBluetooth
    let port: BleScanner

    init(_ bluetooth: FakeBluetooth = FakeBluetooth()) {
        self.bluetooth = bluetooth
        port = BleScanner(bluetooth) { [time] in time.now }
        port.start(1, ear)
    }
}

private let printer = Heard(device: "A", name: "HP", manufacturerData: Data([0x65, 0, 1]), services: ["FE78"])

@Suite struct BleScannerTests {
    @Test func itListensOnceBluetoothIsOn() throws {
        let stage = Stage()
        stage.bluetooth.tell(.state(.unsettled))
        #expect(stage.bluetooth.calls.told == ["open"] && stage.ear.told.isEmpty)
        stage.bluetooth.tell(.state(.on))
        stage.bluetooth.tell(.heard(printer))
        #expect(stage.ear.told == ["seen A HP"])
        try stage.port.stop(id: 1)
        #expect(stage.bluetooth.calls.told == ["open", "scan", "close"])
    }

    @Test func itBeginsAgainWhenBluetoothWasReset() {
        let stage = Stage()
        for state in [BluetoothState.on, .unsettled, .on] { stage.bluetooth.tell(.state(state)) }
        #expect(stage.bluetooth.calls.told == ["open", "scan", "scan"])
    }

    @Test(arguments: [
        (BluetoothState.off, "switchedOff"), (.unauthorized, "permissionMissing"), (.unsupported, "noAdapter"),
    ])
    func troubleIsToldOnceAndEndsTheScan(_ state: BluetoothState, _ word: String) throws {
        // At once, from inside of the call, and in the middle of a scan.
        let inside = Stage(FakeBluetooth(atOnce: [.state(state), .state(.on), .heard(printer)]))
        #expect(inside.ear.told == ["trouble \(word)"] && inside.bluetooth.calls.told == ["open", "close"])
        let stage = Stage()
        stage.bluetooth.tell(.state(.on))
        stage.bluetooth.tell(.heard(printer))
        for event in [BluetoothEvent.state(state), .state(state), .state(.on), .heard(printer)] {
            stage.bluetooth.tell(event)
        }
        #expect(stage.ear.told == ["seen A HP", "trouble \(word)"])
        try stage.port.stop(id: 1)
        #expect(stage.bluetooth.calls.told == ["open", "scan", "close"])
    }

    @Test func itIsHeardFromInsideOfTheCall() {
        let stage = Stage(FakeBluetooth(atOnce: [.state(.on), .heard(printer)]))
        #expect(stage.ear.told == ["seen A HP"] && stage.bluetooth.calls.told == ["open", "scan"])
    }

    @Test func oneThatSaysTheSameIsToldNowAndThen() {
        let stage = Stage()
        stage.bluetooth.tell(.state(.on))
        for _ in 0..<100 {
            stage.bluetooth.tell(.heard(printer))
            stage.time.pass(0.1)
        }
        #expect(stage.ear.new().count == 2)
        var renamed = printer
        renamed.name = "HP again"
        stage.bluetooth.tell(.heard(renamed))
        #expect(stage.ear.new() == ["seen A HP again"])
        for number in 0..<10_000 { stage.bluetooth.tell(.heard(Heard(device: "\(number)"))) }
        #expect(stage.ear.new().count == 10_000)
    }

    @Test func nothingIsToldAfterStop() throws {
        let stage = Stage()
        stage.bluetooth.tell(.state(.on))
        try stage.port.stop(id: 1)
        for event in [BluetoothEvent.heard(printer), .state(.off), .state(.on)] { stage.bluetooth.tell(event) }
        try stage.port.stop(id: 1)
        #expect(stage.ear.told.isEmpty && stage.bluetooth.calls.told == ["open", "scan", "close"])
    }

    @Test func threads() {
        for _ in 0..<50 {
            let stage = Stage()
            let (bluetooth, port, ear) = (stage.bluetooth, stage.port, stage.ear)
            let after = Guarded(Int?.none)
            DispatchQueue.concurrentPerform(iterations: 8) { thread in
                if thread == 7 {
                    try? port.stop(id: 1)
                    after.with { $0 = ear.told.count }
                }
                for number in 0..<50 {
                    bluetooth.tell(number == 25 ? .state(.on) : .heard(Heard(device: "\(thread) \(number)")))
                }
            }
            #expect(after.with { $0 } == ear.told.count)
        }
    }

    @Test func anAdvertisement() {
        var heard = printer
        heard.manufacturerData = Data([9, 0x65, 0x01, 7]).dropFirst()
        heard.servicesWithData = ["FE78", "FDF7"]
        #expect(
            heard.advertisement
                == Advertisement(device: "A", name: "HP", companies: [0x0165], services: ["FE78", "FDF7"]))
        for short in [nil, Data(), Data([1])] {
            heard.manufacturerData = short
            #expect(heard.advertisement.companies.isEmpty)
        }
    }

    /// What is read out of the bytes is what the library filters by.
    @Test func hpsCompany() {
        #expect(printer.advertisement.companies == [bleFilter().company])
    }
}
