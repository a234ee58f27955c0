package inkjoin.ui

import android.content.Context
import android.content.res.Configuration
import android.os.Looper
import android.provider.Settings
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.requiredSize
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalContext
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.test.junit4.ComposeContentTestRule
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.dp
import inkjoin.ffi.Act
import inkjoin.ffi.Screen
import org.robolectric.Shadows.shadowOf

/** How a screen is looked at: the size of the window in dp, the pixels of one dp, large letters, the dark. */
data class Look(
    val locale: String = "en",
    val width: Int = 360,
    val height: Int = 640,
    val dark: Boolean = false,
    val letters: Float = 1f,
    val density: Float = 1.5f,
    val dynamic: Boolean = false,
)

/** What a person did. */
class Recorder(var now: () -> ULong = { 1_000_000uL }) : Hands {
    val chosen = mutableListOf<Triple<Screen, String, Map<String, String>>>()
    val opened = mutableListOf<Act>()
    var pin: String? = "12345670"
    var reveals = 0

    override fun choose(screen: Screen, choice: String, answers: Map<String, String>) {
        chosen += Triple(screen, choice, answers)
    }

    override fun reveal(secretId: ULong): String? {
        reveals++
        return pin
    }

    override fun nowMs() = now()

    override fun open(act: Act) {
        opened += act
    }
}

/** One composition in which screens and looks change places: an activity for each would take minutes. */
class Stage(private val rule: ComposeContentTestRule, val hands: Recorder = Recorder()) {
    private var screen by mutableStateOf<Screen?>(null)
    private var look by mutableStateOf(Look())

    init {
        rule.setContent {
            val shown = screen ?: return@setContent
            key(look) { Looked(look) { Wizard(shown, hands, language = Cases.of(look.locale).language) } }
        }
    }

    fun show(next: Screen, with: Look = Look()) {
        look = with
        screen = next
        rule.waitForIdle()
    }
}

/** As by the switch for animations in the system's settings: 0 is off. */
fun Context.animate(scale: Float) {
    Settings.Global.putFloat(contentResolver, Settings.Global.ANIMATOR_DURATION_SCALE, scale)
    contentResolver.notifyChange(Settings.Global.getUriFor(Settings.Global.ANIMATOR_DURATION_SCALE), null)
    shadowOf(Looper.getMainLooper()).idle()
}

/** Letters grow as Android lets them: large ones less. */
@Composable
fun Looked(look: Look, content: @Composable () -> Unit) {
    val context = LocalContext.current
    val density = remember(look) {
        val configuration = Configuration(context.resources.configuration).apply {
            fontScale = look.letters
            densityDpi = (look.density * 160).toInt()
        }
        Density(context.createConfigurationContext(configuration))
    }
    CompositionLocalProvider(LocalDensity provides density) {
        Box(Modifier.requiredSize(look.width.dp, look.height.dp).testTag("stage"), Alignment.TopStart) {
            InkjoinTheme(look.dark, look.dynamic, content)
        }
    }
}
