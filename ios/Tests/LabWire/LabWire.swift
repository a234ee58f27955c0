// For the tests on Linux and for the simulator's: the package and the Xcode project both build this folder.
import Foundation

#if canImport(Glibc)
    import Glibc
#endif

struct NoLab: Error {
    let why: String
}

/// What is answered to `line` at an IPv4 address and port, up to the line's end or 5 s.
func exchange(_ line: Data, at address: String) throws -> Data {
    #if canImport(Glibc)
        let stream = Int32(SOCK_STREAM.rawValue)
    #else
        let stream = SOCK_STREAM
    #endif
    let end = socket(AF_INET, stream, 0)
    defer { close(end) }
    var limit = timeval(tv_sec: 5, tv_usec: 0)
    setsockopt(end, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    let parts = address.split(separator: ":")
    var to = sockaddr_in()
    to.sin_family = sa_family_t(AF_INET)
    to.sin_port = (parts.last.flatMap { UInt16($0) } ?? 0).bigEndian
    to.sin_addr.s_addr = inet_addr(String(parts.first ?? ""))
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let connected = withUnsafePointer(to: &to) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(end, $0, size) }
    }
    guard connected == 0, line.withUnsafeBytes({ send(end, $0.baseAddress, line.count, 0) }) == line.count else {
        throw NoLab(why: "no lab at \(address): \(String(cString: strerror(errno)))")
    }
    var answer = Data()
    var part = [UInt8](repeating: 0, count: 65_536)
    while answer.last != 10 {
        let count = recv(end, &part, part.count, 0)
        if count <= 0 { throw NoLab(why: "the lab broke off") }
        answer += part[..<count]
    }
    return answer
}
