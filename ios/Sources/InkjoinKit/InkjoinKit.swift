/// Inkjoin for Swift: all of `InkjoinFFI`, and a session's screens for `for await`.
@_exported import InkjoinFFI

/// `for await screen in session.screens()` draws the screens, from the newest to the last.
///
/// Each call of `screens()` is a reader of its own: any number of loops may run, each sees the last screen, and leaving
/// one ends nothing else. A loop in a task that is cancelled ends at once, and no screen is lost by it. A reader does not
/// keep its session alive: hold that as long as it shall go on.
extension Screens: AsyncSequence {
    public typealias Element = Screen

    public struct Iterator: AsyncIteratorProtocol, Sendable {
        fileprivate let reader: Screens

        /// The newest screen that this loop has not seen yet. Absent after the last, when the task is cancelled, and when
        /// the session is stopped or gone.
        public func next() async -> Screen? {
            // The wait itself does not hear of a cancelled task; it comes back when its reader is ended.
            await withTaskCancellationHandler {
                await reader.next()
            } onCancel: {
                reader.end()
            }
        }
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(reader: self)
    }
}

extension Session {
    /// Takes a choice of `screen`, with the text of each field that it needs by the field's id. Throws `ChooseError`.
    @discardableResult
    public func choose(_ choice: String, on screen: Screen, answers: [String: String] = [:]) throws -> Chosen {
        try choose(revision: screen.revision, choice: choice, answers: answers)
    }
}
