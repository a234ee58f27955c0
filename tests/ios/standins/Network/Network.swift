import Foundation

public typealias DNSServiceErrorType = Int32

public final class NWParameters: Sendable {
    public init() { fatalError() }
}

public enum NWError: Error, Equatable, Sendable {
    case posix(POSIXErrorCode)
    case dns(DNSServiceErrorType)
    case tls(Int32)
}

public struct NWInterface: Hashable, Sendable {
    public enum InterfaceType: Sendable { case other, wifi, cellular, wiredEthernet, loopback }
    public var name: String { fatalError() }
}

public struct IPv4Address: Hashable, Sendable, CustomDebugStringConvertible {
    public var debugDescription: String { fatalError() }
}

public struct IPv6Address: Hashable, Sendable, CustomDebugStringConvertible {
    public var debugDescription: String { fatalError() }
}

public enum NWEndpoint: Hashable, Sendable {
    public enum Host: Hashable, Sendable, CustomDebugStringConvertible {
        case name(String, NWInterface?)
        case ipv4(IPv4Address)
        case ipv6(IPv6Address)
        public var debugDescription: String { fatalError() }
    }
    public struct Port: Hashable, Sendable {}
    case hostPort(host: NWEndpoint.Host, port: NWEndpoint.Port)
    case service(name: String, type: String, domain: String, interface: NWInterface?)
    case unix(path: String)
    case url(URL)
}

public struct NWTXTRecord: Equatable, Sendable {
    public var dictionary: [String: String] { fatalError() }
}

public final class NWBrowser: Sendable {
    // As a library that evolves has it, so a `switch` needs `@unknown default`.
    public enum State: Equatable, Sendable {
        case setup
        case ready
        case failed(NWError)
        case cancelled
        case waiting(NWError)
    }
    public enum Descriptor: Equatable, Sendable {
        case bonjour(type: String, domain: String?)
        case bonjourWithTXTRecord(type: String, domain: String?)
    }
    public struct Result: Hashable, Sendable {
        public enum Metadata: Equatable, Sendable {
            case none
            case bonjour(NWTXTRecord)
        }
        public enum Change: Hashable, Sendable {
            case identical
        }
        public let endpoint: NWEndpoint
        public let interfaces: [NWInterface]
        public let metadata: NWBrowser.Result.Metadata
        public static func == (one: Result, other: Result) -> Bool { fatalError() }
        public func hash(into hasher: inout Hasher) { fatalError() }
    }
    public init(for descriptor: NWBrowser.Descriptor, using: NWParameters) { fatalError() }
    @preconcurrency public var stateUpdateHandler: (@Sendable (_ newState: NWBrowser.State) -> Void)? {
        get { fatalError() }
        set { fatalError() }
    }
    @preconcurrency public var browseResultsChangedHandler:
        (@Sendable (_ newResults: Set<NWBrowser.Result>, _ changes: Set<NWBrowser.Result.Change>) -> Void)?
    {
        get { fatalError() }
        set { fatalError() }
    }
    public func start(queue: DispatchQueue) { fatalError() }
    public func cancel() { fatalError() }
}

public struct NWPath: Equatable, Sendable {
    public enum Status: Sendable { case satisfied, unsatisfied, requiresConnection }
    public let status: NWPath.Status
    public let availableInterfaces: [NWInterface]
    public var gateways: [NWEndpoint] { fatalError() }
}

public final class NWPathMonitor: Sendable {
    public init() { fatalError() }
    public init(requiredInterfaceType: NWInterface.InterfaceType) { fatalError() }
    @preconcurrency public var pathUpdateHandler: (@Sendable (_ newPath: NWPath) -> Void)? {
        get { fatalError() }
        set { fatalError() }
    }
    public func start(queue: DispatchQueue) { fatalError() }
    public func cancel() { fatalError() }
}
