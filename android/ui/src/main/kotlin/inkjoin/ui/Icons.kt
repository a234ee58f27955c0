package inkjoin.ui

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.graphics.vector.addPathNodes
import androidx.compose.ui.unit.dp

/** Our own drawings, on a field of 24 by 24, in lines of 2. */
internal object Icons {
    val Back = line("back", "M20 12H5M11 6L5 12L11 18", mirrored = true)
    val Info = line("info", "M12 3A9 9 0 1 0 12 21A9 9 0 1 0 12 3ZM12 11V16.5M12 7.4V7.6")
    val Warning = line("warning", "M12 3.5L21.5 20H2.5ZM12 10V14.5M12 17V17.2")
    val Error = line("error", "M8 3H16L21 8V16L16 21H8L3 16V8ZM9 9L15 15M15 9L9 15")
    val Copy = line("copy", "M9 8H19V21H9ZM15 8V3H5V16H9")
    val Done = line("done", "M5 12.5L10 17.5L20 7")
    val Eye = line("eye", "${LIDS}M12 9A3 3 0 1 0 12 15A3 3 0 1 0 12 9Z")
    val EyeOff = line("eye-off", "${LIDS}M4 4L20 20")
    val Unfold = line("unfold", "M5 9L12 16L19 9")
    val Fold = line("fold", "M5 15L12 8L19 15")
    val Out = line("out", "M13 4H20V11M20 4L10 14M18 14V20H4V6H10", mirrored = true)
    val Settings = line(
        "settings",
        "M3 7H12M18 7H21M15 4A3 3 0 1 0 15 10A3 3 0 1 0 15 4ZM3 17H6M12 17H21M9 14A3 3 0 1 0 9 20A3 3 0 1 0 9 14Z",
    )
    val Printer = line("printer", "M7 9V3H17V9M7 17H3V9H21V17H17M7 14H17V21H7ZM17.5 11.7V11.9")
    val Clock = line("clock", "M12 3A9 9 0 1 0 12 21A9 9 0 1 0 12 3ZM12 7.5V12.5L15 14.5")
    val Wait = line("wait", "M6 3H18M6 21H18M7 3V7L12 12L17 7V3M7 21V17L12 12L17 17V21")

    /** The picture beside a step, by the name that the core gives it; one for names that are not known yet. */
    fun ofStep(name: String): ImageVector = steps[name] ?: Look

    /** A key, and the way down. */
    private val Press = line("press", "M4 17H20V21H4ZM12 3V13M8 9.5L12 13.5L16 9.5")

    /** The same key, held down for a while. */
    private val Hold = line("hold", "M3 19H21M6 19V16H18V19M12 2.5A5 5 0 1 0 12 12.5A5 5 0 1 0 12 2.5ZM12 5V7.7L14 9")
    private val Menu = line("menu", "M4 4H20V20H4ZM8 9H16M8 12.5H16M8 16H13")
    private val Read = line("read", "M6 3H15L19 7V21H6ZM15 3V7H19M9.5 12H15.5M9.5 16H15.5")
    private val Plug = line("plug", PLUG)
    private val Unplug = line("unplug", "${PLUG}M3 3L21 21")
    private val Type = line("type", "M2.5 6H21.5V18.5H2.5ZM6.5 10V10.2M10 10V10.2M14 10V10.2M17.5 10V10.2M7 14.5H17")
    private val Look = line("look", "M10.5 3.5A7 7 0 1 0 10.5 17.5A7 7 0 1 0 10.5 3.5ZM15.8 15.8L21 21")

    private val steps = mapOf(
        "press" to Press, "hold" to Hold, "menu" to Menu, "read" to Read,
        "plug" to Plug, "unplug" to Unplug, "open" to Out, "type" to Type, "look" to Look,
    )

    /** What stands on a key of the printer. Absent for names that are not known yet. */
    fun ofKey(name: String): ImageVector? = keys[name]

    private val Wireless = line("wireless", "M3 9.5A13 13 0 0 1 21 9.5M6.5 13.5A8 8 0 0 1 17.5 13.5M12 17.8V18")
    private val Gear = line(
        "gear",
        "M12 9A3 3 0 1 0 12 15A3 3 0 1 0 12 9ZM12 3V6M12 18V21M3 12H6M18 12H21" +
            "M5.6 5.6L7.8 7.8M16.2 16.2L18.4 18.4M18.4 5.6L16.2 7.8M7.8 16.2L5.6 18.4",
    )

    private val keys = mapOf(
        "wireless" to Wireless, "wifi-back" to Wireless, "icon-wireless" to Wireless, "icon-gear" to Gear,
        "information" to line("information", "M12 6.5V6.7M12 11V18"),
        "cancel" to line("cancel", "M7 7L17 17M17 7L7 17"),
        "resume" to line("resume", "M7 3H14L18 7V21H7ZM10 14H15M12.8 11.6L15 14L12.8 16.4"),
        "power" to line("power", "M12 3.5V12M8 6.6A7 7 0 1 0 16 6.6"),
    )

    private fun line(name: String, path: String, mirrored: Boolean = false): ImageVector =
        ImageVector.Builder(name, 24.dp, 24.dp, 24f, 24f, autoMirror = mirrored).addPath(
            addPathNodes(path),
            // Tinted where it is used.
            stroke = SolidColor(Color.Black),
            strokeLineWidth = 2f,
            strokeLineCap = StrokeCap.Round,
            strokeLineJoin = StrokeJoin.Round,
        ).build()
}

private const val PLUG = "M12 2V5M8 9V5H16V9M6.5 9H17.5V12C17.5 15 15.5 16.5 12 16.5S6.5 15 6.5 12ZM12 16.5V22"
private const val LIDS = "M2 12C5 7 8.5 5 12 5S19 7 22 12C19 17 15.5 19 12 19S5 17 2 12Z"
