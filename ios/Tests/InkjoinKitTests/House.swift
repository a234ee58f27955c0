import Foundation
import InkjoinKit

#if canImport(Glibc)
    import Glibc
#endif

let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..").standardized

/// The lab serves one scene until it is closed; it announces nothing itself.
final class House: @unchecked Sendable {
    /// What the lab says of itself.
    let info: JSON
    private let process = Process()
    private let input = Pipe()
    private let ended = DispatchSemaphore(value: 0)

    init(_ scene: String, speed: UInt32) throws {
        let output = Pipe()
        let lab = ProcessInfo.processInfo.environment["INKJOIN_LAB"]
        process.executableURL =
            lab.map { URL(fileURLWithPath: $0) } ?? project.appendingPathComponent("target/debug/inkjoin-lab")
        process.arguments = ["serve", scene, "--json", "--speed", "\(speed)", "--no-announce"]
        process.standardInput = input
        process.standardOutput = output
        process.terminationHandler = { [ended] _ in ended.signal() }
        try process.run()
        var line = Data()
        while !line.contains(10) {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { throw Missed("the lab said: \(String(decoding: line, as: UTF8.self))") }
            line += more
        }
        info = try JSONDecoder().decode(JSON.self, from: line)
    }

    /// The lab ends when its input does, so also when these tests break off.
    func close() {
        try? input.fileHandleForWriting.close()
        if ended.wait(timeout: .now() + 5) == .timedOut { process.terminate() }
    }

    /// One line to the control socket, one line back.
    @discardableResult
    func ask(_ verb: JSON) throws -> JSON {
        let line = try JSONEncoder().encode(verb) + [10]
        return try JSONDecoder().decode(JSON.self, from: try exchange(line, at: info["control"].text ?? ""))
    }

    func state() throws -> JSON { try ask(.map(["do": .text("state")])) }
}

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
        throw Missed("no lab at \(address): \(String(cString: strerror(errno)))")
    }
    var answer = Data()
    var part = [UInt8](repeating: 0, count: 65_536)
    while answer.last != 10 {
        let count = recv(end, &part, part.count, 0)
        if count <= 0 { throw Missed("the lab broke off") }
        answer += part[..<count]
    }
    return answer
}
