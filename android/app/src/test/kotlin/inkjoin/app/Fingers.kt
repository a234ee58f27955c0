package inkjoin.app

import android.app.Activity
import android.content.Intent
import android.content.pm.PackageManager.PERMISSION_DENIED
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.os.Bundle
import android.os.Looper
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.SemanticsNodeInteraction
import androidx.compose.ui.test.isEnabled
import androidx.compose.ui.test.junit4.ComposeTestRule
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextReplacement
import androidx.lifecycle.ViewModelProvider
import inkjoin.ffi.Outcome
import inkjoin.tests.words
import inkjoin.ui.WizardModel
import inkjoin.ui.WizardState
import org.robolectric.Robolectric
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController
import org.robolectric.shadows.ShadowActivity.PermissionsRequest

/** Of one scene, in real time. */
private const val LIMIT = 60_000L

/** Until a tap has led somewhere; then it is made once more. */
private const val TAP = 3_000L

/** A person in front of the app, who sees and taps what is drawn, as the lab's scene says. */
class Fingers(
    private val rule: ComposeTestRule,
    private val lab: LabGround? = null,
    private val by: Intent? = null,
) : AutoCloseable {
    private val asked = mutableSetOf<String>()

    /** Ids of the screens that were drawn. */
    val seen = mutableListOf<String>()

    var activity: ActivityController<MainActivity> = open(null)
        private set

    val model get() = ViewModelProvider(activity.get())[WizardModel::class.java]
    val outcome: Outcome? get() = (model.state.value as? WizardState.Ended)?.outcome

    private fun open(kept: Bundle?): ActivityController<MainActivity> {
        val activity = Robolectric.buildActivity(MainActivity::class.java, by)
        return if (kept == null) activity.setup() else activity.setup(kept)
    }

    /** The id of the screen that is drawn. */
    fun drawn(): String? = tags("screen:").firstOrNull()?.removePrefix("screen:")

    fun title(): String? = (model.state.value as? WizardState.Drawn)?.screen?.title

    /** From here to the screen [until], where nothing is done, or to the end. [first] is called once at each screen. */
    fun walk(until: String? = null, first: (String) -> Unit = {}) {
        val begun = System.nanoTime()
        while (model.state.value !is WizardState.Ended) {
            check((System.nanoTime() - begun) / 1_000_000 < LIMIT) { "after $seen nothing came" }
            val id = drawn()
            if (id == null) {
                rule.mainClock.advanceTimeByFrame()
                Thread.sleep(5)
                continue
            }
            if (seen.lastOrNull() != id) {
                seen += id
                first(id)
            }
            if (id == until) return
            act(id)
        }
        drawn()?.takeIf { it != seen.last() }?.let(seen::add)
        check(until == null || until == seen.last()) { "$until was never drawn, but $seen" }
    }

    private fun act(id: String) {
        val lab = checkNotNull(lab) { "nobody says what to tap" }
        val at = lab.scene["at"][id] ?: return look()
        if (at["call"]?.asText() == "cancel" && asked.add("cancel")) model.session?.cancel()
        if (at.has("lab") && asked.add(id)) lab.house.ask(at["lab"])
        val wanted = at["choose"]?.asText() ?: return look()
        val choice = tags("choice:$wanted").firstOrNull() ?: return look()
        for (field in tags("field:")) {
            val text = lab.has.answers[field.removePrefix("field:")] ?: continue
            // A screen may have come in between.
            tagged(field)?.performTextReplacement(text)
        }
        tagged(choice)?.performClick() ?: return look()
        val tapped = System.nanoTime()
        while (drawn() == id && tags(choice).isNotEmpty() && (System.nanoTime() - tapped) / 1_000_000 < TAP) look()
    }

    fun look() = Thread.sleep(10)

    /** Waits for what [holds]. */
    fun until(what: String, holds: () -> Boolean) = rule.waitUntil(what, LIMIT) {
        shadowOf(Looper.getMainLooper()).idle()
        holds()
    }

    private fun tagged(tag: String): SemanticsNodeInteraction? {
        val matches = SemanticsMatcher.expectValue(SemanticsProperties.TestTag, tag)
        if (rule.onAllNodes(matches).fetchSemanticsNodes(atLeastOneRootRequired = false).isEmpty()) return null
        val node = rule.onNode(matches)
        try {
            node.performScrollTo()
        } catch (_: AssertionError) {
            // In nothing that scrolls.
        }
        return node
    }

    fun tap(tag: String) = checkNotNull(tagged(tag)) { "there is no $tag" }.performClick()

    /** Tags of what is drawn that begin so. */
    fun tags(beginning: String): List<String> {
        val begins = SemanticsMatcher("begins with $beginning") { tag(it).startsWith(beginning) }
        val enabled = if (beginning.startsWith("choice:")) begins.and(isEnabled()) else begins
        return rule.onAllNodes(enabled).fetchSemanticsNodes(atLeastOneRootRequired = false).map(::tag)
    }

    private fun tag(node: SemanticsNode) = node.config.getOrNull(SemanticsProperties.TestTag).orEmpty()

    fun rotate() {
        activity = activity.recreate()
    }

    /** The system ends the process behind the app and brings it back later: all that is left is what was saved. */
    fun die() {
        val kept = Bundle()
        activity.pause().stop().saveInstanceState(kept)
        model.session?.stop()
        activity.destroy()
        activity = open(kept)
    }

    /** Answers the system's dialog for permissions; those it asked for. */
    fun answerSystem(
        granted: Boolean,
        asked: PermissionsRequest = shadowOf(activity.get()).lastRequestedPermission,
    ): List<String> {
        val answers = IntArray(asked.requestedPermissions.size) { if (granted) PERMISSION_GRANTED else PERMISSION_DENIED }
        (activity.get() as Activity).onRequestPermissionsResult(asked.requestCode, asked.requestedPermissions, answers)
        return asked.requestedPermissions.toList()
    }

    fun outcomeInWords() = words(outcome)

    /** As when the person leaves the app for good. */
    override fun close() {
        activity.get().finish()
        activity.pause().stop().destroy()
    }
}
