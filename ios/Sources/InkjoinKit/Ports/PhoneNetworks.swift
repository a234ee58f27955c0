import Foundation

/// Tells the phone's networks. `joined`: the phone was brought to a printer's own Wi-Fi and is there.
///
/// One that the person joined by hand is known by its router's address: its name would need permission for the location.
/// Nothing is bound to a network here: what is local goes to the interface that it is local to, whatever the system prefers.
final class PhoneNetworks: NetworkPort {
    private let system: any PathSystem
    private let joined: @Sendable () -> Bool

    init(_ system: any PathSystem, joined: @escaping @Sendable () -> Bool) {
        self.system = system
        self.joined = joined
    }

    func look() throws -> NetworkState {
        guard let paths = system.look() else { throw PortError.Failed }
        return state(paths, joined: joined())
    }
}

func state(_ paths: Paths, joined: Bool) -> NetworkState {
    let atPrinter = paths.wifi.isUp && (joined || paths.wifi.gateway == setupWifiAddress())
    let home = [atPrinter ? Path() : paths.wifi, paths.cable].filter(\.isUp)
    let router = home.first { $0.interfaces.first == paths.usual.interfaces.first } ?? home.first
    return NetworkState(
        home: !home.isEmpty,
        gateway: router?.gateway.map { Gateway(address: $0) },
        setup: atPrinter ? paths.wifi.gateway ?? setupWifiAddress() : nil,
        vpn: paths.usual.isUp && paths.usual.interfaces.contains(where: isTunnel),
        mobile: home.isEmpty && !atPrinter && paths.mobile.isUp)
}

/// Apple gives a VPN no type of its own.
private func isTunnel(_ interface: String) -> Bool {
    ["utun", "ipsec", "ppp", "tun", "tap"].contains { interface.hasPrefix($0) }
}
