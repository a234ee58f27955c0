import Foundation
import InkjoinKit

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
