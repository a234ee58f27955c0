// swift-tools-version: 6.0
import PackageDescription

let package = Package(
    name: "Inkjoin",
    platforms: [.iOS(.v17), .macOS(.v14)],
    products: [.library(name: "InkjoinKit", targets: ["InkjoinKit"])],
    targets: [
        // The library's C header; it links libinkjoin_ffi, whose folder the build names.
        .systemLibrary(name: "InkjoinFFIC"),
        // Generated. UniFFI writes for both language modes; in Swift 5's it promises to compile without a warning.
        .target(name: "InkjoinFFI", dependencies: ["InkjoinFFIC"], swiftSettings: [.swiftLanguageMode(.v5)]),
        .target(name: "InkjoinKit", dependencies: ["InkjoinFFI"]),
        .testTarget(name: "InkjoinKitTests", dependencies: ["InkjoinKit"]),
    ],
    swiftLanguageModes: [.v6]
)
