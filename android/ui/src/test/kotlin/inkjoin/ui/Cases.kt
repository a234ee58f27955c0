package inkjoin.ui

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import inkjoin.ffi.Act
import inkjoin.ffi.Announce
import inkjoin.ffi.Block
import inkjoin.ffi.Colour
import inkjoin.ffi.Detail
import inkjoin.ffi.FieldInput
import inkjoin.ffi.Level
import inkjoin.ffi.Mark
import inkjoin.ffi.Pattern
import inkjoin.ffi.Phase
import inkjoin.ffi.PrinterCard
import inkjoin.ffi.Role
import inkjoin.ffi.Screen
import inkjoin.ffi.ScreenChoice
import inkjoin.ffi.ScreenLanguage
import inkjoin.ffi.Settings
import inkjoin.ffi.Step
import inkjoin.ffi.StepLight
import java.io.File

/** One screen that the core draws somewhere. */
class Case(val name: String, val screen: Screen)

/** All of them in one language, as `cargo xtask screens` writes them. */
class Cases private constructor(val language: ScreenLanguage, val nowMs: ULong, val all: List<Case>) {
    /** The first of each screen. */
    val firsts = all.distinctBy { it.screen.id }

    fun first(id: String) = firsts.first { it.screen.id == id }.screen

    /** The first that has such a block. */
    inline fun <reified B : Block> with(which: (B) -> Boolean = { true }) =
        all.first { case -> case.screen.blocks.any { it is B && which(it) } }.screen

    companion object {
        private val read = HashMap<String, Cases>()

        fun of(locale: String) = read.getOrPut(locale) {
            val file = File(System.getProperty("inkjoin.root"), "target/screens/$locale.json")
            val json = ObjectMapper().readTree(file)
            val screens = json["screens"].map { Case(it["name"].asText(), it["screen"].screen()) }
            // A revision in the place of the file's 0, so that two screens in a row are never of one.
            val numbered = screens.mapIndexed { index, case ->
                Case(case.name, case.screen.copy(revision = index.toULong() + 1u))
            }
            Cases(ScreenLanguage(locale, json["rightToLeft"].asBoolean()), json["nowMs"].asLong().toULong(), numbered)
        }
    }
}

private fun JsonNode.text(name: String) = this[name]?.asText().orEmpty()
private fun JsonNode.ulong(name: String) = this[name].asLong().toULong()
private fun JsonNode.uint(name: String) = this[name].asInt().toUInt()
private inline fun <reified E : Enum<E>> JsonNode.enum(name: String) = enumValueOf<E>(this[name].asText().uppercase())
private fun <T> JsonNode.list(name: String, one: (JsonNode) -> T) = this[name]?.map(one).orEmpty()

private fun JsonNode.screen() = Screen(
    id = text("id"),
    revision = ulong("revision"),
    phase = enum<Phase>("phase"),
    title = text("title"),
    blocks = list("blocks") { it.block() },
    choices = list("choices") { it.choice() },
    spoken = text("spoken"),
    announce = this["announce"]?.let { Announce(it.text("text"), it["urgent"].asBoolean()) },
    act = this["act"]?.act(),
    last = this["last"]?.asBoolean() ?: false,
)

private fun JsonNode.choice() =
    ScreenChoice(text("id"), text("label"), enum<Role>("role"), list("needs", JsonNode::asText))

private fun JsonNode.printer() = PrinterCard(text("choice"), text("name"), text("model"), text("marks"))

private fun JsonNode.act() = when (text("kind")) {
    "open_url" -> Act.OpenUrl(text("target"))
    else -> Act.OpenSettings(enum<Settings>("target"))
}

private fun JsonNode.block(): Block = when (val kind = text("kind")) {
    "text" -> Block.Text(text("text"))
    "steps" -> Block.Steps(list("steps") { it.step() })
    "printers" -> Block.Printers(list("printers") { it.printer() })
    "pin" -> Block.Pin(ulong("secret_id"), text("label"))
    "clock" -> Block.Clock(
        ulong("ends_at_ms"), ulong("total_ms"),
        list("marks") { Mark(it.ulong("left_ms"), it.text("text"), it["haptic"].asBoolean()) }, text("label"),
    )
    "light" -> Block.Light(text("name"), enum<Colour>("colour"), enum<Pattern>("pattern"), text("words"))
    "notice" -> Block.Notice(enum<Level>("level"), text("text"))
    "link" -> Block.Link(text("url"), text("label"))
    "field" -> Block.Field(
        text("id"), enum<FieldInput>("input"), text("label"), text("hint"), text("value"), this["problem"]?.asText(),
    )
    "progress" -> Block.Progress(text("what"), uint("done"), uint("of"))
    "details" -> Block.Details(list("details") { Detail(it.text("name"), it.text("value")) })
    else -> error("a block of kind $kind")
}

private fun JsonNode.step() = Step(
    text("text"), text("icon"),
    this["keys"]?.map(JsonNode::asText).orEmpty(),
    this["light"]?.let { StepLight(it.enum<Colour>("colour"), it.enum<Pattern>("pattern"), it.text("words")) },
    this["usually"]?.asBoolean() ?: false,
)
