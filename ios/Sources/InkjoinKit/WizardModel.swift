import Observation

/// What there is to draw.
public enum WizardState: Equatable, Sendable {
    /// The session is being started.
    case starting
    /// The session's newest screen.
    case drawn(Screen)
    /// There is no session; let the person try again where that can help.
    case notStarted(again: Bool)
    /// The session is over. Its last `screen` says how, and stays in view.
    case ended(outcome: Outcome?, screen: Screen?)
}

/// Holds one session for the views that draw it, and ends it with the last reference to the model. `start` makes the session,
/// off the main actor: the first call loads the library and reads what was kept.
@MainActor @Observable
public final class WizardModel {
    /// What to draw.
    public private(set) var state = WizardState.starting
    /// The running session. Absent while there is none.
    public private(set) var session: Session?

    @ObservationIgnored private let start: @Sendable () throws -> Session
    /// Which beginning counts: one that comes late ends itself.
    @ObservationIgnored private var beginning = 0

    public init(start: @escaping @Sendable () throws -> Session) {
        self.start = start
        launch()
    }

    deinit {
        _session?.stop()
    }

    /// Once more, after `WizardState.notStarted` or `.ended`; else it does nothing.
    public func begin() {
        switch state {
        case .starting, .drawn: return
        case .notStarted, .ended: launch()
        }
    }

    /// Takes a choice. One on a screen that is not the newest does nothing: the newest is drawn already.
    public func choose(_ choice: String, on screen: Screen, answers: [String: String] = [:]) {
        // What it throws is the caller's mistake, and nothing happened: the screen stays as it is.
        _ = try? session?.choose(choice, on: screen, answers: answers)
    }

    /// The digits behind a `Block.pin`, for drawing; keep them nowhere.
    public func reveal(_ secretId: UInt64) -> String? {
        session?.reveal(secretId: secretId)
    }

    /// Now, in the milliseconds that a `Block.clock` ends in.
    public func nowMs() -> UInt64 {
        session?.nowMs() ?? InkjoinKit.nowMs()
    }

    /// Stops the session at once and asks nobody; the model may `begin` again. A person who cancels chooses that on a screen.
    public func end() {
        switch state {
        case .notStarted, .ended: return
        case .starting: finish(nil)
        case .drawn(let screen): finish(screen)
        }
    }

    private func launch() {
        state = .starting
        beginning += 1
        let (mine, start) = (beginning, start)
        Task { [weak self] in
            // To its end, whatever becomes of the model meanwhile: nobody else could stop this session.
            let begun = await Task.detached { Result { try start() } }.value
            guard let self, self.beginning == mine else {
                try? begun.get().stop()
                return
            }
            switch begun {
            case .success(let session): self.read(session)
            case .failure(let why): self.state = .notStarted(again: canHelp(why))
            }
        }
    }

    private func read(_ session: Session) {
        self.session = session
        let (mine, screens) = (beginning, session.screens())
        Task { [weak self] in
            // Neither the model nor the session is held while this waits.
            for await screen in screens {
                guard let self, self.beginning == mine else { return }
                self.state = .drawn(screen)
            }
            guard let self, self.beginning == mine else { return }
            self.end()
        }
    }

    private func finish(_ screen: Screen?) {
        beginning += 1
        let outcome = session?.outcome()
        session?.stop()
        session = nil
        state = .ended(outcome: outcome, screen: screen)
    }
}

/// What an app's own code throws may pass; of the library's errors only a want of resources does.
private func canHelp(_ why: any Error) -> Bool {
    guard let why = why as? StartError else { return true }
    return why.problem == .noResources
}
