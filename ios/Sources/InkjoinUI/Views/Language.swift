import InkjoinKit
import SwiftUI

/// Direction, voice and our own words as the screens' language wants them, whatever the system's is.
struct InLanguage: ViewModifier {
    let language: ScreenLanguage

    func body(content: Content) -> some View {
        content
            .environment(\.locale, Locale(identifier: language.tag))
            .environment(\.layoutDirection, language.rightToLeft ? .rightToLeft : .leftToRight)
            .environment(\.own, OwnLanguage(nearest: language.tag))
    }
}

extension ScreenLanguage {
    /// The person's first language for this app. Says nothing about the screens': the core is asked for that.
    static var system: ScreenLanguage {
        let tag = Locale.preferredLanguages.first ?? "en"
        return ScreenLanguage(tag: tag, rightToLeft: Locale.Language(identifier: tag).characterDirection == .rightToLeft)
    }
}

extension OwnLanguage: EnvironmentKey {
    static let defaultValue = OwnLanguage(nearest: "en")
}

extension EnvironmentValues {
    /// Where the words of the drawing itself come from.
    var own: OwnLanguage {
        get { self[OwnLanguage.self] }
        set { self[OwnLanguage.self] = newValue }
    }
}

/// A text in the screens' language.
struct Words: View {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    var body: some View {
        Text(verbatim: text).fixedSize(horizontal: false, vertical: true)
    }
}

/// Words of ours. Where the screens' language is none that we have they are in another one, and are read in that.
struct OwnWords: View {
    let word: Word
    @Environment(\.own) private var own

    init(_ word: Word) {
        self.word = word
    }

    var body: some View {
        Words(own[word]).environment(\.locale, own.locale)
    }
}
