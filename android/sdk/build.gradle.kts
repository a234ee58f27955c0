import javax.inject.Inject
import org.gradle.process.ExecOperations

plugins {
    alias(libs.plugins.android.library)
}

val root: Directory = rootProject.layout.projectDirectory.dir("..")

android {
    namespace = "inkjoin.sdk"
    compileSdk { version = release(libs.versions.android.compileSdk.get().toInt()) }
    defaultConfig {
        minSdk = libs.versions.android.minSdk.get().toInt()
        consumerProguardFiles("consumer-rules.pro")
    }
    compileOptions {
        sourceCompatibility = JavaVersion.VERSION_17
        targetCompatibility = JavaVersion.VERSION_17
    }
    testOptions {
        // `cargo xtask bindings kotlin` leaves the library for this computer there.
        unitTests.all { it.systemProperty("jna.library.path", root.dir("target/debug").asFile.path) }
    }
}

/**
 * Lets cargo make a folder below the repository's `target`, and hands that to the Android plugin. Cargo knows best what is out
 * of date, so it is always asked; `-Pinkjoin.prebuilt=true` takes the folder as it is, for a machine without Rust and the NDK.
 */
abstract class FromCargo @Inject constructor(
    private val programs: ExecOperations,
    private val files: FileSystemOperations,
) : DefaultTask() {
    @get:Internal
    abstract val repository: DirectoryProperty

    @get:Input
    abstract val arguments: ListProperty<String>

    /** Where cargo leaves it, from the repository's root. */
    @get:Input
    abstract val made: Property<String>

    @get:Input
    abstract val prebuilt: Property<Boolean>

    @get:OutputDirectory
    abstract val folder: DirectoryProperty

    init {
        outputs.upToDateWhen { false }
    }

    @TaskAction
    fun make() {
        val base = repository.get()
        if (!prebuilt.get()) {
            programs.exec {
                workingDir(base)
                commandLine(listOf("cargo") + arguments.get())
            }
        }
        val source = base.dir(made.get()).asFile
        check(source.isDirectory) { "$source is not there: run `cargo ${arguments.get().joinToString(" ")}`" }
        files.sync {
            from(source)
            into(folder)
            include("**/*.kt", "**/*.so")
        }
    }
}

fun fromCargo(name: String, made: String, vararg arguments: String): TaskProvider<FromCargo> =
    tasks.register(name, FromCargo::class.java) {
        this.repository = root
        this.made = made
        this.arguments = arguments.toList()
        prebuilt = providers.gradleProperty("inkjoin.prebuilt").map(String::toBoolean).orElse(false)
    }

androidComponents {
    onVariants { variant ->
        val of = variant.name.replaceFirstChar(Char::uppercase)
        val bindings = fromCargo("generate${of}Bindings", "target/bindings/kotlin", "xtask", "bindings", "kotlin")
        val libraries = fromCargo("build${of}Libraries", "target/android/jniLibs", "xtask", "package", "android", "--libraries")
        variant.sources.kotlin?.addGeneratedSourceDirectory(bindings, FromCargo::folder)
        variant.sources.jniLibs?.addGeneratedSourceDirectory(libraries, FromCargo::folder)
    }
}

dependencies {
    api(libs.coroutines.core)
    // An AAR on a phone, with JNA's own native part; a jar on a computer.
    implementation(variantOf(libs.jna) { artifactType("aar") })
    testImplementation(libs.coroutines.test)
    testImplementation(libs.jna)
    testImplementation(libs.junit4)
    testImplementation(libs.turbine)
}
