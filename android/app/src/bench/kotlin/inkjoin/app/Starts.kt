package inkjoin.app

import android.os.Bundle
import androidx.activity.ComponentActivity
import androidx.activity.compose.setContent
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.OutlinedCard
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import androidx.compose.ui.test.onAllNodesWithTag
import androidx.test.core.app.ApplicationProvider
import inkjoin.ffi.Ports
import inkjoin.ffi.Session
import inkjoin.ffi.SessionOptions
import inkjoin.tests.Printers
import inkjoin.tests.Unanswered
import inkjoin.ui.InkjoinTheme
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

internal const val TOOK = "took ms: "

/** Home, where so many printers of one model are told as soon as it is asked. */
internal class Full(private val printers: Int) : Ground {
    override fun start(locale: String): Session =
        Session.start(SessionOptions(locale), Ports(networks = Unanswered, dnsSd = Printers(printers)))

    override fun watch(session: Session): AutoCloseable = AutoCloseable {}
}

/** Cards of texts, as a screen of printers has. */
@Composable
internal fun Plain(cards: List<List<String>>) {
    Column(Modifier.testTag("plain").verticalScroll(rememberScrollState())) {
        for (card in cards) OutlinedCard({}) { for (text in card) Text(text) }
    }
}

class PlainActivity : ComponentActivity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContent { InkjoinTheme { Plain(List(4) { listOf("A title of usual length", "A sentence that says what this is for.") }) } }
    }
}

/** The app, in a process that has never seen it. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
class OursStarts {
    @get:Rule val rule = createEmptyComposeRule()

    @Test
    fun starts() {
        ApplicationProvider.getApplicationContext<InkjoinApp>().ground = Full(0)
        val took = timed {
            Robolectric.buildActivity(MainActivity::class.java).setup()
            rule.waitUntil(timeoutMillis = 20_000) { rule.onAllNodesWithTag("screen:start").fetchSemanticsNodes(false).isNotEmpty() }
        }
        println("\n$TOOK$took")
    }
}

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36])
class PlainStarts {
    @get:Rule val rule = createEmptyComposeRule()

    @Test
    fun starts() {
        val took = timed {
            Robolectric.buildActivity(PlainActivity::class.java).setup()
            rule.waitUntil(timeoutMillis = 20_000) { rule.onAllNodesWithTag("plain").fetchSemanticsNodes(false).isNotEmpty() }
        }
        println("\n$TOOK$took")
    }
}
