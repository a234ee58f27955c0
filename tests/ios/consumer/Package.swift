// swift-tools-version: 6.0
import PackageDescription

// By path to what `cargo xtask package ios` made. An app takes it by its address, `.package(url: "https://…", from: "0.1.0")`.
let package = Package(
    name: "Consumer",
    platforms: [.iOS(.v17), .macCatalyst(.v17)],
    dependencies: [
        .package(name: "Inkjoin", path: Context.environment["INKJOIN_PACKAGE"] ?? "../../../target/ios/package")
    ],
    targets: [
        .executableTarget(name: "Consumer", dependencies: [.product(name: "InkjoinKit", package: "Inkjoin")])
    ],
    swiftLanguageModes: [.v6]
)
