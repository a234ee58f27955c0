import Foundation

/// The words of the drawing itself, by their keys in Localizable.strings. What a screen says comes from the core.
enum Word: String, CaseIterable {
    case stepNumber = "step_number"
    case stepUsually = "step_usually"
    case noticeInfo = "notice_info"
    case noticeWarning = "notice_warning"
    case noticeError = "notice_error"
    case details
    case detailsShown = "details_shown"
    case detailsHidden = "details_hidden"
    case passwordShow = "password_show"
    case passwordHide = "password_hide"
    case pinCopy = "pin_copy"
    case pinCopied = "pin_copied"
    case pinGone = "pin_gone"
    case progressOf = "progress_of"
    case clockOver = "clock_over"
    case openPage = "open_page"
    case openSettings = "open_settings"
    case openLocalNetwork = "open_local_network"
    case wifiWhere = "wifi_where"
    case starting
    case notStarted = "not_started"
    case notStartedAgain = "not_started_again"
    case notStartedDamaged = "not_started_damaged"
    case tryAgain = "try_again"
    case ended
    case startAgain = "start_again"
    case close
}

/// The nearest of our own languages to the screens' one.
struct OwnLanguage: Equatable, Sendable {
    /// BCP 47 tag, for a screen reader's voice.
    let tag: String

    init(nearest wanted: String) {
        // Not `Bundle.preferredLocalizations`, which takes any of them on Linux.
        let language = Locale.Language(identifier: wanted).languageCode?.identifier
        let known = Bundle.module.localizations
        tag = known.first { $0.lowercased() == wanted.lowercased() } ?? known.first { $0 == language } ?? "en"
    }

    var locale: Locale { Locale(identifier: tag) }

    subscript(_ word: Word) -> String {
        bundle.localizedString(forKey: word.rawValue, value: nil, table: nil)
    }

    /// With numbers in the word's places.
    func callAsFunction(_ word: Word, _ numbers: Int...) -> String {
        String(format: self[word], locale: locale, arguments: numbers)
    }

    /// "1 minute, 40 seconds", by the system's own words. A second that has begun counts as a whole one, so that 0 is the end.
    func timeLeft(_ milliseconds: UInt64) -> String {
        let seconds = (milliseconds + 999) / 1_000
        if seconds == 0 { return self[.clockOver] }
        let units = Duration.UnitsFormatStyle.units(allowed: [.minutes, .seconds], width: .wide)
        return Duration.seconds(Int64(seconds)).formatted(units.locale(locale))
    }

    private var bundle: Bundle {
        let path = Bundle.module.path(forResource: tag, ofType: "lproj")
        return path.flatMap(Bundle.init(path:)) ?? .module
    }
}
