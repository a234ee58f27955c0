// Runs on a Mac only: tests/ios/simulator.sh builds the app, serves the lab on the Mac's loopback, which the simulator shares,
// and hands over what the lab says of itself. On Linux only its types are checked (tests/ios/typecheck.py).
import Foundation
import XCTest

#if canImport(Glibc)
    import Glibc
#endif

/// A scene of `inkjoin-lab`, served by tests/ios/simulator.sh.
struct Lab {
    private let info: [String: Any]

    init(_ scene: String) throws {
        let name = "LAB_" + scene.uppercased().replacingOccurrences(of: "-", with: "_")
        let said = ProcessInfo.processInfo.environment[name].flatMap { Data(base64Encoded: $0) }
        let line = try XCTUnwrap(said, "tests/ios/simulator.sh runs these tests")
        info = try XCTUnwrap(try JSONSerialization.jsonObject(with: line) as? [String: Any])
    }

    /// What a person types for the printer.
    var address: String {
        let printers = info["printers"] as? [[String: Any]]
        return printers?.first?["cable"] as? String ?? ""
    }

    /// The first PIN that the scene knows.
    var pin: String {
        let canaries = info["canaries"] as? [[String: Any]] ?? []
        return canaries.first { $0["kind"] as? String == "pin" }?["value"] as? String ?? ""
    }

    /// Which printer's WPS session is open: `idle` or `waiting`, among others.
    func session() throws -> String {
        try ask(["do": "state"])["session"] as? String ?? ""
    }

    /// One line to the control socket, one line back.
    @discardableResult
    func ask(_ verb: [String: Any]) throws -> [String: Any] {
        let line = try JSONSerialization.data(withJSONObject: verb) + [10]
        let answer = try exchange(line, at: info["control"] as? String ?? "")
        return try XCTUnwrap(try JSONSerialization.jsonObject(with: answer) as? [String: Any])
    }
}

private struct NoLab: Error {}

/// What is answered to `line` at an IPv4 address and port, up to the line's end or 5 s.
private func exchange(_ line: Data, at address: String) throws -> Data {
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
        throw NoLab()
    }
    var answer = Data()
    var part = [UInt8](repeating: 0, count: 65_536)
    while answer.last != 10 {
        let count = recv(end, &part, part.count, 0)
        if count <= 0 { throw NoLab() }
        answer += part[..<count]
    }
    return answer
}
