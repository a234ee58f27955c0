import Foundation
import InkjoinFFI
import class ToyFFI.Toy
import func ToyFFI.version
import struct ToyFFI.Screen

/// Samples of ours and of the toy's are taken in turn, and who begins changes.
let runs = 240
/// Printers on a screen of usual size, and on a large one.
private let usual: UInt32 = 2
let many: UInt32 = 50
/// Ours may cost a quarter more.
private let target = 1.25
/// Microseconds and milliseconds in a second.
private let micro = 1e6
let milli = 1e3

/// A line for `cargo xtask bench`.
struct Row: Encodable {
    var bench = "bindings"
    let measure: String
    let unit: String
    let ours: [Double]
    var peer: String?
    var theirs: [Double]?
    var target: Double?
    var note: String?

    func tell() throws { print(String(decoding: try JSONEncoder().encode(self), as: UTF8.self)) }
}

struct Wrong: Error {
    let what: String
    init(_ what: String) { self.what = what }
}

/// A home network where nobody answers, and so many printers of one model as soon as it is browsed.
final class Home: NetworkPort, DnsSdPort {
    private let printers: UInt32

    init(_ printers: UInt32) { self.printers = printers }

    func look() throws -> NetworkState {
        NetworkState(home: true, gateway: Gateway(address: "127.0.0.1", httpPort: 9, httpsPort: 9))
    }

    func browse(id: UInt64, serviceTypes: [String], events: DnsSdEvents) throws {
        for n in 0..<printers {
            let (six, two) = (String(format: "%06X", n), String(format: "%02x", n))
            let txt = [
                "UUID": "1c852a4d-b800-1f08-abcd-98e7f4\(six.lowercased())", "ty": "HP LaserJet Pro M404dn", "usb_MFG": "HP",
                "mac": "98:e7:f4:00:00:\(two)",
            ]
            events.resolved(
                instance: DnsSdInstance(
                    serviceType: "_ipp._tcp.local.", name: "HP LaserJet Pro M404dn [\(six)]", host: "HP98E7F4\(six).local",
                    port: 9, addresses: ["127.0.0.1"], txt: txt.map { TxtEntry(key: $0.key, value: Data($0.value.utf8)) }))
        }
    }

    func stop(id: UInt64) throws {}
}

private func until(_ session: Session, _ wanted: (InkjoinFFI.Screen) -> Bool) async throws -> InkjoinFFI.Screen {
    var after: UInt64 = 0
    while let screen = await session.nextScreen(after: after) {
        if wanted(screen) { return screen }
        after = screen.revision
    }
    throw Wrong("the session ended")
}

private func listed(_ screen: InkjoinFFI.Screen) -> Int {
    for case .printers(let printers) in screen.blocks { return printers.count }
    return 0
}

/// A session whose newest screen lists that many printers, and that screen.
func atList(_ printers: UInt32) async throws -> (Session, InkjoinFFI.Screen) {
    let home = Home(printers)
    let session = try Session.start(options: SessionOptions(locale: "en"), ports: Ports(networks: home, dnsSd: home))
    let start = try await until(session) { $0.id == "start" }
    _ = try session.choose(revision: start.revision, choice: "begin", answers: [:])
    return (session, try await until(session) { $0.id == "find" && listed($0) == Int(printers) })
}

/// Characters of all texts, and things that hold others: what crossing has to do with it.
private func weight(_ value: Any) -> (texts: Int, things: Int) {
    if let text = value as? String { return (text.unicodeScalars.count, 0) }
    return Mirror(reflecting: value).children.map { weight($0.value) }
        .reduce((0, 1)) { ($0.texts + $1.texts, $0.things + $1.things) }
}

/// Or the ratio would compare two screens. Says how large they are.
private func alike(_ ours: InkjoinFFI.Screen, _ theirs: ToyFFI.Screen?) throws -> String {
    let (our, their) = (weight(ours), weight(theirs.map { $0 as Any } ?? 0))
    guard our.things == their.things, abs(our.texts - their.texts) * 20 < our.texts else {
        throw Wrong("ours has \(our), the toy \(their)")
    }
    return "\(our.texts) characters in \(our.things) things"
}

func timed(
    _ unit: Double, isolation: isolated (any Actor)? = #isolation, _ call: () async throws -> Void
) async rethrows -> Double {
    let begun = ContinuousClock.now
    try await call()
    return begun.duration(to: .now) / .seconds(1) * unit
}

/// Samples of both in µs; some before that are not counted.
private func turns(
    _ ours: () async throws -> Void, _ theirs: () async throws -> Void
) async throws -> (ours: [Double], theirs: [Double]) {
    var (our, their) = ([Double](), [Double]())
    for n in -20..<runs {
        var pair = (0.0, 0.0)
        if n.isMultiple(of: 2) {
            pair.0 = try await timed(micro, ours)
            pair.1 = try await timed(micro, theirs)
        } else {
            pair.1 = try await timed(micro, theirs)
            pair.0 = try await timed(micro, ours)
        }
        if n >= 0 {
            our.append(pair.0)
            their.append(pair.1)
        }
    }
    return (our, their)
}

private func screens() async throws {
    for (printers, name) in [(usual, "screen of usual size"), (many, "screen with \(many) printers")] {
        let (session, screen) = try await atList(printers)
        let toy = Toy.start(printers: printers)
        let note = try alike(screen, await toy.nextScreen(after: 0))
        let took = try await turns({ _ = await session.nextScreen(after: 0) }, { _ = await toy.nextScreen(after: 0) })
        try Row(
            measure: "\(name), Swift", unit: "µs", ours: took.ours, peer: "toy", theirs: took.theirs, target: target,
            note: note
        ).tell()
        session.stop()
    }
}

private func choices() async throws {
    let answers = ["user": "owner", "password": "a password of usual length"]
    let (session, screen) = try await atList(usual)
    let toy = Toy.start(printers: usual)
    let old = try await turns(
        { _ = try session.choose(revision: screen.revision - 1, choice: "back", answers: answers) },
        { _ = try toy.choose(revision: 3, choice: "home", answers: answers) })
    try Row(
        measure: "choice on an old screen, Swift", unit: "µs", ours: old.ours, peer: "toy", theirs: old.theirs,
        target: target
    ).tell()
    session.stop()
    try await taken()
}

/// To the first screen and back to the search: a screen that changed meanwhile makes a choice stale, which isn't counted.
private func taken() async throws {
    var took = (ours: [Double](), theirs: [Double]())
    var (session, screen) = try await atList(0)
    let toy = Toy.start(printers: usual)
    for n in 0..<runs {
        let choice = screen.id == "find" ? "back" : "begin"
        let first = n.isMultiple(of: 2)
        let before = first ? try await timed(micro) { _ = try toy.choose(revision: 4, choice: "home", answers: [:]) } : nil
        var said = InkjoinFFI.Chosen.stale
        let our = try await timed(micro) {
            said = try session.choose(revision: screen.revision, choice: choice, answers: [:])
        }
        let after = first ? nil : try await timed(micro) { _ = try toy.choose(revision: 4, choice: "home", answers: [:]) }
        if said == .accepted {
            took.ours.append(our)
            took.theirs.append(before ?? after ?? .nan)
            let there = screen.id == "find" ? "start" : "find"
            _ = try await until(session) { $0.id == there }
        }
        // What else moves the screen comes before the next choice, as with a person.
        try await Task.sleep(for: .milliseconds(50))
        screen = try await until(session) { _ in true }
    }
    try Row(
        measure: "choice that is taken, Swift", unit: "µs", ours: took.ours, peer: "toy", theirs: took.theirs,
        target: target,
        note: "with the setup's own step"
    ).tell()
    session.stop()
}

/// In ms: from the last reference gone to the last task gone; from cancel to the last screen in hand.
private func ends() async throws {
    var (dropped, cancelled) = ([Double](), [Double]())
    for _ in 0..<runs {
        var session: Session? = try await atList(usual).0
        _ = session
        dropped.append(
            await timed(milli) {
                session = nil
                while diagnostics() != Diagnostics(sessions: 0, tasks: 0) { await Task.yield() }
            })
        // Nothing is found: the list's own changes would use up the four screens of a second, and the last one waits.
        let other = try await atList(0).0
        cancelled.append(
            try await timed(milli) {
                other.cancel()
                _ = try await until(other) { $0.last }
            })
        other.stop()
        while diagnostics().tasks > 0 { await Task.yield() }
    }
    try Row(measure: "session dropped to its last task gone, Swift", unit: "ms", ours: dropped).tell()
    try Row(measure: "cancel to the closing screen, Swift", unit: "ms", ours: cancelled).tell()
}

/// Samples of both, each told by this program in a process of its own, which has loaded both libraries before.
func processes(_ what: String, _ both: [String]) throws -> [[Double]] {
    var samples = [[Double](), [Double]()]
    for n in -2..<runs {
        for which in n.isMultiple(of: 2) ? [0, 1] : [1, 0] {
            let (process, output) = (Process(), Pipe())
            process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
            process.arguments = [what, both[which]]
            process.standardOutput = output
            try process.run()
            let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            guard let took = Double(said.trimmingCharacters(in: .whitespacesAndNewlines)) else {
                throw Wrong("\(what): \(said)")
            }
            if n >= 0 { samples[which].append(took) }
        }
    }
    return samples
}

private func firstCalls() throws {
    let samples = try processes("first", ["inkjoin", "toy"])
    try Row(
        measure: "first call, Swift", unit: "µs", ours: samples[0], peer: "toy", theirs: samples[1], target: target
    ).tell()
}

private func run(_ words: [String]) async throws {
    switch words {
    case ["first", "inkjoin"]: print(await timed(micro) { _ = InkjoinFFI.version() })
    case ["first", "toy"]: print(await timed(micro) { _ = ToyFFI.version() })
    case ["cold", "model"], ["cold", "session"]: print(try await coldStart(of: words[1]))
    default:
        try firstCalls()
        try await models()
        try await screens()
        try await choices()
        try await ends()
    }
}

@main
struct Bench {
    static func main() async throws { try await run(Array(CommandLine.arguments.dropFirst())) }
}
