package inkjoin

import inkjoin.ffi.ChooseException
import inkjoin.ffi.DescribeException
import inkjoin.ffi.KnowledgeException
import inkjoin.ffi.StartException
import inkjoin.ffi.Trouble

/**
 * What the library could not do, by what an app does next. Every exception of the library leads here, so a `when` over it needs
 * no branch for the rest. What a person gets wrong is none of them: the session answers that with a screen.
 */
sealed interface Problem {
    /** The library was built wrongly: report it with [what]. Trying again does not help. */
    data class Damaged(val what: String) : Problem

    /** The system gave no threads or sockets. Let the person try again. */
    data object NoResources : Problem

    /** The screen has no such choice. Draw the newest one. */
    data object UnknownChoice : Problem

    /** The choice needs the text of [field], an empty one where nothing was typed. */
    data class MissingAnswer(val field: String) : Problem

    /** The text of [field] is longer than 256 characters. Let the person shorten it. */
    data class TooLong(val field: String) : Problem

    /** The session is over. Start another one. */
    data object Ended : Problem

    /** The text is no address of a home network, and nothing was asked. Let the person type another one. */
    data object NotLocal : Problem

    /** Another device than a printer answered. Ask for another address. */
    data object AnotherDevice : Problem

    /** Nothing usable answered. Try again when the printer is awake and the phone in the same network. */
    data class NoAnswer(val trouble: Trouble) : Problem
}

/** Why no session started. */
val StartException.problem: Problem
    get() = when (this) {
        is StartException.Damaged -> Problem.Damaged(what)
        is StartException.NoResources -> Problem.NoResources
    }

/** Why a choice was not taken; nothing happened. */
val ChooseException.problem: Problem
    get() = when (this) {
        is ChooseException.UnknownChoice -> Problem.UnknownChoice
        is ChooseException.MissingAnswer -> Problem.MissingAnswer(field)
        is ChooseException.TooLong -> Problem.TooLong(field)
        is ChooseException.Ended -> Problem.Ended
    }

/** Why the language or the known families could not be had; a session that runs goes on as it was. */
val KnowledgeException.problem: Problem
    get() = when (this) {
        is KnowledgeException.Damaged -> Problem.Damaged(what)
    }

/** Why nothing could be told about a printer; nothing was changed there. */
val DescribeException.problem: Problem
    get() = when (this) {
        is DescribeException.NotLocal -> Problem.NotLocal
        is DescribeException.AnotherDevice -> Problem.AnotherDevice
        is DescribeException.NoAnswer -> Problem.NoAnswer(trouble)
        is DescribeException.NoResources -> Problem.NoResources
    }
