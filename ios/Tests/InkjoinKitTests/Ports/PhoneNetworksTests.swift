import Foundation
import Testing

@testable import InkjoinKit

private let wifi = Path(isUp: true, interfaces: ["en0"], gateways: ["fe80::1%en0", "192.168.1.1"])
private let cable = Path(isUp: true, interfaces: ["en2"], gateways: ["10.0.0.1"])
private let mobile = Path(isUp: true, interfaces: ["pdp_ip0"])
private let setup = Path(isUp: true, interfaces: ["en0"], gateways: ["192.168.223.1%en0"])
private let tunnel = Path(isUp: true, interfaces: ["utun4", "en0"])

@Suite struct PhoneNetworksTests {
    @Test func atHome() {
        let home = NetworkState(home: true, gateway: Gateway(address: "192.168.1.1"))
        #expect(state(Paths(usual: wifi, wifi: wifi, mobile: mobile), joined: false) == home)
        #expect(state(Paths(usual: mobile, wifi: wifi, mobile: mobile), joined: false) == home, "Wi-Fi without internet")
        let six = Path(isUp: true, interfaces: ["en0"], gateways: ["fe80::1%en0"])
        #expect(state(Paths(usual: six, wifi: six), joined: false).gateway == Gateway(address: "fe80::1"))
        let unknown = Path(isUp: true, interfaces: ["en0"])
        #expect(state(Paths(usual: unknown, wifi: unknown), joined: false) == NetworkState(home: true))
    }

    @Test func byCable() {
        let both = Paths(usual: cable, wifi: wifi, cable: cable)
        #expect(state(both, joined: false) == NetworkState(home: true, gateway: Gateway(address: "10.0.0.1")))
        let alone = Paths(usual: cable, cable: cable)
        #expect(state(alone, joined: false) == NetworkState(home: true, gateway: Gateway(address: "10.0.0.1")))
    }

    @Test func behindAVpn() {
        let seen = state(Paths(usual: tunnel, wifi: wifi, mobile: mobile), joined: false)
        #expect(seen == NetworkState(home: true, gateway: Gateway(address: "192.168.1.1"), vpn: true))
        let away = Paths(usual: Path(isUp: true, interfaces: ["utun4", "pdp_ip0"]), mobile: mobile)
        #expect(state(away, joined: false) == NetworkState(home: false, vpn: true, mobile: true))
    }

    @Test func onMobileDataOrNowhere() {
        #expect(state(Paths(usual: mobile, mobile: mobile), joined: false) == NetworkState(home: false, mobile: true))
        #expect(state(Paths(), joined: false) == NetworkState(home: false))
        #expect(state(Paths(), joined: true) == NetworkState(home: false), "a Wi-Fi that is down is nobody's")
    }

    @Test func onAPrintersOwnWifi() {
        let byHand = Paths(usual: mobile, wifi: setup, mobile: mobile)
        #expect(state(byHand, joined: false) == NetworkState(home: false, setup: "192.168.223.1"))
        let brought = Paths(usual: mobile, wifi: Path(isUp: true, gateways: ["192.168.7.1"]), mobile: mobile)
        #expect(state(brought, joined: true) == NetworkState(home: false, setup: "192.168.7.1"))
        let untold = Paths(usual: mobile, wifi: Path(isUp: true), mobile: mobile)
        #expect(state(untold, joined: true) == NetworkState(home: false, setup: setupWifiAddress()))
        let both = Paths(usual: cable, wifi: setup, cable: cable)
        #expect(
            state(both, joined: false)
                == NetworkState(home: true, gateway: Gateway(address: "10.0.0.1"), setup: "192.168.223.1"))
    }

    @Test func aLookWaitsForTheFirstWords() async throws {
        let board = PathBoard(of: [\.usual, \.wifi], patience: 5)
        let port = PhoneNetworks(board) { false }
        let changes = Ear()
        let end = board.watch { changes.hear("changed") }
        Thread {
            board.put(\.usual, wifi)
            board.put(\.wifi, wifi)
        }.start()
        #expect(try port.look().home)
        try await until(seconds: 5, "the first words") { changes.told == ["changed"] }
        board.put(\.wifi, wifi)
        board.put(\.wifi, Path())
        #expect(try !port.look().home)
        end()
        end()
        board.put(\.wifi, wifi)
        #expect(changes.told == ["changed", "changed"], "what is told again is no change")
    }

    @Test func aSystemThatNeverTells() {
        let port = PhoneNetworks(PathBoard(of: [\.usual], patience: 0.05)) { false }
        #expect(throws: PortError.Failed) { try port.look() }
    }
}
