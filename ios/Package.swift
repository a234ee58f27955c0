// swift-tools-version: 6.0
import PackageDescription

#if os(macOS)
    let hasSwiftUI = true
#else
    let hasSwiftUI = false
#endif

let package = Package(
    name: "Inkjoin",
    defaultLocalization: "en",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [
        .library(name: "InkjoinKit", targets: ["InkjoinKit"]),
        .library(name: "InkjoinUI", targets: ["InkjoinUI"]),
    ],
    targets: [
        // Both are what `cargo xtask bindings swift` makes in target/bindings/swift: one names the header there and links
        // libinkjoin_ffi, whose folder the build tells; the other's source is a link.
        .systemLibrary(name: "InkjoinFFIC"),
        // In the mode that UniFFI writes for: what a later compiler finds in Swift 6's is not ours to mend.
        .target(name: "InkjoinFFI", dependencies: ["InkjoinFFIC"], swiftSettings: [.swiftLanguageMode(.v5)]),
        .target(name: "InkjoinKit", dependencies: ["InkjoinFFI"]),
        // All of it is for Apple's systems. Elsewhere there is no SwiftUI, and tests/ios/typecheck.py has stand-ins.
        .target(
            name: "InkjoinUI", dependencies: ["InkjoinKit"], exclude: hasSwiftUI ? [] : ["Views"],
            resources: [.process("Resources")]),
        .testTarget(
            name: "InkjoinKitTests", dependencies: ["InkjoinKit"], path: "Tests",
            exclude: ["InkjoinUITests"], sources: ["InkjoinKitTests", "LabWire"]),
        .testTarget(name: "InkjoinUITests", dependencies: ["InkjoinUI"], exclude: ["Screens.txt"]),
    ],
    swiftLanguageModes: [.v6]
)
