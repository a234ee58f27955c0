package inkjoin.ui

import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.test.junit4.v2.createComposeRule
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.text.AnnotatedString
import inkjoin.ffi.Block
import inkjoin.ffi.Screen
import org.junit.Assert.assertEquals
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** Every screen that the core draws: looked at by machine, and each of its choices taken. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [36], qualifiers = "w360dp-h640dp-mdpi")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class ScreensTest {
    @get:Rule val rule = createComposeRule()

    @Test
    fun `each screen holds what is asked of it, and gives back what is tapped and typed`() {
        val stage = Stage(rule)
        val checks = Checks()
        for (locale in listOf("en", "de")) {
            for (case in Cases.of(locale).all) {
                stage.show(case.screen, Look(locale, density = 1f))
                val seen = look(checks, "$locale ${case.screen.id} / ${case.name}")
                drive(stage, checks, case.screen, seen)
            }
            for (case in Cases.of(locale).firsts) {
                stage.show(case.screen, Look(locale, density = 1f, letters = 2f))
                look(checks, "$locale ${case.screen.id} / ${case.name}, large")
            }
        }
        println(checks.report())
        assertEquals("", checks.faults.joinToString("\n"))
    }

    /** One look at the semantics does for all: a search for each node would take a minute more. */
    private fun look(checks: Checks, where: String): SemanticsNode {
        val merged = rule.onNodeWithTag("stage").fetchSemanticsNode()
        val plain = rule.onNodeWithTag("stage", useUnmergedTree = true).fetchSemanticsNode()
        checks.semantics(where, plain, merged, dp = 1f)
        return merged
    }

    private fun drive(stage: Stage, checks: Checks, screen: Screen, seen: SemanticsNode) = rule.runOnUiThread {
        val where = "${screen.id} ${screen.title}"
        val byTag = seen.all().associateBy { it.tag() }
        val typed = screen.blocks.filterIsInstance<Block.Field>().associate { it.id to "12 ${it.id}" }
        for ((id, text) in typed) {
            byTag.getValue("field:$id").config[SemanticsActions.SetText].action?.invoke(AnnotatedString(text))
        }
        for (choice in screen.choices) {
            stage.hands.chosen.clear()
            byTag.getValue("choice:${choice.id}").config[SemanticsActions.OnClick].action?.invoke()
            val expected = Triple(screen, choice.id, choice.needs.associateWith { typed.getValue(it) })
            checks.expect("a choice hands back itself and its fields", where, stage.hands.chosen == listOf(expected)) {
                "${choice.id}: ${stage.hands.chosen.map { it.second to it.third }}"
            }
        }
    }
}
