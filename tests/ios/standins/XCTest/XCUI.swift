@MainActor
open class XCUIScreenshot: NSObject {}

@MainActor
public protocol XCUIElementTypeQueryProvider {}

extension XCUIElementTypeQueryProvider {
    public var alerts: XCUIElementQuery { fatalError() }
    public var buttons: XCUIElementQuery { fatalError() }
    public var staticTexts: XCUIElementQuery { fatalError() }
}

@MainActor
open class XCUIElement: NSObject, XCUIElementTypeQueryProvider {
    public enum ElementType: UInt, Sendable { case any, other, button, textField, secureTextField, staticText }
    open var exists: Bool { fatalError() }
    open var isHittable: Bool { fatalError() }
    open var label: String { fatalError() }
    open var value: Any? { fatalError() }
    open func waitForExistence(timeout: TimeInterval) -> Bool { fatalError() }
    open func descendants(matching type: XCUIElement.ElementType) -> XCUIElementQuery { fatalError() }
    open func tap() { fatalError() }
    open func typeText(_ text: String) { fatalError() }
    open func swipeUp() { fatalError() }
    open func coordinate(withNormalizedOffset normalizedOffset: CGVector) -> XCUICoordinate { fatalError() }
    open func screenshot() -> XCUIScreenshot { fatalError() }
}

@MainActor
open class XCUIElementQuery: NSObject, XCUIElementTypeQueryProvider {
    open var firstMatch: XCUIElement { fatalError() }
    open var count: Int { fatalError() }
    open func matching(identifier: String) -> XCUIElementQuery { fatalError() }
}

@MainActor
open class XCUIApplication: XCUIElement {
    public enum State: UInt, Sendable {
        case unknown, notRunning, runningBackgroundSuspended, runningBackground, runningForeground
    }
    public override init() { fatalError() }
    public init(bundleIdentifier: String) { fatalError() }
    open var launchArguments: [String] {
        get { fatalError() }
        set {}
    }
    open var state: XCUIApplication.State { fatalError() }
    open func launch() { fatalError() }
    open func activate() { fatalError() }
    open func terminate() { fatalError() }
    open func open(_ url: URL) { fatalError() }
    open func performAccessibilityAudit(
        for auditTypes: XCUIAccessibilityAuditType = .all,
        _ issueHandler: ((XCUIAccessibilityAuditIssue) throws -> Bool)? = nil
    ) throws { fatalError() }
}

public struct XCUIAccessibilityAuditType: OptionSet, Sendable {
    public let rawValue: UInt64
    public init(rawValue: UInt64) { self.rawValue = rawValue }
    public static let all: XCUIAccessibilityAuditType = { fatalError() }()
    public static let contrast: XCUIAccessibilityAuditType = { fatalError() }()
    public static let dynamicType: XCUIAccessibilityAuditType = { fatalError() }()
    public static let textClipped: XCUIAccessibilityAuditType = { fatalError() }()
}

@MainActor
open class XCUIAccessibilityAuditIssue: NSObject {
    open var element: XCUIElement? { fatalError() }
    open var compactDescription: String { fatalError() }
    open var auditType: XCUIAccessibilityAuditType { fatalError() }
}

@MainActor
open class XCUIDevice: NSObject {
    public enum Button: Int, Sendable { case home = 1 }
    open class var shared: XCUIDevice { fatalError() }
    open func press(_ button: XCUIDevice.Button) { fatalError() }
}

public struct XCUIKeyboardKey: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public static let delete: XCUIKeyboardKey = { fatalError() }()
}

@MainActor
open class XCUICoordinate: NSObject {
    open func press(forDuration duration: TimeInterval, thenDragTo otherCoordinate: XCUICoordinate) { fatalError() }
}

/// Of Core Graphics.
public struct CGVector: Equatable, Sendable {
    public init(dx: Double, dy: Double) { fatalError() }
}
