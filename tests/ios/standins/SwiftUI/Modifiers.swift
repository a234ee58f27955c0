extension View {
    nonisolated public func modifier<T>(_ modifier: T) -> ModifiedContent<Self, T> { fatalError() }
    nonisolated public func environment<V>(_ keyPath: WritableKeyPath<EnvironmentValues, V>, _ value: V) -> some View {
        Unseen()
    }
    nonisolated public func id<ID>(_ id: ID) -> some View where ID: Hashable { Unseen() }
    nonisolated public func transition(_ t: AnyTransition) -> some View { Unseen() }
    nonisolated public func animation<V>(_ animation: Animation?, value: V) -> some View where V: Equatable { Unseen() }
    nonisolated public func hidden() -> some View { Unseen() }
    nonisolated public func opacity(_ opacity: Double) -> some View { Unseen() }
    nonisolated public func tint(_ tint: Color?) -> some View { Unseen() }
    nonisolated public func foregroundStyle<S>(_ style: S) -> some View where S: ShapeStyle { Unseen() }
    nonisolated public func font(_ font: Font?) -> some View { Unseen() }
    nonisolated public func lineLimit(_ number: Int?) -> some View { Unseen() }
    nonisolated public func minimumScaleFactor(_ factor: CGFloat) -> some View { Unseen() }
    nonisolated public func monospacedDigit() -> some View { Unseen() }
    nonisolated public func multilineTextAlignment(_ alignment: TextAlignment) -> some View { Unseen() }
    nonisolated public func rotationEffect(_ angle: Angle, anchor: UnitPoint = .center) -> some View { Unseen() }
    nonisolated public func contentShape<S>(_ shape: S, eoFill: Bool = false) -> some View where S: Shape { Unseen() }
    nonisolated public func privacySensitive(_ sensitive: Bool = true) -> some View { Unseen() }
    nonisolated public func sensoryFeedback<T>(_ feedback: SensoryFeedback, trigger: T) -> some View where T: Equatable {
        Unseen()
    }

    // Places
    nonisolated public func padding(_ length: CGFloat) -> some View { Unseen() }
    nonisolated public func padding(_ edges: Edge.Set = .all, _ length: CGFloat? = nil) -> some View { Unseen() }
    nonisolated public func fixedSize(horizontal: Bool, vertical: Bool) -> some View { Unseen() }
    nonisolated public func frame(width: CGFloat? = nil, height: CGFloat? = nil, alignment: Alignment = .center) -> some View
    { Unseen() }
    nonisolated public func frame(
        minWidth: CGFloat? = nil, idealWidth: CGFloat? = nil, maxWidth: CGFloat? = nil, minHeight: CGFloat? = nil,
        idealHeight: CGFloat? = nil, maxHeight: CGFloat? = nil, alignment: Alignment = .center
    ) -> some View { Unseen() }
    nonisolated public func ignoresSafeArea(_ regions: SafeAreaRegions = .all, edges: Edge.Set = .all) -> some View {
        Unseen()
    }
    nonisolated public func safeAreaInset<V>(
        edge: VerticalEdge, alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> V
    ) -> some View where V: View { Unseen() }
    nonisolated public func background<V>(alignment: Alignment = .center, @ViewBuilder content: () -> V) -> some View
    where V: View { Unseen() }
    nonisolated public func background<S>(_ style: S, ignoresSafeAreaEdges edges: Edge.Set = .all) -> some View
    where S: ShapeStyle { Unseen() }
    @_disfavoredOverload
    nonisolated public func background<Background>(_ background: Background, alignment: Alignment = .center) -> some View
    where Background: View { Unseen() }
    nonisolated public func background<S, T>(_ style: S, in shape: T, fillStyle: FillStyle = FillStyle()) -> some View
    where S: ShapeStyle, T: InsettableShape { Unseen() }
    nonisolated public func overlay<V>(alignment: Alignment = .center, @ViewBuilder content: () -> V) -> some View
    where V: View { Unseen() }
    @_disfavoredOverload
    nonisolated public func overlay<Overlay>(_ overlay: Overlay, alignment: Alignment = .center) -> some View
    where Overlay: View { Unseen() }
    nonisolated public func scrollDismissesKeyboard(_ mode: ScrollDismissesKeyboardMode) -> some View { Unseen() }
    @preconcurrency
    nonisolated public func onGeometryChange<T>(
        for type: T.Type, of transform: @escaping @Sendable (GeometryProxy) -> T, action: @escaping (_ newValue: T) -> Void
    ) -> some View where T: Equatable, T: Sendable { Unseen() }

    // Life
    nonisolated public func onAppear(perform action: (() -> Void)? = nil) -> some View { Unseen() }
    nonisolated public func onChange<V>(of value: V, initial: Bool = false, _ action: @escaping () -> Void) -> some View
    where V: Equatable { Unseen() }
    nonisolated public func onChange<V>(
        of value: V, initial: Bool = false, _ action: @escaping (_ oldValue: V, _ newValue: V) -> Void
    ) -> some View
    where V: Equatable { Unseen() }
    nonisolated public func task(
        priority: TaskPriority = .userInitiated, @_inheritActorContext _ action: @escaping @Sendable () async -> Void
    ) -> some View { Unseen() }
    nonisolated public func task<T>(
        id value: T, priority: TaskPriority = .userInitiated,
        @_inheritActorContext _ action: @escaping @Sendable () async -> Void
    ) -> some View where T: Equatable { Unseen() }
    nonisolated public func onOpenURL(perform action: @escaping (URL) -> Void) -> some View { Unseen() }
    nonisolated public func alert<S, A>(_ title: S, isPresented: Binding<Bool>, @ViewBuilder actions: () -> A) -> some View
    where S: StringProtocol, A: View { Unseen() }

    // Typing
    nonisolated public func buttonStyle<S>(_ style: S) -> some View where S: ButtonStyle { Unseen() }
    nonisolated public func buttonStyle<S>(_ style: S) -> some View where S: PrimitiveButtonStyle { Unseen() }
    nonisolated public func focused<Value>(_ binding: FocusState<Value>.Binding, equals value: Value) -> some View
    where Value: Hashable { Unseen() }
    nonisolated public func submitLabel(_ submitLabel: SubmitLabel) -> some View { Unseen() }
    nonisolated public func onSubmit(of triggers: SubmitTriggers = .text, _ action: @escaping (() -> Void)) -> some View {
        Unseen()
    }
    nonisolated public func autocorrectionDisabled(_ disable: Bool = true) -> some View { Unseen() }
    nonisolated public func textInputAutocapitalization(_ autocapitalization: TextInputAutocapitalization?) -> some View {
        Unseen()
    }
    nonisolated public func keyboardType(_ type: UIKeyboardType) -> some View { Unseen() }
    nonisolated public func textContentType(_ textContentType: UITextContentType?) -> some View { Unseen() }
}

public enum TextAlignment: Hashable, CaseIterable, Sendable { case leading, center, trailing }

public struct UnitPoint: Hashable, Sendable {
    public static let center: UnitPoint = { fatalError() }()
}

public struct FillStyle: Equatable, Sendable {
    public init(eoFill: Bool = false, antialiased: Bool = true) {}
}

public struct SafeAreaRegions: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let all: SafeAreaRegions = { fatalError() }()
    public static let keyboard: SafeAreaRegions = { fatalError() }()
}

public struct ScrollDismissesKeyboardMode: Sendable {
    public static var interactively: ScrollDismissesKeyboardMode { fatalError() }
}

public struct SubmitLabel: Sendable {
    public static var done: SubmitLabel { fatalError() }
    public static var next: SubmitLabel { fatalError() }
}

public struct SubmitTriggers: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let text: SubmitTriggers = { fatalError() }()
}

public struct TextInputAutocapitalization: Sendable {
    public static var never: TextInputAutocapitalization { fatalError() }
}

public struct SensoryFeedback: Equatable, Sendable {
    public static let warning: SensoryFeedback = { fatalError() }()
}
