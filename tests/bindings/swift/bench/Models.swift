import InkjoinKit

/// What the model of the screens costs beyond the session that it holds.
func models() async throws {
    let cold = try processes("cold", ["model", "session"])
    try Row(
        measure: "cold start to the first screen, model in Swift", unit: "ms", ours: cold[0], peer: "bare session",
        theirs: cold[1]
    ).tell()
    var (ours, theirs) = ([Double](), [Double]())
    for n in -5..<(runs / 4) {
        for mine in n.isMultiple(of: 2) ? [true, false] : [false, true] {
            let session = try await atList(many).0
            let took = try await mine ? modelled(session) : read(session)
            session.stop()
            if n >= 0 { if mine { ours.append(took) } else { theirs.append(took) } }
        }
    }
    try Row(
        measure: "screen with \(many) printers into the model, Swift", unit: "ms", ours: ours, peer: "bare session",
        theirs: theirs
    ).tell()
}

/// In ms, from nothing; in a process of its own.
func coldStart(of which: String) async throws -> Double {
    let home = Home(0)
    let start: @Sendable () throws -> Session = {
        try Session.start(options: SessionOptions(locale: "en"), ports: Ports(networks: home, dnsSd: home))
    }
    return try await which == "model" ? drawn(start) : timed(milli) { _ = try await start().nextScreen(after: 0) }
}

private func modelled(_ session: Session) async throws -> Double { try await drawn { session } }

private func read(_ session: Session) async throws -> Double {
    await timed(milli) { _ = await session.screens().next() }
}

/// From a model that is made to its first screen.
@MainActor
private func drawn(_ start: @escaping @Sendable () throws -> Session) async throws -> Double {
    var model: WizardModel?
    return try await timed(milli) {
        let made = WizardModel(start: start)
        model = made
        while made.state == .starting { await Task.yield() }
        guard case .drawn = made.state else { throw Wrong("no screen: \(made.state)") }
        _ = model
    }
}
