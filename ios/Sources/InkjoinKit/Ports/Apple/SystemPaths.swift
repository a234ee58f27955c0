#if canImport(Network)
    import Foundation
    import Network

    /// Watches the usual way, Wi-Fi, cable and mobile data with a `NWPathMonitor` each: the usual one tells nothing of the
    /// Wi-Fi when a VPN or mobile data stands before it.
    final class SystemPaths: PathSystem, @unchecked Sendable {
        private let board = PathBoard(of: [\.usual, \.wifi, \.cable, \.mobile])
        private let monitors: [NWPathMonitor]

        init() {
            let queue = DispatchQueue(label: "inkjoin.paths")
            let ways: [(NWPathMonitor, PathBoard.Way)] = [
                (NWPathMonitor(), \.usual),
                (NWPathMonitor(requiredInterfaceType: .wifi), \.wifi),
                (NWPathMonitor(requiredInterfaceType: .wiredEthernet), \.cable),
                (NWPathMonitor(requiredInterfaceType: .cellular), \.mobile),
            ]
            monitors = ways.map(\.0)
            for (monitor, way) in ways {
                monitor.pathUpdateHandler = { [board] in board.put(way, path($0)) }
                monitor.start(queue: queue)
            }
        }

        deinit { monitors.forEach { $0.cancel() } }

        func look() -> Paths? { board.look() }

        func watch(_ changed: @escaping @Sendable () -> Void) -> End { board.watch(changed) }
    }

    private func path(_ path: NWPath) -> Path {
        Path(
            isUp: path.status == .satisfied,
            interfaces: path.availableInterfaces.map(\.name),
            gateways: path.gateways.compactMap { if case .hostPort(let host, _) = $0 { "\(host)" } else { nil } })
    }
#endif
