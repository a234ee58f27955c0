/// What the library could not do, by what an app does next. Every error of the library leads here, so a `switch` over it needs
/// no branch for the rest. What a person gets wrong is none of them: the session answers that with a screen.
public enum Problem: Error, Equatable, Sendable {
    /// The library was built wrongly: report it with `what`. Trying again does not help.
    case damaged(what: String)
    /// The system gave no threads or sockets. Let the person try again.
    case noResources
    /// The screen has no such choice. Draw the newest one.
    case unknownChoice
    /// The choice needs the text of `field`, an empty one where nothing was typed.
    case missingAnswer(field: String)
    /// The text of `field` is longer than 256 characters. Let the person shorten it.
    case tooLong(field: String)
    /// The session is over. Start another one.
    case ended
    /// The text is no address of a home network, and nothing was asked. Let the person type another one.
    case notLocal
    /// Another device than a printer answered. Ask for another address.
    case anotherDevice
    /// Nothing usable answered. Try again when the printer is awake and the phone in the same network.
    case noAnswer(trouble: Trouble)
}

extension StartError {
    /// Why no session started.
    public var problem: Problem {
        switch self {
        case .Damaged(let what): .damaged(what: what)
        case .NoResources: .noResources
        }
    }
}

extension ChooseError {
    /// Why a choice was not taken; nothing happened.
    public var problem: Problem {
        switch self {
        case .UnknownChoice: .unknownChoice
        case .MissingAnswer(let field): .missingAnswer(field: field)
        case .TooLong(let field): .tooLong(field: field)
        case .Ended: .ended
        }
    }
}

extension KnowledgeError {
    /// Why the language or the known families could not be had; a session that runs goes on as it was.
    public var problem: Problem {
        switch self {
        case .Damaged(let what): .damaged(what: what)
        }
    }
}

extension DescribeError {
    /// Why nothing could be told about a printer; nothing was changed there.
    public var problem: Problem {
        switch self {
        case .NotLocal: .notLocal
        case .AnotherDevice: .anotherDevice
        case .NoAnswer(let trouble): .noAnswer(trouble: trouble)
        case .NoResources: .noResources
        }
    }
}
