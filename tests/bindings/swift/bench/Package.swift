// swift-tools-version: 6.0
import PackageDescription

// Put together by bench.sh in target/swift-bench, with the generated files of the library and of the toy.
let package = Package(
    name: "Bench",
    platforms: [.macOS(.v14)],
    targets: [
        .systemLibrary(name: "InkjoinFFIC"),
        .systemLibrary(name: "ToyFFIC"),
        .target(name: "InkjoinFFI", dependencies: ["InkjoinFFIC"], swiftSettings: [.swiftLanguageMode(.v5)]),
        .target(name: "ToyFFI", dependencies: ["ToyFFIC"], swiftSettings: [.swiftLanguageMode(.v5)]),
        .target(name: "InkjoinKit", dependencies: ["InkjoinFFI"]),
        .executableTarget(name: "Bench", dependencies: ["InkjoinFFI", "InkjoinKit", "ToyFFI"]),
    ],
    swiftLanguageModes: [.v6]
)
