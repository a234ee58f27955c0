package inkjoin.ports

import android.Manifest.permission.ACCESS_LOCAL_NETWORK
import android.Manifest.permission.NEARBY_WIFI_DEVICES
import java.io.File
import javax.xml.parsers.DocumentBuilderFactory
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config

private const val PREFIX = "android.permission."

/** What the phones of our range are asked for. */
private val TABLE = mapOf(
    26..30 to mapOf(Need.LOCAL_NETWORK to "", Need.BLUETOOTH to "ACCESS_FINE_LOCATION", Need.SETUP_WIFI to ""),
    31..32 to mapOf(Need.LOCAL_NETWORK to "", Need.BLUETOOTH to "BLUETOOTH_SCAN", Need.SETUP_WIFI to ""),
    33..36 to mapOf(
        Need.LOCAL_NETWORK to "", Need.BLUETOOTH to "BLUETOOTH_SCAN", Need.SETUP_WIFI to "NEARBY_WIFI_DEVICES",
    ),
    37..37 to mapOf(
        Need.LOCAL_NETWORK to "ACCESS_LOCAL_NETWORK",
        Need.BLUETOOTH to "BLUETOOTH_SCAN",
        Need.SETUP_WIFI to "NEARBY_WIFI_DEVICES",
    ),
)

/** Asked for without a question, at install time. */
private val QUIET = setOf(
    "INTERNET", "ACCESS_NETWORK_STATE", "CHANGE_NETWORK_STATE", "CHANGE_WIFI_MULTICAST_STATE", "BLUETOOTH",
    "BLUETOOTH_ADMIN",
)

class PermissionTableTest {
    private data class Declared(val name: String, val max: Int, val flags: String)

    private fun manifest(): List<Declared> {
        val file = File(checkNotNull(System.getProperty("inkjoin.root")), "android/ports/src/main/AndroidManifest.xml")
        val parsed = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file)
        val all = parsed.getElementsByTagName("uses-permission")
        return (0 until all.length).map { at ->
            val of = { name: String -> all.item(at).attributes.getNamedItem("android:$name")?.nodeValue }
            Declared(
                checkNotNull(of("name")).removePrefix(PREFIX),
                of("maxSdkVersion")?.toInt() ?: 37,
                of("usesPermissionFlags").orEmpty(),
            )
        }
    }

    @Test fun `each level asks for what the table says`() {
        for ((levels, row) in TABLE) for (level in levels) for ((need, permission) in row) {
            val wanted = listOf(permission).filter(String::isNotEmpty).map { PREFIX + it }
            assertEquals("$level $need", wanted, permissions(need, level, 37))
        }
    }

    @Test fun `an app for older systems is not asked for the local network`() {
        assertEquals(emptyList<String>(), permissions(Need.LOCAL_NETWORK, 37, 36))
    }

    @Test fun `the manifest declares that, at the levels that ask for it, and nothing else`() {
        val declared = manifest().associateBy { it.name }
        val asked = (26..37)
            .flatMap { level -> Need.entries.flatMap { permissions(it, level, 37) }.map { it to level } }
            .groupBy({ it.first.removePrefix(PREFIX) }, { it.second })
        for ((name, levels) in asked) {
            assertEquals(name, levels.max(), checkNotNull(declared[name]) { name }.max)
        }
        assertEquals(asked.keys + QUIET, declared.keys)
        val never = declared.values.filter { it.flags == "neverForLocation" }.map { it.name }.toSet()
        assertEquals(setOf("BLUETOOTH_SCAN", "NEARBY_WIFI_DEVICES"), never)
    }
}

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [33, 37])
class PermissionDeskTest {
    private val desk = PermissionDesk()
    private val permits = Permits(app, desk)
    private val told = mutableListOf<String>()

    @Before fun built() {
        app.applicationInfo.targetSdkVersion = 37
    }

    private fun ask(who: String, need: Need) = permits.ask(need) { told += "$who $it" }

    @Test fun `one question at a time, and one for all who wait for the same`() {
        ask("one", Need.BLUETOOTH)
        ask("two", Need.SETUP_WIFI)
        ask("three", Need.BLUETOOTH)
        assertEquals(Need.BLUETOOTH, desk.question.value?.need)
        desk.answer(granted = true)
        assertEquals(listOf("one true", "three true"), told)
        assertEquals(PermissionQuestion(Need.SETUP_WIFI, listOf(NEARBY_WIFI_DEVICES)), desk.question.value)
        desk.answer(granted = false)
        assertEquals("two false", told.last())
        assertNull(desk.question.value)
    }

    @Test fun `a session asks once, the next one again`() {
        repeat(2) {
            ask("one", Need.BLUETOOTH)
            desk.question.value?.let { desk.answered(it, granted = false) }
        }
        assertEquals(listOf("one false", "one false"), told)
        assertNull(desk.question.value)
        Permits(app, desk).ask(Need.BLUETOOTH) {}
        assertNotNull(desk.question.value)
    }

    @Test fun `what was granted in the system's settings meanwhile is not asked for`() {
        ask("one", Need.BLUETOOTH)
        desk.answer(granted = false)
        grant(android.Manifest.permission.BLUETOOTH_SCAN)
        ask("one", Need.BLUETOOTH)
        assertEquals(listOf("one false", "one true"), told)
    }

    @Test fun `an answer counts as far as the system agrees`() {
        ask("one", Need.BLUETOOTH)
        desk.answered(checkNotNull(desk.question.value), granted = true)
        assertEquals(listOf("one false"), told)
    }

    @Test fun `answers to other questions, and second ones, are ignored`() {
        ask("one", Need.BLUETOOTH)
        val open = checkNotNull(desk.question.value)
        desk.answered(PermissionQuestion(Need.SETUP_WIFI, listOf(NEARBY_WIFI_DEVICES)), granted = true)
        assertEquals(open, desk.question.value)
        repeat(2) { desk.answered(open, granted = false) }
        assertEquals(listOf("one false"), told)
    }

    @Test fun `a question is taken back when nobody waits for it any more`() {
        val one = ask("one", Need.BLUETOOTH)
        val two = ask("two", Need.BLUETOOTH)
        one.close()
        assertNotNull(desk.question.value)
        two.close()
        assertNull(desk.question.value)
        assertTrue(told.isEmpty())
    }

    @Test @Config(sdk = [37]) fun `browsing waits for the person's yes, and their no is told`() {
        deny(ACCESS_LOCAL_NETWORK)
        val port = NsdBrowser(app, permits)
        val (yes, no) = listOf(BrowseEar(), BrowseEar())
        port.start(1u, listOf("_ipp._tcp.local."), yes)
        assertEquals(0, Nsd().browsing("_ipp._tcp").size)
        desk.answer(granted = true)
        assertEquals(1, Nsd().browsing("_ipp._tcp").size)
        deny(ACCESS_LOCAL_NETWORK)
        port.start(2u, listOf("_ipp._tcp.local."), no)
        desk.answer(granted = false)
        port.start(3u, listOf("_ipp._tcp.local."), no)
        assertEquals(listOf("failed PermissionMissing", "failed PermissionMissing"), no.told)
        assertTrue(yes.told.isEmpty())
    }

    @Test @Config(sdk = [37]) fun `a browse that is stopped takes its question back`() {
        deny(ACCESS_LOCAL_NETWORK)
        val port = NsdBrowser(app, permits)
        val ear = BrowseEar()
        port.start(1u, listOf("_ipp._tcp.local."), ear)
        val open = checkNotNull(desk.question.value)
        port.stop(1u)
        assertNull(desk.question.value)
        grant(ACCESS_LOCAL_NETWORK)
        desk.answered(open, granted = true)
        assertEquals(0, Nsd().browsing("_ipp._tcp").size)
        assertTrue(ear.told.isEmpty())
    }
}
