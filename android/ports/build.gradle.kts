plugins {
    alias(libs.plugins.android.library)
}

android {
    namespace = "inkjoin.ports"
    compileSdk { version = release(libs.versions.android.compileSdk.get().toInt()) }
    defaultConfig {
        minSdk = libs.versions.android.minSdk.get().toInt()
    }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
    testOptions { unitTests { isIncludeAndroidResources = true } }
}

dependencies {
    api(project(":sdk"))
    implementation(libs.core.ktx)
    implementation(libs.coroutines.android)
    testImplementation(libs.coroutines.test)
    testImplementation(libs.jna)
    testImplementation(libs.junit4)
    testImplementation(libs.robolectric)
    testImplementation(libs.test.core)
    testImplementation(libs.turbine)
}
