// swift-tools-version: 6.0
import PackageDescription

// For apps that take the package without this repository. `cargo xtask package ios` puts in what stands in capitals, and the
// sources of each target.
let package = Package(
    name: "Inkjoin",
    defaultLocalization: "en",
    platforms: [.iOS(.v17), .macCatalyst(.v17)],
    products: [
        .library(name: "InkjoinKit", targets: ["InkjoinKit"]),
        .library(name: "InkjoinUI", targets: ["InkjoinUI"]),
    ],
    targets: [
        .binaryTarget(name: "InkjoinFFIC", BINARY),
        .target(
            name: "InkjoinFFI", dependencies: ["InkjoinFFIC"], swiftSettings: [.swiftLanguageMode(.v5)],
            linkerSettings: [LIBRARIES]),
        .target(name: "InkjoinKit", dependencies: ["InkjoinFFI"]),
        .target(name: "InkjoinUI", dependencies: ["InkjoinKit"], resources: [.process("Resources")]),
    ],
    swiftLanguageModes: [.v6]
)
