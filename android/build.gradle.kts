plugins {
    alias(libs.plugins.android.application) apply false
    alias(libs.plugins.android.library) apply false
    alias(libs.plugins.kotlin.compose) apply false
    // Nowhere applied: the Android plugin compiles Kotlin itself, and this raises the compiler it does that with.
    alias(libs.plugins.kotlin.android) apply false
}
