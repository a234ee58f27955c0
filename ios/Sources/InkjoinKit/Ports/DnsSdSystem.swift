import Foundation

/// What DNS-SD needs of the system. Answers come from any thread, also from inside of the call.
protocol DnsSdSystem: Sendable {
    /// Browses one type, such as `_ipp._tcp`, in `local.`.
    func browse(_ type: String, _ tell: @escaping @Sendable (Browsing) -> Void) -> End

    /// Asks for host, port, TXT record and addresses of one instance; may answer again with more addresses.
    func resolve(_ service: Service, _ tell: @escaping @Sendable (Result<Resolved, DnsSdTrouble>) -> Void) -> End
}

/// What a browse of one type tells.
enum Browsing: Sendable {
    /// It runs, and is allowed to.
    case ready
    /// All that is there now, each with a text that changes when its TXT record or its interfaces do.
    case here([Service: String])
    /// It goes on by itself when the trouble is over.
    case waiting(DnsSdTrouble)
    /// It is over.
    case failed(DnsSdTrouble)
}

/// An instance of a type such as `_ipp._tcp`.
struct Service: Hashable, Sendable {
    let type: String
    let name: String
}

/// A resolved instance; the TXT record as it is on the wire.
struct Resolved: Equatable, Sendable {
    var host: String
    var port: UInt16
    var txt: [UInt8]
    var addresses: [String]
}

/// An error of DNS-SD by what a port makes of it.
enum DnsSdTrouble: Error, Equatable, Sendable {
    /// The person has not allowed the local network.
    case notAllowed
    /// The connection to the system's daemon broke, as it does when the app is suspended: begin anew.
    case disconnected
    /// It will not work: a type that is missing in `NSBonjourServices`, among others.
    case refused
    /// Anything else.
    case other

    /// `kDNSServiceErr_…` of dns_sd.h.
    init(code: Int32) {
        self =
            switch code {
            case -65570: .notAllowed  // PolicyDenied
            case -65569, -65563: .disconnected  // DefunctConnection, ServiceNotRunning
            case -65555: .refused  // NoAuth
            default: .other
            }
    }
}

/// The entries of a TXT record, RFC 6763, 6: an entry without a key is left out, and of a key the first counts.
func entries(ofTxt record: [UInt8]) -> [TxtEntry] {
    var (entries, keys, left) = ([TxtEntry](), Set<String>(), record[...])
    while let length = left.popFirst() {
        let entry = left.prefix(Int(length))
        left = left.dropFirst(Int(length))
        let parts = entry.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, !first.isEmpty else { continue }
        let key = String(decoding: first, as: UTF8.self)
        guard keys.insert(key.lowercased()).inserted else { continue }
        entries.append(TxtEntry(key: key, value: Data(parts.count > 1 ? parts[1] : [])))
    }
    return entries
}

/// An IPv4 or IPv6 address as text.
func text(of address: UnsafePointer<sockaddr>) -> String? {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let raw = UnsafeRawPointer(address)
    let written =
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            inet_ntop(
                AF_INET, raw + (MemoryLayout<sockaddr_in>.offset(of: \.sin_addr) ?? 0), &text, socklen_t(text.count))
        case AF_INET6:
            inet_ntop(
                AF_INET6, raw + (MemoryLayout<sockaddr_in6>.offset(of: \.sin6_addr) ?? 0), &text, socklen_t(text.count))
        default: nil as UnsafePointer<CChar>?
        }
    return written.map { String(cString: $0) }
}
