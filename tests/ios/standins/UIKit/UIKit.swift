@_exported import Foundation

@MainActor
open class UIApplication: NSObject {
    public class var shared: UIApplication { fatalError() }
    public class var openSettingsURLString: String { fatalError() }
    public struct OpenExternalURLOptionsKey: Hashable, Sendable {}
    open func open(_ url: URL, options: [UIApplication.OpenExternalURLOptionsKey: Any] = [:]) async -> Bool { fatalError() }
}

open class UIPasteboard: NSObject {
    public struct OptionsKey: RawRepresentable, Hashable, Sendable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public static let expirationDate: UIPasteboard.OptionsKey = { fatalError() }()
        public static let localOnly: UIPasteboard.OptionsKey = { fatalError() }()
    }
    open class var general: UIPasteboard { fatalError() }
    open func setItems(_ items: [[String: Any]], options: [UIPasteboard.OptionsKey: Any] = [:]) { fatalError() }
}

public enum UIKeyboardType: Int, Sendable {
    case `default`, asciiCapable, numbersAndPunctuation, URL, numberPad
}

public struct UITextContentType: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let URL: UITextContentType = { fatalError() }()
    public static let oneTimeCode: UITextContentType = { fatalError() }()
}

public enum CGLineCap: Int32, Sendable { case butt, round, square }
public enum CGLineJoin: Int32, Sendable { case miter, round, bevel }
