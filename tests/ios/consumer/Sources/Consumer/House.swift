import InkjoinKit

/// A house with a Wi-Fi and no printer. On a phone it is `ApplePorts`.
final class House: NetworkPort, DnsSdPort {
    func look() throws -> NetworkState { NetworkState(home: true) }
    func browse(id: UInt64, serviceTypes: [String], events: DnsSdEvents) throws {}
    func stop(id: UInt64) throws {}
}
