package inkjoin.ui

import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.text.TextLayoutResult
import androidx.compose.ui.text.style.Hyphens

/** What must be true of each screen. Counts how often each was looked at and says where one is not. */
class Checks {
    private val looked = sortedMapOf<String, Int>()
    val faults = mutableListOf<String>()

    fun expect(name: String, where: String, holds: Boolean, what: () -> String = { "" }) {
        looked.merge(name, 1, Int::plus)
        if (!holds) faults += "$name: $where ${what()}"
    }

    fun report() = looked.entries.joinToString("\n") { (name, times) -> "$name: $times" }

    /** The semantics of one screen; [root] holds nothing else. [merged] is what a screen reader stops at. */
    fun semantics(where: String, root: SemanticsNode, merged: SemanticsNode, dp: Float) {
        val nodes = root.all()
        val stops = merged.all()
        val headings = nodes.filter { it.config.contains(SemanticsProperties.Heading) }
        val title = headings.singleOrNull()?.tag() == "title"
        expect("one heading, the title", where, title) { headings.joinToString { it.words() } }
        for (stop in stops.filter { it.config.contains(SemanticsActions.OnClick) }) clickable(where, stop, dp)
        for (node in nodes) text(where, node)
        val live = nodes.count { it.config.contains(SemanticsProperties.LiveRegion) && it.tag().startsWith("said") }
        expect("a polite and an urgent live region", where, live == 2) { "$live" }
        val panes = nodes.count { it.config.contains(SemanticsProperties.PaneTitle) }
        expect("a pane with what is spoken", where, panes == 1) { "$panes" }
        overlaps(where, stops.filter { it.speaks() })
        order(where, stops.filter { it.speaks() })
    }

    private fun clickable(where: String, node: SemanticsNode, dp: Float) {
        expect("what is tapped has words", where, node.words().isNotBlank()) { node.tag() }
        // Touch may reach beyond what is drawn.
        val touch = node.touchBoundsInRoot
        val small = minOf(touch.width, touch.height) / dp
        // Scrolled out of view in part: what is not in view has no touch bounds.
        val whole = node.boundsInRoot.height >= node.size.height - 1
        if (whole) expect("what is tapped is 48 dp large", where, small >= 47.9f) { "${node.tag()} $small" }
    }

    private fun text(where: String, node: SemanticsNode) {
        val results = mutableListOf<TextLayoutResult>()
        node.config.getOrNull(SemanticsActions.GetTextLayoutResult)?.action?.invoke(results)
        for (result in results) {
            // A field's own text scrolls inside of it.
            if (node.config.contains(SemanticsActions.SetText)) continue
            expect("no text is cut", where, result.isWhole()) { result.layoutInput.text.text }
            // Where words are parted by the language's rules it is a hyphen that shows it.
            if (result.layoutInput.style.hyphens == Hyphens.Auto) continue
            expect("no word is broken", where, result.brokenWord() == null) { "${result.brokenWord()}" }
        }
    }

    private fun overlaps(where: String, stops: List<SemanticsNode>) {
        for ((index, one) in stops.withIndex()) for (other in stops.drop(index + 1)) {
            if (one.holds(other) || other.holds(one)) continue
            val (a, b) = one.boundsInRoot to other.boundsInRoot
            val both = a.intersect(b)
            val apart = a.isEmpty || b.isEmpty || both.width <= 1f || both.height <= 1f
            expect("nothing overlaps", where, apart) {
                "${one.words()} / ${other.words()}"
            }
        }
    }

    /** A screen reader goes as the semantics are listed: that must be from top to bottom. */
    private fun order(where: String, stops: List<SemanticsNode>) {
        // What is scrolled out of view has no place among the rest.
        for ((one, next) in stops.filter { !it.boundsInRoot.isEmpty }.zipWithNext()) {
            if (one.holds(next)) continue
            expect("read from top to bottom", where, next.boundsInRoot.top >= one.boundsInRoot.top - 1) {
                "${one.words()} before ${next.words()}"
            }
        }
    }
}

/** By its lines: what Compose itself calls overflow is measured anew, without the place that the text has. */
private fun TextLayoutResult.isWhole() = !didOverflowHeight && (0 until lineCount).none {
    isLineEllipsized(it) || getLineRight(it) - getLineLeft(it) > size.width + 1
}

/** Lines may end between words and after a hyphen or a slash, never inside of a word. */
private fun TextLayoutResult.brokenWord(): String? {
    val text = layoutInput.text.text
    return (0 until lineCount - 1).map { getLineEnd(it) }
        .firstOrNull { it in 1 until text.length && text[it - 1].isLetterOrDigit() && text[it].isLetterOrDigit() }
        ?.let { text.substring(maxOf(0, it - 12), minOf(text.length, it + 12)) }
}

fun SemanticsNode.all(): List<SemanticsNode> = listOf(this) + children.flatMap { it.all() }

fun SemanticsNode.tag(): String = config.getOrNull(SemanticsProperties.TestTag).orEmpty()

fun SemanticsNode.words(): String =
    (config.getOrNull(SemanticsProperties.ContentDescription).orEmpty() +
        config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text } +
        listOfNotNull(config.getOrNull(SemanticsProperties.EditableText)?.text)).joinToString(" ")

private fun SemanticsNode.speaks() =
    words().isNotBlank() && !tag().startsWith("said") && !config.contains(SemanticsProperties.PaneTitle)

private fun SemanticsNode.holds(other: SemanticsNode): Boolean =
    generateSequence(other.parent) { it.parent }.any { it.id == id }

