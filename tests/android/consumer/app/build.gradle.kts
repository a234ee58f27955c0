plugins {
    alias(libs.plugins.android.application)
}

android {
    namespace = "consumer"
    compileSdk { version = release(libs.versions.android.compileSdk.get().toInt()) }
    defaultConfig {
        applicationId = "inkjoin.consumer"
        minSdk = libs.versions.android.minSdk.get().toInt()
        targetSdk = libs.versions.android.targetSdk.get().toInt()
    }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
    buildTypes {
        release {
            isMinifyEnabled = true
            proguardFiles(getDefaultProguardFile("proguard-android-optimize.txt"))
            signingConfig = signingConfigs.getByName("debug")
        }
    }
}

dependencies {
    implementation("inkjoin:inkjoin-android:0.1.0")
}
