extension View {
    nonisolated public func accessibilityElement(children: AccessibilityChildBehavior = .ignore) -> some View { Unseen() }
    nonisolated public func accessibilityHidden(_ hidden: Bool) -> some View { Unseen() }
    nonisolated public func accessibilityLabel(_ label: Text) -> some View { Unseen() }
    nonisolated public func accessibilityValue(_ value: Text) -> some View { Unseen() }
    nonisolated public func accessibilityHint(_ hint: Text) -> some View { Unseen() }
    nonisolated public func accessibilityIdentifier(_ identifier: String) -> some View { Unseen() }
    nonisolated public func accessibilityAddTraits(_ traits: AccessibilityTraits) -> some View { Unseen() }
}

public struct AccessibilityChildBehavior: Hashable, Sendable {
    public static let ignore: AccessibilityChildBehavior = { fatalError() }()
    public static let contain: AccessibilityChildBehavior = { fatalError() }()
    public static let combine: AccessibilityChildBehavior = { fatalError() }()
}

public struct AccessibilityTraits: SetAlgebra, Sendable {
    public static let isHeader: AccessibilityTraits = { fatalError() }()
    public static let isStaticText: AccessibilityTraits = { fatalError() }()
    public static let updatesFrequently: AccessibilityTraits = { fatalError() }()
    public init() { fatalError() }
    public func union(_ other: AccessibilityTraits) -> AccessibilityTraits { fatalError() }
    public mutating func formUnion(_ other: AccessibilityTraits) { fatalError() }
    public func intersection(_ other: AccessibilityTraits) -> AccessibilityTraits { fatalError() }
    public mutating func formIntersection(_ other: AccessibilityTraits) { fatalError() }
    public func symmetricDifference(_ other: AccessibilityTraits) -> AccessibilityTraits { fatalError() }
    public mutating func formSymmetricDifference(_ other: AccessibilityTraits) { fatalError() }
    public func contains(_ member: AccessibilityTraits) -> Bool { fatalError() }
    public mutating func insert(_ newMember: AccessibilityTraits) -> (inserted: Bool, memberAfterInsert: AccessibilityTraits)
    { fatalError() }
    public mutating func remove(_ member: AccessibilityTraits) -> AccessibilityTraits? { fatalError() }
    public mutating func update(with newMember: AccessibilityTraits) -> AccessibilityTraits? { fatalError() }
}

/// Of the framework Accessibility, which SwiftUI passes on.
public enum AccessibilityNotification {
    public struct Announcement {
        public init(_ announcement: String) { fatalError() }
        public init(_ announcement: AttributedString) { fatalError() }
        public func post() { fatalError() }
    }
    public struct ScreenChanged {
        public init(_ focusElement: Any? = nil) { fatalError() }
        public func post() { fatalError() }
    }
}

extension AttributeScopes {
    public struct AccessibilityAttributes: AttributeScope {
        public let accessibilitySpeechAnnouncementPriority: AnnouncementPriorityAttribute

        @frozen public enum AnnouncementPriorityAttribute: AttributedStringKey {
            public enum AnnouncementPriority: Hashable, Sendable { case high, `default`, low }
            public typealias Value = AnnouncementPriority
            public static var name: String { fatalError() }
        }
    }
}

extension AttributeDynamicLookup {
    public subscript<T>(dynamicMember keyPath: KeyPath<AttributeScopes.AccessibilityAttributes, T>) -> T
    where T: AttributedStringKey { fatalError() }
}
