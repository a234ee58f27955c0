// swift-tools-version: 6.0
import PackageDescription

let package = Package(
    name: "Inkjoin",
    defaultLocalization: "en",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [.library(name: "InkjoinKit", targets: ["InkjoinKit"])],
    targets: [
        // Both are what `cargo xtask bindings swift` makes in target/bindings/swift: one names the header there and links
        // libinkjoin_ffi, whose folder the build tells; the other's source is a link.
        .systemLibrary(name: "InkjoinFFIC"),
        // In the mode that UniFFI writes for: what a later compiler finds in Swift 6's is not ours to mend.
        .target(name: "InkjoinFFI", dependencies: ["InkjoinFFIC"], swiftSettings: [.swiftLanguageMode(.v5)]),
        .target(name: "InkjoinKit", dependencies: ["InkjoinFFI"]),
        .testTarget(name: "InkjoinKitTests", dependencies: ["InkjoinKit"]),
    ],
    swiftLanguageModes: [.v6]
)

// Elsewhere there is no SwiftUI: tests/ios/typecheck.py has stand-ins.
#if os(macOS)
    package.products.append(.library(name: "InkjoinUI", targets: ["InkjoinUI"]))
    package.targets.append(.target(name: "InkjoinUI", dependencies: ["InkjoinKit"], resources: [.process("Resources")]))
#endif
