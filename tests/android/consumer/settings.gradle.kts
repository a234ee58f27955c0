pluginManagement {
    repositories {
        google()
        mavenCentral()
        gradlePluginPortal()
    }
}

dependencyResolutionManagement {
    repositoriesMode = RepositoriesMode.FAIL_ON_PROJECT_REPOS
    repositories {
        google()
        mavenCentral()
        // What `cargo xtask package android` leaves.
        maven { setUrl(rootDir.resolve("../../../target/android/package")) }
    }
    versionCatalogs {
        create("libs") { from(layout.rootDirectory.files("../../../android/gradle/libs.versions.toml")) }
    }
}

rootProject.name = "consumer"
include(":app")
