package inkjoin.app

import android.os.Bundle
import android.view.View
import androidx.activity.ComponentActivity
import androidx.activity.compose.setContent
import androidx.activity.enableEdgeToEdge
import androidx.activity.viewModels
import androidx.lifecycle.lifecycleScope
import androidx.lifecycle.viewmodel.initializer
import androidx.lifecycle.viewmodel.viewModelFactory
import inkjoin.ffi.Block
import inkjoin.ui.SessionHands
import inkjoin.ui.WizardModel
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.launch

private const val KEEPER = "keeper"

/** The whole app. Its session goes on through rotation and ends with it. */
class MainActivity : ComponentActivity() {
    private val app get() = application as InkjoinApp
    private val model: WizardModel by viewModels {
        viewModelFactory {
            initializer {
                // The view model outlives this activity: it must not hold it.
                val app = app
                val keeper = Keeper({ app.ground }, locale())
                WizardModel(keeper::start).apply { addCloseable(KEEPER, keeper) }
            }
        }
    }
    private val away = MutableStateFlow(false)
    private val notice by lazy { ClockNotice(this) }

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        enableEdgeToEdge()
        // Nothing here belongs into a store of forms: passwords of a router, digits of a PIN.
        window.decorView.importantForAutofill = View.IMPORTANT_FOR_AUTOFILL_NO_EXCLUDE_DESCENDANTS
        val hands = SessionHands(model, Outside(this)::open)
        setContent { Setup(model, hands, app.desk, close = ::finish) }
        model.getCloseable<Keeper>(KEEPER)?.speak(locale())
        lifecycleScope.launch { notice.follow(away, model.state, ::left) }
    }

    override fun onStart() {
        super.onStart()
        away.value = false
        notice.remove() // Also one of a process that was stopped.
        model.resumed()
    }

    override fun onStop() {
        away.value = !isChangingConfigurations && !isFinishing
        super.onStop()
    }

    override fun onDestroy() {
        if (!isChangingConfigurations) notice.remove()
        super.onDestroy()
    }

    /** The best of the person's languages for this app, as Android sees it. */
    private fun locale(): String = resources.configuration.locales[0].toLanguageTag()

    private fun left(clock: Block.Clock): Long = model.nowMs()?.let { clock.endsAtMs.toLong() - it.toLong() } ?: 0
}
