import SwiftUI

/// What VoiceOver is told beside what it finds on the screen.
@MainActor
enum Speaker {
    /// Says `text` in the language of `tag`; an urgent one interrupts what is being said.
    static func say(_ text: String, urgently: Bool, in tag: String) {
        var words = AttributedString(text)
        words.languageIdentifier = tag
        words.accessibilitySpeechAnnouncementPriority = urgently ? .high : .default
        AccessibilityNotification.Announcement(words).post()
    }

    /// Another screen is there: said once, in place of the name of its first part.
    static func says(screen spoken: String) {
        AccessibilityNotification.ScreenChanged(spoken).post()
    }
}
