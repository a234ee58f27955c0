import InkjoinKit
import UIKit

/// Opens what is outside of the app, or tells why not.
@MainActor
enum Outside {
    enum Refusal {
        case noBrowser(String)
        case notLocal
        case noSettings

        var words: String {
            switch self {
            case .noBrowser(let url): String(format: NSLocalizedString("opens_no_browser", comment: ""), url)
            case .notLocal: NSLocalizedString("opens_not_local", comment: "")
            case .noSettings: NSLocalizedString("opens_no_settings", comment: "")
            }
        }
    }

    static func open(_ act: Act) async -> Refusal? {
        switch act {
        case .openUrl(let url):
            guard isLocalUrl(url: url), let page = URL(string: url) else { return .notLocal }
            return await UIApplication.shared.open(page) ? nil : .noBrowser(url)
        // The only page of the settings that an app may open is its own: Wi-Fi is on the way back from there.
        case .openSettings:
            guard let page = URL(string: UIApplication.openSettingsURLString) else { return .noSettings }
            return await UIApplication.shared.open(page) ? nil : .noSettings
        }
    }
}
