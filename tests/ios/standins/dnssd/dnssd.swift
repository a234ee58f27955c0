import Foundation

public typealias DNSServiceRef = OpaquePointer
public typealias DNSServiceFlags = UInt32
public typealias DNSServiceProtocol = UInt32
public typealias DNSServiceErrorType = Int32

public var kDNSServiceErr_NoError: Int { fatalError() }
public var kDNSServiceErr_NoSuchRecord: Int { fatalError() }
public var kDNSServiceFlagsMoreComing: Int { fatalError() }
public var kDNSServiceFlagsAdd: Int { fatalError() }
public var kDNSServiceProtocol_IPv4: Int { fatalError() }
public var kDNSServiceProtocol_IPv6: Int { fatalError() }

public typealias DNSServiceResolveReply = @convention(c) (
    DNSServiceRef?, DNSServiceFlags, UInt32, DNSServiceErrorType, UnsafePointer<CChar>?, UnsafePointer<CChar>?, UInt16,
    UInt16, UnsafePointer<UInt8>?, UnsafeMutableRawPointer?
) -> Void

public typealias DNSServiceGetAddrInfoReply = @convention(c) (
    DNSServiceRef?, DNSServiceFlags, UInt32, DNSServiceErrorType, UnsafePointer<CChar>?, UnsafePointer<sockaddr>?, UInt32,
    UnsafeMutableRawPointer?
) -> Void

public func DNSServiceResolve(
    _ sdRef: UnsafeMutablePointer<DNSServiceRef?>!, _ flags: DNSServiceFlags, _ interfaceIndex: UInt32,
    _ name: UnsafePointer<CChar>!, _ regtype: UnsafePointer<CChar>!, _ domain: UnsafePointer<CChar>!,
    _ callBack: DNSServiceResolveReply!, _ context: UnsafeMutableRawPointer!
) -> DNSServiceErrorType { fatalError() }

public func DNSServiceGetAddrInfo(
    _ sdRef: UnsafeMutablePointer<DNSServiceRef?>!, _ flags: DNSServiceFlags, _ interfaceIndex: UInt32,
    _ protocol: DNSServiceProtocol, _ hostname: UnsafePointer<CChar>!, _ callBack: DNSServiceGetAddrInfoReply!,
    _ context: UnsafeMutableRawPointer!
) -> DNSServiceErrorType { fatalError() }

public func DNSServiceSetDispatchQueue(_ service: DNSServiceRef!, _ queue: DispatchQueue!) -> DNSServiceErrorType {
    fatalError()
}

public func DNSServiceRefDeallocate(_ sdRef: DNSServiceRef!) { fatalError() }
