import ActivityKit
import SwiftUI

@MainActor @preconcurrency
public struct ActivityConfiguration<Attributes>: WidgetConfiguration where Attributes: ActivityAttributes {
    public typealias Body = Never
    @MainActor @preconcurrency
    public init<Content>(
        for attributesType: Attributes.Type, @ViewBuilder content: @escaping (ActivityViewContext<Attributes>) -> Content,
        dynamicIsland: @escaping (ActivityViewContext<Attributes>) -> DynamicIsland
    ) where Content: View { fatalError() }
}

public struct ActivityViewContext<Attributes> where Attributes: ActivityAttributes {
    public let activityID: String
    public let attributes: Attributes
    public let state: Attributes.ContentState
    public let isStale: Bool
}

@MainActor @preconcurrency
public struct DynamicIsland {
    @MainActor @preconcurrency
    public init<Expanded, CompactLeading, CompactTrailing, Minimal>(
        @DynamicIslandExpandedContentBuilder expanded: @escaping () -> DynamicIslandExpandedContent<Expanded>,
        @ViewBuilder compactLeading: @escaping () -> CompactLeading,
        @ViewBuilder compactTrailing: @escaping () -> CompactTrailing,
        @ViewBuilder minimal: @escaping () -> Minimal
    ) where Expanded: View, CompactLeading: View, CompactTrailing: View, Minimal: View { fatalError() }
}

public struct DynamicIslandExpandedRegionPosition: Sendable {
    public static let leading: DynamicIslandExpandedRegionPosition = { fatalError() }()
    public static let trailing: DynamicIslandExpandedRegionPosition = { fatalError() }()
    public static let center: DynamicIslandExpandedRegionPosition = { fatalError() }()
    public static let bottom: DynamicIslandExpandedRegionPosition = { fatalError() }()
}

@MainActor @preconcurrency
public struct DynamicIslandExpandedRegion<Content> where Content: View {
    @MainActor @preconcurrency
    public init(
        _ position: DynamicIslandExpandedRegionPosition, priority: Double = 0, @ViewBuilder content: @escaping () -> Content
    ) { fatalError() }
}

public struct DynamicIslandExpandedContent<Content> where Content: View {}

@resultBuilder
public struct DynamicIslandExpandedContentBuilder {
    public static func buildBlock<each Content>(
        _ content: repeat DynamicIslandExpandedRegion<each Content>
    ) -> DynamicIslandExpandedContent<TupleView<(repeat each Content)>> where repeat each Content: View { fatalError() }
}
