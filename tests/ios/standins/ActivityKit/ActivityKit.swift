import Foundation

public protocol ActivityAttributes: Decodable, Encodable {
    associatedtype ContentState: Decodable, Encodable, Hashable
}

public struct ActivityContent<State> where State: Decodable, State: Encodable, State: Hashable {
    public init(state: State, staleDate: Date?, relevanceScore: Double = 0) { fatalError() }
}

extension ActivityContent: Sendable where State: Sendable {}

/// Not `Sendable`, as Apple's is not.
public class Activity<Attributes>: Identifiable where Attributes: ActivityAttributes {
    public typealias ContentState = Attributes.ContentState
    public var id: String { fatalError() }
    public static var activities: [Activity<Attributes>] { fatalError() }
    @discardableResult
    public static func request(
        attributes: Attributes, content: ActivityContent<Activity<Attributes>.ContentState>, pushType: PushType? = nil
    ) throws -> Activity<Attributes> { fatalError() }
    public func end(
        _ content: ActivityContent<Activity<Attributes>.ContentState>?, dismissalPolicy: ActivityUIDismissalPolicy = .default
    ) async { fatalError() }
}

public struct PushType: Equatable, Sendable {}

public struct ActivityUIDismissalPolicy: Equatable, Sendable {
    public static let `default`: ActivityUIDismissalPolicy = { fatalError() }()
    public static let immediate: ActivityUIDismissalPolicy = { fatalError() }()
}

final public class ActivityAuthorizationInfo {
    public init() {}
    final public var areActivitiesEnabled: Bool { fatalError() }
}
